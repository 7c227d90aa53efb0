import type { Span } from './span.ts'

/** A number in English words, with its value as a decimal. */
export interface SpelledNumber extends Span {
  value: string
  percent: boolean
}

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

const values = new Map<string, number>([
  ['zero', 0],
  ...ones.map((word, at): [string, number] => [word, at + 1]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
])

const word = [...values.keys(), 'hundred', ...Object.keys(scales)].join('|')
const run = new RegExp(`(?<![\\p{L}\\p{N}])(?:${word})(?:(?:-| and | )(?:${word}))*(?![\\p{L}\\p{N}])`, 'gu')

const percentWord = /[ -]per ?cent(?![a-z])/y

/** Numbers in English words in a folded text (`twenty-five`, `thirty-five million`); a lone one is none. */
export function findSpelledNumbers(folded: string): SpelledNumber[] {
  const found: SpelledNumber[] = []
  for (const match of folded.matchAll(run)) {
    let number: Spelling | undefined
    for (const part of match[0].matchAll(/[a-z]+/g)) {
      if (part[0] === 'and') continue
      const start = match.index + part.index
      const end = start + part[0].length
      if (number && extend(number, part[0])) number.end = end
      else {
        if (number) pushNumber(folded, found, number)
        number = startWith(part[0], start, end)
      }
    }
    if (number) pushNumber(folded, found, number)
  }
  return found
}

/** A number being read: `total` is closed by a scale, `section` is below a thousand and still open. */
interface Spelling extends Span {
  total: number
  section: number
  /** The scale read last; scales fall. */
  scale: number
  isOne: boolean
}

function startWith(part: string, start: number, end: number): Spelling | undefined {
  const value = values.get(part)
  if (value === undefined) return undefined
  return { start, end, total: 0, section: value, scale: Number.POSITIVE_INFINITY, isOne: value === 1 }
}

function extend(number: Spelling, part: string): boolean {
  const { section } = number
  const value = values.get(part)
  const scale = scales[part]
  if (value !== undefined) {
    const fits = value < 10 ? section % 10 === 0 && section % 100 !== 10 : section % 100 === 0
    if (value === 0 || !fits || (section === 0 && number.total === 0)) return false
    number.section += value
  } else if (scale !== undefined) {
    if (scale >= number.scale || section === 0) return false
    number.total += section * scale
    number.section = 0
    number.scale = scale
  } else {
    if (section === 0 || section > 99) return false
    number.section *= 100
  }
  number.isOne = false
  return true
}

function pushNumber(
  folded: string,
  found: SpelledNumber[],
  { start, end, total, section, isOne }: Spelling,
): void {
  if (isOne) return
  percentWord.lastIndex = end
  const percent = percentWord.exec(folded)?.[0].length ?? 0
  found.push({ start, end: end + percent, value: String(total + section), percent: percent > 0 })
}
