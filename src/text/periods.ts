import { type DateTerm, toMonthsTerm } from './calendar.ts'
import { parseHanNumeral } from './numeral-han.ts'

/** Halves, quarters and first months of a year in a folded text, as months on end: 上半年 is 1—6月. */
export function findPeriods(folded: string): DateTerm[] {
  const found: DateTerm[] = []
  if (['半年', '季度', '个月'].some((word) => folded.includes(word))) pushPeriods(found, folded, han)
  if (/half|quarter|months|[hq][1-4]/.test(folded)) pushPeriods(found, folded, english)
  return found
}

// ---------------------------------------------------------------------------

const ordinals = ['first', 'second', 'third', 'fourth', '1st', '2nd', '3rd', '4th']
const cardinals = 'two three four five six seven eight nine ten eleven'.split(' ')
const ordinal = ordinals.join('|')
const han = new RegExp(
  [
    '(?<half>[上下])半年',
    '前(?<quarters>[二两三23])个?季度',
    '(?:[1一][-至到~](?<untilQuarter>[二三23])|第?(?<quarter>[一二三四首1-4]))季度',
    '[前头首](?<months>[二两三四五六七八九十]|十一|1[01]|[2-9])个月',
  ].join('|'),
  'gu',
)
const english = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    '(?<englishHalf>first|second)[ -]half',
    `first (?<englishMonths>${cardinals.join('|')}|1[01]|[2-9]) months`,
    'first (?<englishQuarters>two|three|2|3) quarters',
    `(?<englishQuarter>${ordinal})[ -]quarter`,
    'q(?<shortQuarter>[1-4])',
    'h(?<shortHalf>[12]) 20\\d\\d|20\\d\\d h(?<lateHalf>[12])',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)
type PeriodMatch = Partial<Record<string, string>>

function pushPeriods(found: DateTerm[], folded: string, pattern: RegExp): void {
  for (const match of folded.matchAll(pattern)) {
    const term = toMonthsTerm(...monthsOf(match.groups as PeriodMatch))
    found.push({ term, start: match.index, end: match.index + match[0].length })
  }
}

function monthsOf(match: PeriodMatch): [number, number] {
  const half = match.half ?? match.englishHalf ?? match.shortHalf ?? match.lateHalf
  if (half) return /^(?:上|first|1)$/u.test(half) ? [1, 6] : [7, 12]
  const quarter = match.quarter ?? match.englishQuarter ?? match.shortQuarter
  if (quarter) {
    const number = toNumber(quarter)
    return [number * 3 - 2, number * 3]
  }
  const quarters = match.quarters ?? match.untilQuarter ?? match.englishQuarters
  const last = quarters ? toNumber(quarters) * 3 : toNumber(match.months ?? match.englishMonths ?? '')
  return [1, last]
}

function toNumber(written: string): number {
  if (written === '首') return 1
  const ordinal = ordinals.indexOf(written)
  if (ordinal >= 0) return (ordinal % 4) + 1
  const cardinal = cardinals.indexOf(written)
  return cardinal >= 0 ? cardinal + 2 : Number(parseHanNumeral(written))
}
