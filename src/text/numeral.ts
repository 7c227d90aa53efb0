import { scaleDecimal } from './decimal.ts'
import { exponentOf, parseHanNumeral } from './numeral-han.ts'
import { matchNumerals, type NumeralMatch, scaleExponents } from './numeral-pattern.ts'
import { findSpelledNumbers } from './numeral-words.ts'
import type { Span } from './span.ts'

export { parseHanNumeral } from './numeral-han.ts'

/** A number as it stands in a text. */
export interface Numeral extends Span {
  /** Exact decimal, without separators or exponent: `53370000000`, `5.2`. A percentage is in percent: 3‰ is `0.3`. */
  value: string
  /** The digits as written, without the multiplier: `533.7` of 533.7亿. Absent for numbers in words. */
  digits?: string
  percent: boolean
  /** `月`, `日`, `号` or `年` where the number is part of a date, `2025-08-31` and the 1 of 1—7月 included. */
  dateUnit?: string
}

/** Numbers in a folded text: Arabic with separators and multipliers, Han numerals, English words; in order. */
export function findNumerals(folded: string): Numeral[] {
  const numerals: Numeral[] = []
  for (const { start, whole, groups } of matchNumerals(folded)) {
    if (groups.isoYear) pushIsoDate(numerals, start, groups)
    else {
      const numeral = toNumeral(folded, start, whole, groups)
      if (numeral) numerals.push(numeral)
    }
  }
  markRangesOfDates(folded, numerals)
  return mergeSpelled(
    folded,
    numerals.filter((numeral) => !isArticle(folded, numeral)),
  )
}

// ---------------------------------------------------------------------------

function pushIsoDate(
  numerals: Numeral[],
  start: number,
  { isoYear = '', isoMonth = '', isoDay = '' }: NumeralMatch,
) {
  const parts: [string, string, number][] = [
    [isoYear, '年', start],
    [isoMonth, '月', start + 5],
    [isoDay, '日', start + 6 + isoMonth.length],
  ]
  for (const [digits, dateUnit, at] of parts) {
    const value = scaleDecimal(digits, 0)
    numerals.push({ start: at, end: at + digits.length, value, digits: value, percent: false, dateUnit })
  }
}

function toNumeral(folded: string, start: number, whole: string, groups: NumeralMatch): Numeral | undefined {
  const { arabic, han, prefix, more, unit } = groups
  const mark = unit?.trim()
  const dateUnit = mark && /^[年月日号]$/.test(mark) ? mark : undefined
  if (han && !prefix && isWord(folded, start, han, mark)) return undefined
  const value = han === '百' && prefix ? '100' : han ? parseHanNumeral(han) : readArabic(groups)
  if (value === undefined) return undefined
  const exponent = exponentOf(more) + (prefix ? 2 - exponentOf(prefix) : 0) - (mark === '‰' ? 1 : 0)
  const numeral: Numeral = {
    start,
    end: start + whole.length,
    value: exponent === 0 ? value : scaleDecimal(value, exponent),
    percent: prefix !== undefined || (mark !== undefined && dateUnit === undefined),
  }
  if (arabic && !groups.mixed) numeral.digits = scaleDecimal(toPoint(arabic), 0)
  if (dateUnit) numeral.dateUnit = dateUnit
  return numeral
}

function readArabic({ arabic = '', multiplier, mixed, scale }: NumeralMatch): string | undefined {
  if (mixed) return parseHanNumeral(arabic + multiplier + mixed)
  const exponent = scale ? scaleExponents[scale] : exponentOf(multiplier)
  return scaleDecimal(toPoint(arabic), exponent ?? 0)
}

function toPoint(arabic: string): string {
  if (!arabic.includes(',')) return arabic
  return arabic.replace(/,(?=\d{1,2}$)/, '.').replaceAll(',', '')
}

/** Whether signs of numbers stand for something else: about how many (几十, 十几), a word (十分, 零售), 五四. */
function isWord(folded: string, start: number, han: string, unit: string | undefined): boolean {
  const after = folded[start + han.length] ?? ''
  if (after === '几' && /[十百千万亿廿卅]$/u.test(han)) return true
  if (han.length === 1 && '拾伍陆参'.includes(han)) return true
  if (han === '零') return '售部件食钱散碎星落花距工'.includes(after || ' ')
  if (han === '十' && after === '分') return !/^[钟之制]/u.test(folded.slice(start + 2, start + 3))
  if ('十百千'.includes(han[0] as string))
    return '几数'.includes(folded[start - 1] ?? ' ') && /^[十百千][万亿]*$/u.test(han)
  return han.length === 2 && unit !== '年' && /^[一二三四五六七八九壹贰叁肆伍陆柒捌玖]{2}$/u.test(han)
}

/** A lone 一 says a or the more often than how many (统一, 一些, 一年), unless a date needs it. */
function isArticle(folded: string, { start, end, percent, dateUnit }: Numeral): boolean {
  if (folded[start] !== '一' || percent) return false
  return dateUnit === '年' ? end === start + 2 : end === start + 1 && dateUnit === undefined
}

/** 1—7月, 三至五日: what is said of the second is meant of the first. */
function markRangesOfDates(folded: string, numerals: readonly Numeral[]): void {
  numerals.forEach((last, at) => {
    const first = numerals[at - 1]
    if (!first || first.dateUnit || first.percent || !/[月日号]/u.test(last.dateUnit ?? '')) return
    const isDay = /^[1-9]\d?$/.test(first.value)
    if (isDay && isRangeMark(folded.slice(first.end, last.start))) first.dateUnit = last.dateUnit as string
  })
}

function isRangeMark(between: string): boolean {
  return between.length < 5 && /^ ?(?:-|至|到|~|to) ?$/u.test(between)
}

function mergeSpelled(folded: string, numerals: Numeral[]): Numeral[] {
  if (!/[a-z]{3}/.test(folded)) return numerals
  const spelled = findSpelledNumbers(folded)
  return spelled.length === 0 ? numerals : [...numerals, ...spelled].sort((a, b) => a.start - b.start)
}
