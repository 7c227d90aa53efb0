import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import { once } from './once.ts'

/**
 * Folds what makes no difference to a reader who searches: full and half width, case, Latin diacritics,
 * Traditional and Simplified characters (one by one), quotation marks and dashes.
 * The result has exactly the length of `text`, so spans in the one are spans in the other.
 */
export function fold(text: string): string {
  const shifts = readShifts()
  let folded = ''
  for (let start = 0; start < text.length; start += chunk) {
    const units = new Array<number>(Math.min(chunk, text.length - start))
    for (let at = 0; at < units.length; at++) {
      const unit = text.charCodeAt(start + at)
      units[at] = unit + (shifts[unit] as number)
    }
    folded += String.fromCharCode.apply(null, units)
  }
  return folded
}

const chunk = 4096

/**
 * What to add to each unit, modulo 65,536 as `String.fromCharCode` counts: nothing to most. Only those that fold are
 * looked at, since a Worker does so before its first answer.
 */
const readShifts = once(() => {
  const shifts = new Uint16Array(0x10000)
  for (const [first, end] of letters)
    for (let unit = first; unit < end; unit++) shifts[unit] = foldLetter(unit) - unit
  for (let unit = 0xff01; unit <= 0xff5e; unit++) shifts[unit] = foldLetter(unit - 0xfee0) - unit
  // The full-width comma stays: it parts clauses, while an ASCII comma may stand inside a number.
  shifts[0xff0c] = 0
  shifts[0x3000] = 0x20 - 0x3000
  shifts[0x00a0] = 0x20 - 0x00a0
  for (const [to, from] of sameMarks)
    for (const mark of from) shifts[mark.charCodeAt(0)] = to.charCodeAt(0) - mark.charCodeAt(0)
  simplify(shifts)
  shifts[0x0451] = 0x0435 - 0x0451
  // What folds to a mark or character that itself folds goes all the way (Ё, 薴), so that folding twice changes nothing.
  for (let unit = 0; unit < shifts.length; unit++) {
    const shift = shifts[unit] as number
    if (shift !== 0) shifts[unit] = shift + (shifts[(unit + shift) & 0xffff] as number)
  }
  return shifts
})

/** Latin, Greek and Cyrillic. */
const letters: [first: number, end: number][] = [
  [0, 0x0600],
  [0x1e00, 0x2000],
]

/** `從 从|個 个|…`, of which pairs longer than a unit each are left out. Not split: that takes long the first time. */
function simplify(shifts: Uint16Array): void {
  const pairs = `${traditionalToSimplified}|`
  for (let start = 0, end = 0; start < pairs.length; start = end + 1) {
    end = pairs.indexOf('|', start)
    if (end - start !== 3 || pairs[start + 1] !== ' ') continue
    const unit = pairs.charCodeAt(start)
    shifts[unit] = pairs.charCodeAt(start + 2) - unit
  }
}

const sameMarks: [string, string][] = [
  ['"', '“”„‟「」『』«»〝〞'],
  ["'", '‘’‚‛´`'],
  ['-', '‐‑‒–—―−﹣－'],
  ['~', '～〜∼'],
  ['·', '•・‧∙⋅･'],
  ['零', '〇'],
]

/** Lower case without diacritics, where that is one UTF-16 unit. Cyrillic й keeps its breve: it is a letter. */
function foldLetter(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase()
  if (lower.length !== 1) return unit
  const isCyrillic = unit >= 0x0400 && unit < 0x0530
  const base = isCyrillic ? lower : lower.normalize('NFD').charAt(0)
  return base.charCodeAt(0)
}
