import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/text/dates.ts'
import { fold } from '../../src/text/fold.ts'
import { findNumerals } from '../../src/text/numeral.ts'

function datesOf(text: string) {
  const folded = fold(text)
  return findDates(folded, findNumerals(folded))
}

function termsOf(text: string): string[] {
  return datesOf(text).map(({ term }) => term)
}

describe('findDates', () => {
  it.each([
    '8月31日',
    '八月三十一日',
    '8月31号',
    '8 月 31 日',
    '八月卅一日',
    '二〇二五年八月三十一日',
    '2025-08-31',
    '2025/8/31',
    '2025.8.31',
    'August 31',
    'August 31, 2025',
    '31 August 2025',
    'Aug. 31st',
    'the 31st of August',
    '31 августа',
  ])('gives one term to the day %s', (text) => {
    expect(termsOf(text)).toEqual(['@8月', '@8-31'])
  })

  it.each(['8月', '八月份', '2025年8月', 'in August', 'August 2025', 'в августе'])(
    'gives one term to the month %s',
    (text) => {
      expect(termsOf(text)).toEqual(['@8月'])
    },
  )

  it.each([
    ['8月31日至9月1日', ['@8月', '@9月', '@8-31', '@9-1']],
    ['8月30日—9月2日', ['@8月', '@9月', '@8-30', '@8-31', '@9-1', '@9-2']],
    ['8月1日至3日', ['@8月', '@8-1', '@8-2', '@8-3']],
    ['8月1—3日', ['@8月', '@8-1', '@8-2', '@8-3']],
    ['八月一日、三日', ['@8月', '@8-1', '@8-3']],
    ['12月31日至1月1日', ['@12月', '@1月', '@12-31', '@1-1']],
    ['1 to 3 August', ['@8月', '@8-1', '@8-2', '@8-3']],
    ['August 1-3', ['@8月', '@8-1', '@8-2', '@8-3']],
  ])('gives the days of %s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  it('gives the two ends alone of a long stretch of days', () => {
    expect(termsOf('8月1日至8月25日')).toEqual(['@8月', '@8-1', '@8-25'])
    expect(termsOf('8月1日至25日')).toEqual(['@8月', '@8-1', '@8-25'])
  })

  it.each([
    '1—7月',
    '1至7月',
    '1-7月份',
    '一至七月',
    '1月至7月',
    '前七个月',
    '前7个月',
    'January to July',
    'January–July',
    'first seven months',
  ])('gives one term to the months on end %s', (text) => {
    expect(termsOf(text)).toEqual(['@1..7月'])
  })

  it.each([
    ['@1..6月', ['上半年', '1—6月', 'the first half of 2025', 'H1 2025', '2025 H1']],
    ['@7..12月', ['下半年', '7—12月', 'second half']],
    ['@1..3月', ['一季度', '第一季度', '首季度', '1—3月', '1季度', 'the first quarter', 'Q1']],
    ['@7..9月', ['三季度', '第三季度', '七至九月', 'third quarter', 'Q3 2025']],
    ['@1..9月', ['前三季度', '前三个季度', '1—3季度', '一至九月', 'first three quarters']],
  ])('gives %s to every way of saying it', (term, texts) => {
    for (const text of texts) expect([text, ...termsOf(text)]).toEqual([text, term])
  })

  it.each([
    '13月',
    '0月',
    '1.5月',
    '百八月',
    '8个月',
    '3.8%',
    'it may rain',
    'they march on',
    'Janet',
    'MP3',
    '半年',
    '1.2.3',
    '192.168.10.25',
  ])('finds no date in %s', (text) => {
    expect(termsOf(text)).toEqual([])
  })

  it('takes the month alone where there is no such day', () => {
    expect(termsOf('8月45日')).toEqual(['@8月'])
    expect(termsOf('2月31日')).toEqual(['@2月'])
  })

  it('knows English months that are words too by a day or year beside them', () => {
    expect(termsOf('May 5')).toEqual(['@5月', '@5-5'])
    expect(termsOf('March 2025')).toEqual(['@3月'])
    expect(termsOf('August 5 million')).toEqual(['@8月'])
  })

  it('gives the span of the whole writing', () => {
    const text = '会期：8月31日至9月1日。上半年'
    const slices = datesOf(text).map(({ start, end }) => text.slice(start, end))
    expect(new Set(slices)).toEqual(new Set(['8月31日至9月1日', '上半年']))
  })

  it('parts dates that stand side by side', () => {
    expect(termsOf('8月31日，9月1日和10月')).toEqual(['@8月', '@8-31', '@9月', '@9-1', '@10月'])
  })
})
