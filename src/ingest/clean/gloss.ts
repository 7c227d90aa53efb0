import { type Line, replaceIn } from '../line/lines.ts'

/**
 * Pinyin that a converter left behind a character it could not map: `結(jié)好`. A gloss with a tone mark is
 * repaired wherever it stands; one without only in a text that has others with a mark, for `(an)` may be a word.
 */
export function repairGlosses(lines: readonly Line[]): void {
  const glossed = lines.filter((line) => line.text.includes('('))
  let marked = 0
  for (const line of glossed) marked += countMarked(line.text)
  for (const line of glossed) {
    replaceIn(line, 'gloss', gloss, ([, char, syllable]) => (isGloss(syllable!, marked) ? char! : undefined))
  }
}

const gloss =
  /(\p{Script=Han})\(([a-zü\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec\u014d\u00f3\u01d2\u00f2\u016b\u00fa\u01d4\u00f9\u01d6\u01d8\u01da\u01dc]{1,7})\)/gu
const enoughMarked = 3

function countMarked(text: string): number {
  let count = 0
  for (const [, , syllable] of text.matchAll(gloss)) if (isSyllable(syllable!) && hasTone(syllable!)) count++
  return count
}

function isGloss(syllable: string, marked: number): boolean {
  if (!isSyllable(syllable)) return false
  return hasTone(syllable) || (marked >= enoughMarked && syllable.length > 1)
}

function hasTone(syllable: string): boolean {
  return plain(syllable) !== syllable.replaceAll('ü', 'v')
}

function isSyllable(syllable: string): boolean {
  const [, initial = '', final = ''] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/u.exec(plain(syllable)) ?? []
  return finals.has(final) && (initial !== '' || /^[aeo]/u.test(final))
}

/** Without tone marks; ü becomes v. */
function plain(syllable: string): string {
  return syllable
    .replace(/[üǖǘǚǜ]/gu, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

const finals = new Set(
  (
    'a o e i u v ai ei ao ou an en ang eng ong er ia ie iao iu ian in iang ing iong ' +
    'ua uo uai ui uan un uang ue ve van vn'
  ).split(' '),
)
