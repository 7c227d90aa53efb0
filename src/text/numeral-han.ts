import { scaleDecimal } from './decimal.ts'

const powers: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
const hanDigits = '零一二三四五六七八九'

/** Formal signs (on cheques and in contracts) and short ones for tens -> the plain sign. */
const plainSigns: Record<string, string> = {
  ...Object.fromEntries(
    [...'壹贰叁肆伍陆柒捌玖拾佰仟'].map((sign, at) => [sign, '一二三四五六七八九十百千'[at]]),
  ),
  参: '三',
  两: '二',
  廿: '二十',
  卅: '三十',
  卌: '四十',
}

/** The multiplier's power of ten: 8 for 亿, 7 for 千万, 12 for 万亿. */
export function exponentOf(multiplier = ''): number {
  let exponent = 0
  for (const sign of multiplier) exponent += powers[sign] ?? 0
  return exponent
}

/**
 * Value of a folded Han numeral as an exact decimal: in full (`三千五百万`), formal (`叁仟伍佰万`), as spoken
 * (`三万五` is 35000, `三万零五` 30005), digit by digit (`二零二五`), with a fraction (`一点三五亿`), mixed with
 * digits (`3亿5000万`). Undefined for what is no number (`万一`, `五六百`).
 */
export function parseHanNumeral(numeral: string): string | undefined {
  if (numeral.length === 1 && hanDigits.includes(numeral)) return String(hanDigits.indexOf(numeral))
  const plain = numeral.replace(
    /[壹贰叁参肆伍陆柒捌玖拾佰仟两廿卅卌]/gu,
    (sign) => plainSigns[sign] as string,
  )
  const fractional = /^([^点]+)点([零一二三四五六七八九]+)([十百千万亿]*)$/u.exec(plain)
  if (fractional) {
    const [, whole = '', fraction = '', multiplier = ''] = fractional
    const head = parseHanNumeral(whole)
    return head && scaleDecimal(`${head}.${toDigits(fraction)}`, exponentOf(multiplier))
  }
  if (/^[零一二三四五六七八九]{2,}$/u.test(plain))
    return numeral.includes('两') ? undefined : scaleDecimal(toDigits(plain), 0)
  return /^[零一二三四五六七八九十百千万亿\d]+$/u.test(plain) ? parseSections(plain) : undefined
}

function toDigits(signs: string): string {
  return [...signs].map((sign) => hanDigits.indexOf(sign)).join('')
}

/** A number being read: what stands before 亿, before 万 and after, and the digit that waits for its unit. */
interface Reading {
  hundredMillions: number
  tenThousands: number
  section: number
  digit: number | undefined
  /** Of the unit read last in this section; units fall. */
  power: number
  /** Of the unit just read, that a digit may follow in its place: 五 of 三万五. */
  unit: number
}

function parseSections(numeral: string): string | undefined {
  const reading: Reading = {
    hundredMillions: 0,
    tenThousands: 0,
    section: 0,
    digit: undefined,
    power: 4,
    unit: 0,
  }
  for (const [sign] of numeral.matchAll(/\d+|\D/gu)) {
    const power = powers[sign]
    const isRead =
      power === undefined
        ? readDigit(reading, sign)
        : power < 4
          ? readUnit(reading, power)
          : readSection(reading, power)
    if (!isRead) return undefined
  }
  return finish(reading)
}

function readDigit(reading: Reading, sign: string): boolean {
  if (reading.digit) return false
  const digit = /\d/.test(sign) ? Number(sign) : hanDigits.indexOf(sign)
  if (digit === 0) reading.unit = 0
  reading.digit = digit
  return digit <= 9999
}

function readUnit(reading: Reading, power: number): boolean {
  const { digit, section } = reading
  if (power >= reading.power || (digit ?? 0) > 9) return false
  // 十二, 一百十二 and 三亿零十万 leave the digit of 十 unsaid.
  if (!digit && (power > 1 || (digit === 0 && section > 0))) return false
  reading.section += (digit || 1) * 10 ** power
  reading.power = power
  reading.unit = power
  reading.digit = undefined
  return true
}

function readSection(reading: Reading, power: number): boolean {
  const section = reading.section + (reading.digit ?? 0)
  const { tenThousands, hundredMillions, unit, digit } = reading
  // 四万万 is 四亿.
  const isSquare = power === 4 && unit === 4 && section === 0 && digit === undefined
  const count = power === 4 ? section : tenThousands * 10_000 + section
  if (section > 9999 || (count === 0 && !isSquare)) return false
  if (power === 4 ? tenThousands > 0 && !isSquare : hundredMillions > 0) return false
  if (power === 8 || isSquare) reading.hundredMillions = isSquare ? tenThousands : count
  reading.tenThousands = power === 4 && !isSquare ? count : 0
  Object.assign(reading, { section: 0, digit: undefined, power: 4, unit: isSquare ? 8 : power })
  return true
}

function finish({ hundredMillions, tenThousands, section, digit, unit }: Reading): string | undefined {
  const endsInZero = digit === 0 && hundredMillions + tenThousands + section > 0
  if (endsInZero) return undefined
  const isSpoken = digit !== undefined && digit < 10 && unit >= 2
  if (isSpoken && hundredMillions >= 10_000 && unit === 8) return undefined
  const rest = tenThousands * 10_000 + section + (digit ?? 0) * (isSpoken ? 10 ** (unit - 1) : 1)
  return scaleDecimal(`${hundredMillions}${String(rest).padStart(8, '0')}`, 0)
}
