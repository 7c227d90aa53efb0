import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { findNumerals, parseHanNumeral } from '../../src/text/numeral.ts'
import { anyText } from '../support/arbitrary.ts'

const digits = [...'零一二三四五六七八九']

/** Four digits at most, as they are read aloud: 1050 is 一千零五十. */
function spellSection(value: number): string {
  const places = [...String(value)].map(Number)
  let spelt = ''
  places.forEach((digit, at) => {
    const unit = ['', '十', '百', '千'][places.length - 1 - at] as string
    if (digit > 0) spelt += (digits[digit] as string) + unit
    else if (places.slice(at).some((later) => later > 0) && !spelt.endsWith('零')) spelt += '零'
  })
  return spelt
}

/** A whole number from 0 to 9999亿9999万9999 and a round 万亿, in full. */
function spell(value: number): string {
  if (value === 0) return '零'
  if (value >= 1e8) return `${spell(Math.floor(value / 1e8))}亿${spellRest(value % 1e8, 1e7)}`
  if (value >= 1e4) return `${spellSection(Math.floor(value / 1e4))}万${spellRest(value % 1e4, 1e3)}`
  return spellSection(value)
}

/** What follows 亿 or 万, with 零 where a place is skipped. */
function spellRest(rest: number, full: number): string {
  if (rest === 0) return ''
  return (rest < full ? '零' : '') + spell(rest)
}

/** 十二 for 一十二 at the head, 两 for 二 before 百, 千, 万 and 亿: both ways are written. */
function spellAsSpoken(value: number): string {
  return spell(value)
    .replace(/^一十/u, '十')
    .replace(/(?<!十)二(?=[百千万亿])/gu, '两')
}

const anyNumber = fc.oneof(
  fc.nat(10_000),
  fc.integer({ min: 0, max: 1e12 }),
  fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(8)).map(([head, zeros]) => head * 10 ** zeros),
)

describe('parseHanNumeral', () => {
  it.each([
    ['零', '0'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['一百零五', '105'],
    ['两千', '2000'],
    ['三千五百万', '35000000'],
    ['一万零三十', '10030'],
    ['一亿零五百万', '105000000'],
    ['一万二千亿', '1200000000000'],
    ['一点三五亿', '135000000'],
    ['零点零五', '0.05'],
    ['二零二五', '2025'],
  ])('reads %s as %s', (numeral, value) => {
    expect(parseHanNumeral(numeral)).toBe(value)
  })

  it.each(['万一', '百千', '亿', '千', '五百三千', '两万三万', '五六百', '港', ''])(
    'takes %j for no number',
    (numeral) => {
      expect(parseHanNumeral(numeral)).toBeUndefined()
    },
  )

  it('reads every number from 0 to 10,000', () => {
    const wrong = Array.from({ length: 10_001 }, (_, value) => value).filter(
      (value) =>
        parseHanNumeral(spell(value)) !== String(value) ||
        parseHanNumeral(spellAsSpoken(value)) !== String(value),
    )
    expect(wrong).toEqual([])
  })

  it('reads every number from 0 to 10^12, in full or as spoken', () => {
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(parseHanNumeral(spell(value))).toBe(String(value))
        expect(parseHanNumeral(spellAsSpoken(value))).toBe(String(value))
      }),
      { numRuns: 2000 },
    )
  })

  it('reads a fraction and its multiplier exactly', () => {
    const fraction = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(fc.nat(9999), fraction, fc.constantFrom('', '万', '亿'), (whole, part, unit) => {
        const written = `${spell(whole)}点${[...String(part)].map((digit) => digits[Number(digit)]).join('')}`
        const value = parseHanNumeral(written + unit)
        const exponent = { '': 0, 万: 4, 亿: 8 }[unit] as number
        expect(Number(value)).toBeCloseTo(Number(`${whole}.${part}`) * 10 ** exponent, 3)
        expect(value).toMatch(/^\d+(\.\d*[1-9])?$/u)
      }),
    )
  })
})

describe('findNumerals', () => {
  function valuesOf(text: string): string[] {
    return findNumerals(fold(text)).map(({ value, percent }) => (percent ? `${value}%` : value))
  }

  it.each([
    ['533.7亿元', ['53370000000']],
    ['35,000,000', ['35000000']],
    ['3500万 and 三千五百万', ['35000000', '35000000']],
    ['增长5.2%', ['5.2%']],
    ['百分之五', ['5%']],
    ['１２８６万标准箱', ['12860000']],
    ['007', ['7']],
    ['1.50米', ['1.5']],
    ['二〇二五年', ['2025']],
    ['5,6,7', ['5', '6', '7']],
  ])('finds the numbers of %s', (text, values) => {
    expect(valuesOf(text)).toEqual(values)
  })

  it('keeps the digits as written beside the value', () => {
    const [numeral] = findNumerals('533.7亿元')
    expect(numeral).toMatchObject({ start: 0, end: 6, value: '53370000000', digits: '533.7' })
  })

  it('knows the parts of a date', () => {
    expect(findNumerals('2025年8月31日').map(({ value, dateUnit }) => [value, dateUnit])).toEqual([
      ['2025', '年'],
      ['8', '月'],
      ['31', '日'],
    ])
  })

  it('takes a lone 一 for an article, but not before a unit of a date', () => {
    expect(valuesOf('统一安排一些')).toEqual([])
    expect(valuesOf('一月')).toEqual(['1'])
  })

  it('gives ordered spans inside the text and canonical values, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const { start, end, value } of findNumerals(fold(text))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(value).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/u)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('gives one value to a number in digits, with separators and in Han', () => {
    fc.assert(
      fc.property(
        anyNumber.filter((value) => value !== 1),
        (value) => {
          const written = [String(value), value.toLocaleString('en-US'), spell(value)]
          expect(new Set(written.flatMap(valuesOf))).toEqual(new Set([String(value)]))
        },
      ),
    )
  })
})
