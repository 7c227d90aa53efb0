import {
  type DateTerm,
  type Day,
  daysBetween,
  isDay,
  isMonth,
  toDayTerms,
  toMonthsTerm,
  toMonthTerm,
} from './calendar.ts'
import { findNamedMonths } from './month-names.ts'
import type { Numeral } from './numeral.ts'
import { parseHanNumeral } from './numeral-han.ts'
import { isoDate } from './numeral-pattern.ts'
import { findPeriods } from './periods.ts'

/**
 * Days, months and months on end in a folded text, whichever way they are written; a year is a number of its own.
 * `numerals` are those of the text.
 */
export function findDates(folded: string, numerals: readonly Numeral[]): DateTerm[] {
  const dates: DateTerm[] = []
  let end = 0
  numerals.forEach(({ start, dateUnit }, at) => {
    if (dateUnit !== '月' || start < end) return
    const isInDigits = /[-/.]/.test(folded[start - 1] ?? '') && numerals[at - 1]?.dateUnit === '年'
    pattern.lastIndex = isInDigits ? (numerals[at - 1] as Numeral).start : start
    const match = pattern.exec(folded)
    if (!match) return
    end = match.index + match[0].length
    for (const term of termsOf(match.groups as DateMatch)) dates.push({ term, start: match.index, end })
  })
  return [...dates, ...findPeriods(folded), ...findNamedMonths(folded)]
}

// ---------------------------------------------------------------------------

const number = '(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})'
const to = ' ?[-至到~] ?'
const months = `(?<from>${number}) ?(?:月份?)?${to}(?<until>${number}) ?月(?! ?${number} ?[日号])`
const further = `(?:${to}|[、和及与])${number} ?[日号]?`
const days = `(?<month>${number}) ?月(?: ?(?<day>${number}) ?[日号]?(?<further>(?:${further}){0,8})(?<=[日号])(?:${to}(?<lastMonth>${number}) ?月 ?(?<lastDay>${number}) ?[日号])?)?`
const pattern = new RegExp(`${isoDate}|${months}|${days}`, 'uy')

type DateMatch = Partial<
  Record<
    'isoMonth' | 'isoDay' | 'from' | 'until' | 'month' | 'day' | 'further' | 'lastMonth' | 'lastDay',
    string
  >
>

function termsOf(match: DateMatch): string[] {
  const { isoMonth, isoDay, from, until } = match
  if (isoMonth) return toDayTerms([{ month: Number(isoMonth), day: Number(isoDay) }])
  if (until) {
    const [first, last] = [toNumber(from), toNumber(until)]
    return isMonth(first) && isMonth(last) ? [toMonthsTerm(first, last)] : []
  }
  const month = toNumber(match.month)
  if (!isMonth(month)) return []
  const days = readDays(month, match)
  return days.length > 0 && days.every(isDay) ? toDayTerms(days) : [toMonthTerm(month)]
}

/** 8月1日至3日, 8月1日、3日, 8月31日至9月1日. */
function readDays(month: number, { day, further, lastMonth, lastDay }: DateMatch): Day[] {
  if (!day) return []
  const days = [{ month, day: toNumber(day) }]
  const until = (last: Day) => days.push(...daysBetween(days.at(-1) as Day, last).slice(1))
  for (const [, joint = '', written] of further ? further.matchAll(jointAndDay) : []) {
    const next = { month, day: toNumber(written) }
    if (/[-至到~]/u.test(joint)) until(next)
    else days.push(next)
  }
  if (lastMonth) until({ month: toNumber(lastMonth), day: toNumber(lastDay) })
  return days
}

const jointAndDay = new RegExp(`([^\\d一二三四五六七八九十廿卅]+)(${number})`, 'gu')

function toNumber(written = ''): number {
  return Number(/^\d+$/.test(written) ? written : parseHanNumeral(written))
}
