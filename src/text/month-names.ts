import {
  type DateTerm,
  type Day,
  daysBetween,
  isDay,
  toDayTerms,
  toMonthsTerm,
  toMonthTerm,
} from './calendar.ts'

/** Months by their English and Russian names in a folded text, with the days beside them. */
export function findNamedMonths(folded: string): DateTerm[] {
  const found: DateTerm[] = []
  if (!hint.test(folded)) return found
  for (const match of folded.matchAll(pattern)) {
    const terms = termsOf(match.groups as NamedMatch)
    const span = { start: match.index, end: match.index + match[0].length }
    for (const term of terms) found.push({ term, ...span })
  }
  return found
}

// ---------------------------------------------------------------------------

const english = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept|sep',
  'october|oct',
  'november|nov',
  'december|dec',
]
const russian = [
  'январ[ьяе]',
  'феврал[ьяе]',
  'март[ае]?',
  'апрел[ьяе]',
  'ма[йяе]',
  'июн[ьяе]',
  'июл[ьяе]',
  'август[ае]?',
  'сентябр[ьяе]',
  'октябр[ьяе]',
  'ноябр[ьяе]',
  'декабр[ьяе]',
]
/** What every name begins with: most texts hold none, and this is quick to see. */
const hint =
  /jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йяе]|ию[нл]|авг|сен|окт|ноя|дек/
/** By month; each matches its names and nothing else. */
const names = english.map((name, at) => new RegExp(`^(?:${name}|${russian[at]})$`, 'u'))
/** These are words too (may, march, mar): without a day or a year beside them they are no months. */
const ambiguous = /^(?:may|march|mar|jan|jun|dec|sep|ма[йяе]|март[ае]?)$/u

const month = `(?:${[...english, ...russian].join('|')})`
const number =
  '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d\\p{L}%]|[.,]\\d| (?:hundred|thousand|million|billion|per))'
/** Four blanks are a to that was taken from a question with its other small words. */
const to = '(?: ?- ?| to | {4})'
const days = `${number}(?:${to}${number})?`
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<from>${month})\\.?(?:${to}| through )(?<until>${month})|` +
    `(?:(?<days>${days})(?: of | {1,4}|-))?(?<month>${month})(?!\\p{L})\\.?(?:,? {1,2}(?<lateDays>${days}))?(?<year>,? \\d{4}(?!\\d))?)(?!\\p{L})`,
  'gu',
)
type NamedMatch = Partial<Record<'from' | 'until' | 'days' | 'month' | 'lateDays' | 'year', string>>

function termsOf({ from, until, month: name = '', year, ...around }: NamedMatch): string[] {
  if (from && until) return [toMonthsTerm(toMonth(from), toMonth(until))]
  const month = toMonth(name)
  const days = readDays(month, around.days ?? around.lateDays)
  if (days.length > 0 && days.every(isDay)) return toDayTerms(days)
  return ambiguous.test(name) && !year ? [] : [toMonthTerm(month)]
}

function toMonth(name: string): number {
  return names.findIndex((pattern) => pattern.test(name)) + 1
}

function readDays(month: number, written: string | undefined): Day[] {
  const [first, last] = [...(written ?? '').matchAll(/\d+/g)].map(([day]) => ({ month, day: Number(day) }))
  if (!first) return []
  return last ? daysBetween(first, last) : [first]
}
