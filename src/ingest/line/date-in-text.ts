/** The first full date in a piece of text, as `YYYY-MM-DD`; undefined when there is none or it is no real day. */
export function findDate(text: string): string | undefined {
  const piece = text.slice(0, 600)
  for (const { pattern, order } of patterns) {
    const match = pattern.exec(piece)
    if (!match) continue
    const date = toIsoDate(order(match))
    if (date) return date
  }
  return undefined
}

/** `8月29日上午` at the head of a text, with a year known from elsewhere. */
export function findDayOfYear(text: string, year: number): string | undefined {
  const match = /(?<![\d年])(1[0-2]|0?[1-9])月([12]\d|3[01]|0?[1-9])[日号號]/u.exec(text.slice(0, 200))
  return match ? toIsoDate([year, Number(match[1]), Number(match[2])]) : undefined
}

/** The one year that a title names (`2025年…`), if it names one. */
export function findYear(text: string): number | undefined {
  const years = new Set(
    Array.from(text.slice(0, 300).matchAll(/(?<!\d)((?:19|20)\d\d)年?(?!\d)/gu), (match) => match[1]),
  )
  return years.size === 1 ? Number([...years][0]) : undefined
}

/** A date that is a whole line, with time or weekday at most: a dateline, or the end of a letter. */
export function isDateLine(text: string): boolean {
  if (text.length > 40 || findDate(text) === undefined) return false
  const rest = text
    .replace(/[〇零一二三四五六七八九十\d]+/gu, '')
    .replace(
      /中华民国|中華民國|民国|民國|年|月|日|号|號|时|時|分|秒|星期[天]?|周|[上下中]午|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|am|pm|of|(?:mon|tues|wednes|thurs|fri|satur|sun)day|st|nd|rd|th)\b/giu,
      '',
    )
  return !/[\p{L}]/u.test(rest)
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthNames = `(${months.join('|')})`

type Parts = [year: number, month: number, day: number]

const patterns: { pattern: RegExp; order: (match: RegExpExecArray) => Parts }[] = [
  {
    pattern: /(?<!\d)((?:19|20)\d\d)\s?(?:年|[-./／])\s?(\d{1,2})\s?(?:月|[-./／])\s?(\d{1,2})(?!\d)/u,
    order: (match) => [Number(match[1]), Number(match[2]), Number(match[3])],
  },
  {
    pattern: /(?:民国|民國)\s?(\d{2,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})/u,
    order: (match) => [Number(match[1]) + 1911, Number(match[2]), Number(match[3])],
  },
  {
    pattern: /(?<!\d)(1[0-2]\d)年(\d{1,2})月(\d{1,2})日/u,
    order: (match) => [Number(match[1]) + 1911, Number(match[2]), Number(match[3])],
  },
  {
    pattern:
      /([二一][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u,
    order: (match) => [chineseDigits(match[1]!), chineseNumber(match[2]!), chineseNumber(match[3]!)],
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthNames},? ((?:19|20)\\d\\d)`, 'iu'),
    order: (match) => [Number(match[3]), monthNumber(match[2]!), Number(match[1])],
  },
  {
    pattern: new RegExp(`${monthNames} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)`, 'iu'),
    order: (match) => [Number(match[3]), monthNumber(match[1]!), Number(match[2])],
  },
]

function toIsoDate([year, month, day]: Parts): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : undefined
}

function monthNumber(name: string): number {
  return months.indexOf(name.toLowerCase()) + 1
}

const digits = '〇一二三四五六七八九'

function chineseDigits(text: string): number {
  return Number(Array.from(text, (char) => Math.max(0, digits.indexOf(char))).join(''))
}

function chineseNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens!)) : 0
  return ten * 10 + (ones ? digits.indexOf(ones) : 0)
}
