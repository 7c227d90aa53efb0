import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { findNumerals, parseHanNumeral } from '../../src/text/numeral.ts'
import { anyText } from '../support/arbitrary.ts'
import { writtenForms } from '../support/numerals.ts'

function valuesOf(text: string): string[] {
  return findNumerals(fold(text)).map(({ value, percent }) => (percent ? `${value}%` : value))
}

describe('parseHanNumeral', () => {
  it.each([
    ['零', '0'],
    ['十', '10'],
    ['一百零五', '105'],
    ['一百十五', '115'],
    ['三千五百万', '35000000'],
    ['一万零三十', '10030'],
    ['一亿零五百万', '105000000'],
    ['一万二千亿', '1200000000000'],
    ['四万万', '400000000'],
    ['一点三五亿', '135000000'],
    ['零点零五', '0.05'],
    ['二零二五', '2025'],
    ['廿五', '25'],
    ['一百卅二', '132'],
    ['叁仟伍佰万', '35000000'],
    ['参仟', '3000'],
  ])('reads %s as %s', (numeral, value) => {
    expect(parseHanNumeral(numeral)).toBe(value)
  })

  it.each([
    ['一百五', '150'],
    ['一千二', '1200'],
    ['三万五', '35000'],
    ['三万零五', '30005'],
    ['三万五千', '35000'],
    ['三十五万六', '356000'],
    ['两亿三', '230000000'],
    ['十五', '15'],
  ])('reads %s as it is spoken, %s', (numeral, value) => {
    expect(parseHanNumeral(numeral)).toBe(value)
  })

  it.each([
    '万一',
    '百千',
    '亿',
    '千',
    '亿万',
    '五百三千',
    '两万三万',
    '三亿五亿',
    '五六百',
    '五卅',
    '三三两两',
    '十四五',
    '一百零',
    '三万亿五',
    '港',
    '',
  ])('takes %j for no number', (numeral) => {
    expect(parseHanNumeral(numeral)).toBeUndefined()
  })
})

describe('findNumerals', () => {
  it.each([
    ['533.7亿元', ['53370000000']],
    ['35,000,000', ['35000000']],
    ['3500万 and 三千五百万', ['35000000', '35000000']],
    ['１２８６万标准箱', ['12860000']],
    ['007', ['7']],
    ['1.50米', ['1.5']],
    ['二〇二五年', ['2025']],
    ['九八年', ['98']],
    ['5,6,7', ['5', '6', '7']],
    ['1,2345', ['1', '2345']],
    ['3.5千万', ['35000000']],
    ['1.2万亿', ['1200000000000']],
    ['2千3百', ['2300']],
    ['3千5百万', ['35000000']],
    ['14亿1177万8724人', ['1411778724']],
    ['3万2024年', ['30000', '2024']],
    ['貳仟參佰肆拾伍萬元整', ['23450000']],
    ['农历廿八', ['28']],
  ])('finds the numbers of %s', (text, values) => {
    expect(valuesOf(text)).toEqual(values)
  })

  it.each([
    ['增长5.2%', ['5.2%']],
    ['5.2 ％', ['5.2%']],
    ['百分之五', ['5%']],
    ['百分之五点二', ['5.2%']],
    ['百分之百', ['100%']],
    ['千分之三', ['0.3%']],
    ['3‰', ['0.3%']],
    ['5.2 percent, 5 per cent', ['5.2%', '5%']],
    ['five percent', ['5%']],
    ['提高5.2个百分点', ['5.2']],
    ['up 5.2 percentage points', ['5.2']],
  ])('finds the percentages of %s', (text, values) => {
    expect(valuesOf(text)).toEqual(values)
  })

  it.each([
    ['thirty-five million people', ['35000000']],
    ['two hundred and five', ['205']],
    ['two or three, five and six', ['2', '3', '5', '6']],
    ['35 million', ['35000000']],
    ['$3.5bn', ['3500000000']],
    ['the 21st of them', ['21']],
    ['one of them', []],
    ['often, tens, millions', []],
    ['35 миллионов, 12,5 тыс.', ['35000000', '12500']],
  ])('finds the numbers of %s in words of letters', (text, values) => {
    expect(valuesOf(text)).toEqual(values)
  })

  it('reads about so many by what is said, and leaves what says no number', () => {
    expect(valuesOf('20多个国家')).toEqual(['20'])
    expect(valuesOf('三千多万、3000余万')).toEqual(['30000000', '30000000'])
    expect(valuesOf('十几个、几十万、数百、百余、二十几')).toEqual([])
    expect(valuesOf('人数十二')).toEqual(['12'])
  })

  it.each([
    '统一安排一些，一年一度',
    '万一，千万，十分，百姓，亿万',
    '一一列举，三三两两',
    '五四青年，五六百',
    '零售与零距离',
    '大陆，登陆，队伍，收拾，参加',
    '第十四五个',
  ])('finds no number in the words %s', (text) => {
    expect(valuesOf(text)).toEqual([])
  })

  it('tells a time of the clock from a fraction', () => {
    expect(valuesOf('三点二十分')).toEqual(['3', '20'])
    expect(valuesOf('三点二')).toEqual(['3.2'])
    expect(valuesOf('十分钟')).toEqual(['10'])
  })

  it('keeps the digits as written beside the value', () => {
    const [numeral] = findNumerals('533.7亿元')
    expect(numeral).toMatchObject({ start: 0, end: 6, value: '53370000000', digits: '533.7' })
  })

  it('leaves the currency outside the number', () => {
    expect(findNumerals('约35亿元')).toMatchObject([{ start: 1, end: 4 }])
    expect(findNumerals('$35 million')).toMatchObject([{ start: 1, end: 11 }])
  })

  it.each([
    ['2025年8月31日', ['2025年', '8月', '31日']],
    ['2025-08-31', ['2025年', '8月', '31日']],
    ['2025/8/31', ['2025年', '8月', '31日']],
    ['1—7月', ['1月', '7月']],
    ['一至三日', ['1日', '3日']],
    ['一月', ['1月']],
  ])('knows the parts of the date %s', (text, parts) => {
    expect(findNumerals(fold(text)).map(({ value, dateUnit }) => `${value}${dateUnit}`)).toEqual(parts)
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
})

describe.each(Object.entries(writtenForms))('a whole number up to 10^12 %s', (_, write) => {
  const anyNumber = fc.oneof(
    fc.nat(10_000),
    fc.integer({ min: 0, max: 1e12 }),
    fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(8)).map(([head, zeros]) => head * 10 ** zeros),
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(10)).map(([head, zeros]) => head * 10 ** zeros),
    fc.constantFrom(0, 1, 10, 99, 100, 1e4, 1e8, 1e12 - 1, 1e12),
  )

  it('is found whole and read as its value', () => {
    let written = 0
    fc.assert(
      fc.property(anyNumber, (value) => {
        const form = write(value)
        if (form === undefined) return
        written++
        expect(findNumerals(fold(form))).toMatchObject([{ start: 0, end: form.length, value: String(value) }])
      }),
      { numRuns: 800 },
    )
    expect(written).toBeGreaterThan(30)
  })
})
