import type { Span } from './span.ts'

/** A number as it stands in a text. */
export interface Numeral extends Span {
  /** Exact decimal, without separators or exponent: `53370000000`, `5.2`. */
  value: string
  /** The digits as written, without the multiplier: `533.7` of 533.7亿. Absent for Han numerals. */
  digits?: string
  percent: boolean
  /** `月`, `日`, `号` or `年` where the number is part of a date. */
  dateUnit?: string
}

const pattern =
  /(百分之)?(?:(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([十百千万亿]*)|([零一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+[万亿]*)?))(%|[年月日号])?/gu

/** Numbers in a folded text: Arabic with separators and multipliers, and Han numerals. */
export function findNumerals(folded: string): Numeral[] {
  const numerals: Numeral[] = []
  for (const match of folded.matchAll(pattern)) {
    const numeral = toNumeral(match)
    if (numeral) numerals.push(numeral)
  }
  return numerals
}

function toNumeral(match: RegExpMatchArray): Numeral | undefined {
  const [whole, percentOf, arabic, multiplier, han, unit] = match
  // A lone 一 is an article more often than a number (一些, 统一).
  if (han === '一' && !percentOf && !unit) return undefined
  const value = arabic
    ? scale(arabic.replaceAll(',', ''), exponentOf(multiplier ?? ''))
    : parseHanNumeral(han ?? '')
  if (value === undefined) return undefined
  const numeral: Numeral = {
    start: match.index as number,
    end: (match.index as number) + whole.length,
    value,
    percent: percentOf !== undefined || unit === '%',
  }
  if (arabic) numeral.digits = scale(arabic.replaceAll(',', ''), 0)
  if (unit && unit !== '%') numeral.dateUnit = unit
  return numeral
}

const powers: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

function exponentOf(multiplier: string): number {
  return [...multiplier].reduce((sum, sign) => sum + (powers[sign] ?? 0), 0)
}

/** `digits` times ten to the `exponent`, exactly, in canonical form. */
function scale(digits: string, exponent: number): string {
  const [whole = '', fraction = ''] = digits.split('.')
  const padded = fraction.padEnd(exponent, '0')
  const head = (whole + padded.slice(0, exponent)).replace(/^0+(?=\d)/, '')
  const tail = padded.slice(exponent).replace(/0+$/, '')
  return tail ? `${head || '0'}.${tail}` : head || '0'
}

const hanDigits = '零一二三四五六七八九'

function digitOf(sign: string): number {
  return sign === '两' ? 2 : hanDigits.indexOf(sign)
}

/**
 * Value of a folded Han numeral (`三千五百万`, `二零二五`, `一点三五亿`), as an exact decimal;
 * undefined for what is no number (`万一`, `百千`).
 */
export function parseHanNumeral(numeral: string): string | undefined {
  const fractional = /^(.+)点([零一二三四五六七八九]+)([万亿]*)$/u.exec(numeral)
  if (fractional) {
    const whole = parseHanNumeral(fractional[1] as string)
    const fraction = [...(fractional[2] as string)].map(digitOf).join('')
    const exponent = exponentOf(fractional[3] as string)
    return whole === undefined ? undefined : scale(`${whole}.${fraction}`, exponent)
  }
  if (/^[零一二三四五六七八九]{2,}$/u.test(numeral)) return scale([...numeral].map(digitOf).join(''), 0)
  return /^[零一二两三四五六七八九十百千万亿]+$/u.test(numeral) ? parseUnits(numeral) : undefined
}

/** The written-out form: digits each with a unit, units falling inside each of the sections 亿, 万, ones. */
function parseUnits(numeral: string): string | undefined {
  let total = 0n
  let section = 0n
  let digit = -1
  let lastPower = 99
  for (const sign of numeral) {
    const power = powers[sign]
    if (power === undefined) {
      if (digit > 0) return undefined
      digit = digitOf(sign)
      continue
    }
    if (power < 4) {
      if (power >= lastPower) return undefined
      if (digit <= 0 && !(power === 1 && section === 0n)) return undefined
      section += BigInt(digit > 0 ? digit : 1) * 10n ** BigInt(power)
      lastPower = power
    } else {
      section += BigInt(Math.max(digit, 0))
      if (section + total === 0n) return undefined
      if (power === 4 && total % 10n ** 8n !== 0n) return undefined
      total = power === 8 ? (total + section) * 10n ** 8n : total + section * 10n ** 4n
      section = 0n
      lastPower = 99
    }
    digit = -1
  }
  return (total + section + BigInt(Math.max(digit, 0))).toString()
}
