import { fold } from '../../text/fold.ts'
import { kindAt, kinds, type UnitKind } from './unit-kinds.ts'

/** The words of a text alone, folded, and where each of their units stands in the text. */
export interface Squeezed {
  units: string
  /** Place of each unit in the text; a separator has the place of the unit after it. */
  places: Uint32Array
}

/**
 * Keeps of a text what makes its words: letters, digits and signs that are read aloud, folded. Where dropping
 * what stands between two of them would make another word or number, one separator stays: between two letters
 * of a script with spaces (`now here` is not `nowhere`), and between two digits (`3.5`, `5—7`; the comma of
 * `1,000` goes). Two texts of the same units are the same words.
 */
export function squeeze(text: string): Squeezed {
  const folded = fold(text)
  const commas = findThousandsCommas(text, folded)
  const units = new Uint16Array(text.length)
  const places = new Uint32Array(text.length)
  let length = 0
  let last: UnitKind = kinds.mark
  let lastAt = 0
  for (let at = 0; at < folded.length; at++) {
    const kind = kindAt(folded, at)
    if (kind === kinds.mark || kind === kinds.nothing) continue
    if (kind === last && at > lastAt + 1 && !commas.has(at - 1)) {
      const separator = separatorBetween(folded.slice(lastAt + 1, at), kind)
      if (separator !== '') {
        units[length] = separator.charCodeAt(0)
        places[length++] = at
      }
    }
    const unit = folded.charCodeAt(at)
    units[length] = sameUnits.get(unit) ?? unit
    places[length++] = at
    last = kind
    lastAt = at
  }
  return { units: toText(units.subarray(0, length)), places: places.slice(0, length) }
}

/** What is kept of what stands between two units of one kind: nothing where dropping it joins no words. */
export function separatorBetween(between: string, kind: UnitKind): string {
  const marks = between.replace(/\p{Cf}|\p{VS}|[\u0300-\u036f]/gu, '')
  if (marks === '') return ''
  if (kind === kinds.spaced) return marks === "'" ? "'" : ' '
  if (kind !== kinds.digit) return ''
  if (/^[.:/]$/.test(marks)) return marks
  return /[-~]/.test(marks) ? '-' : ' '
}

// ---------------------------------------------------------------------------

/** One word may be written with either by the standards of one script or another; folded, they still differ. */
const pairs = '藉借 瞭了 覆复 彷仿 著着 画划 座坐 衞卫 敍叙 枱台 痺痹 甦苏 ￥¥ ￡£ ￠¢ ￦₩'
const sameUnits = new Map(pairs.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]))

/** Commas that part thousands. A full-width one does so between full-width digits only: else it parts clauses. */
function findThousandsCommas(text: string, folded: string): ReadonlySet<number> {
  const commas = new Set<number>()
  for (const { 0: number, index } of folded.matchAll(/(?<!\d)\d{1,3}(?:[,，]\d{3})+(?!\d)/gu)) {
    for (let at = index; at < index + number.length; at++) {
      if (folded.charAt(at) === ',') commas.add(at)
      else if (folded.charAt(at) === '，' && /[０-９]，[０-９]/.test(text.slice(at - 1, at + 2)))
        commas.add(at)
    }
  }
  return commas
}

const chunk = 8192

function toText(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += chunk)
    text += String.fromCharCode.apply(null, units.subarray(at, at + chunk) as unknown as number[])
  return text
}
