import type { Span } from './span.ts'

/** A date in a text, as the term that all its writings share. */
export interface DateTerm extends Span {
  /** `@8-31` of a day, `@8月` of a month, `@1..7月` of months on end. */
  term: string
}

/** A day of any year. */
export interface Day {
  month: number
  day: number
}

export function isDay({ month, day }: Day): boolean {
  return isMonth(month) && day >= 1 && day <= (monthLengths[month - 1] as number)
}

export function isMonth(month: number): boolean {
  return month >= 1 && month <= 12
}

/** The days from one to another, both included; the two alone when there are many between. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days = [first]
  for (let next = dayAfter(first); days.length < longestStretch; next = dayAfter(next)) {
    days.push(next)
    if (next.month === last.month && next.day === last.day) return days
  }
  return [first, last]
}

/** The terms of days, and of the months that they lie in. */
export function toDayTerms(days: readonly Day[]): string[] {
  const terms: string[] = []
  let last = 0
  for (const { month } of days) {
    if (month !== last) terms.push(toMonthTerm(month))
    last = month
  }
  for (const { month, day } of days) terms.push(`@${month}-${day}`)
  return terms
}

export function toMonthTerm(month: number): string {
  return `@${month}月`
}

/** The term of months on end: not those of each, as a figure for all of them answers for none. */
export function toMonthsTerm(first: number, last: number): string {
  return `@${first}..${last}月`
}

// ---------------------------------------------------------------------------

/** In days. The terms of a longer one would drown the words beside it. */
const longestStretch = 7
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function dayAfter({ month, day }: Day): Day {
  return day < (monthLengths[month - 1] as number)
    ? { month, day: day + 1 }
    : { month: (month % 12) + 1, day: 1 }
}
