import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

/**
 * Folds what makes no difference to a reader who searches: full and half width, case, Latin diacritics,
 * Traditional and Simplified characters (one by one), quotation marks and dashes.
 * The result has exactly the length of `text`, so spans in the one are spans in the other.
 */
export function fold(text: string): string {
  const table = foldTable()
  let folded = ''
  for (let start = 0; start < text.length; start += chunk) {
    const units = new Array<number>(Math.min(chunk, text.length - start))
    for (let at = 0; at < units.length; at++) units[at] = table[text.charCodeAt(start + at)] as number
    folded += String.fromCharCode.apply(null, units)
  }
  return folded
}

const chunk = 4096

let built: Uint16Array | undefined

function foldTable(): Uint16Array {
  if (built) return built
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  for (let unit = 0; unit < 0x0600; unit++) table[unit] = foldLetter(unit)
  for (let unit = 0x1e00; unit < 0x2000; unit++) table[unit] = foldLetter(unit)
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = foldLetter(unit - 0xfee0)
  // The full-width comma stays: it parts clauses, while an ASCII comma may stand inside a number.
  table[0xff0c] = 0xff0c
  table[0x3000] = 0x20
  table[0x00a0] = 0x20
  for (const [to, from] of sameMarks) for (const mark of from) table[mark.charCodeAt(0)] = to.charCodeAt(0)
  for (const pair of traditionalToSimplified.split('|')) {
    const [from, to] = pair.split(' ')
    if (from?.length === 1 && to?.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0)
  }
  table[0x0451] = 0x0435
  // What folds to a mark or character that itself folds goes all the way (Ё, 薴), so that folding twice changes nothing.
  for (let unit = 0; unit < table.length; unit++) table[unit] = table[table[unit] as number] as number
  built = table
  return table
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
