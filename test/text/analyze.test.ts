import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../../src/text/analyze.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { sliceSpan } from '../../src/text/span.ts'
import { anyText } from '../support/arbitrary.ts'
import { partsPair } from '../support/characters.ts'
import { cpuTime } from '../support/cpu-time.ts'
import { words } from '../support/index.ts'

const analyze = createAnalyzer(createLexicon(words))

function termsOf(text: string): string[] {
  return analyze(text).map(({ term }) => term)
}

describe('the analyzer', () => {
  it('gives every bigram of Han and every longer word of the lexicon', () => {
    expect(termsOf('海水淡化').sort()).toEqual(['水淡', '海水', '海水淡化', '淡化'].sort())
  })

  it('gives a character that stands alone', () => {
    expect(termsOf('灯 塔，A𠮷!')).toEqual(['灯', '塔', 'a', '𠮷'])
  })

  it('tells the same terms in the same order without their tokens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const told: string[] = []
        analyze.tellTerms(text, (source, start, end) => told.push(source.slice(start, end)))
        expect(told).toEqual(termsOf(text))
      }),
    )
  })

  it('takes a rare character of two units for one character', () => {
    expect(termsOf('𠮷野家')).toEqual(['𠮷野', '野家'])
  })

  it('stems words of letters', () => {
    expect(termsOf('Ferries')).toEqual(termsOf('ferry'))
    expect(termsOf('маяки')).toEqual(termsOf('маяк'))
  })

  it('keeps a number whole, with its value', () => {
    expect(termsOf('3500万')).toContain('#35000000')
    expect(termsOf('三千五百万')).toContain('#35000000')
    expect(termsOf('35,000,000')).toContain('#35000000')
    expect(termsOf('5.2%')).toEqual(expect.arrayContaining(['#5.2', '#5.2%']))
    expect(termsOf('533.7亿元')).toEqual(expect.arrayContaining(['#53370000000', '#533.7']))
  })

  it.each([
    ['三万五', '35,000'],
    ['一亿三千五百万', '1.35亿'],
    ['叁仟伍佰万', '35 million'],
    ['thirty-five million', '3500万'],
    ['百分之五点二', '5.2 percent'],
    ['千分之三', '0.3%'],
  ])('gives %s the value of %s', (one, other) => {
    const values = termsOf(other).filter((term) => term.startsWith('#'))
    expect(values.some((value) => termsOf(one).includes(value))).toBe(true)
  })

  it('gives a date written in digits or in Han the same term', () => {
    expect(termsOf('8月31日')).toContain('@8-31')
    expect(termsOf('八月三十一日')).toContain('@8-31')
    expect(termsOf('８月３１号')).toContain('@8-31')
  })

  it.each([
    ['今年1—7月', '今年前七个月'],
    ['上半年', '1至6月'],
    ['8月31日至9月1日', '八月三十一日到九月一日'],
    ['2025-08-31', '31 August 2025'],
  ])('gives %s the dates of %s', (one, other) => {
    const dates = termsOf(one).filter((term) => term.startsWith('@'))
    expect(dates).not.toEqual([])
    expect(termsOf(other).filter((term) => term.startsWith('@'))).toEqual(dates)
  })

  it('finds a month by its date, not by its bare number', () => {
    expect(termsOf('8月')).not.toContain('#8')
    expect(termsOf('2025年8月31日')).toEqual(expect.arrayContaining(['#2025', '#31']))
    expect(termsOf('1—7月').filter((term) => /^[#@]/.test(term))).toEqual(['@1..7月'])
  })

  it('keeps digits of other scripts as words', () => {
    expect(termsOf('٣٥')).toEqual(['٣٥'])
    expect(termsOf('①')).toEqual([])
  })

  it('takes time in proportion to the text, whatever it is made of', () => {
    for (const piece of [
      '1',
      '1,',
      '111,',
      '一',
      '百',
      '一点',
      '1万',
      '8月1、',
      '2025-',
      'two and ',
      'may 1 ',
    ]) {
      const [short, long] = [2_000, 40_000].map((count) => cpuTime(() => analyze(piece.repeat(count))))
      expect([piece, (long as number) < (short as number) * 200 + 50]).toEqual([piece, true])
    }
  })

  it('gives nothing for marks, emoji and white space', () => {
    expect(termsOf('……！？ 👩‍👩‍👧 \n\t。')).toEqual([])
  })

  it.each([
    ['新港區開通國際航線', '新港区开通国际航线'],
    ['圖書館與博物館', '图书馆与博物馆'],
    ['八月三十一日，志願者參觀燈塔', '八月三十一日，志愿者参观灯塔'],
    ['渡輪運送旅客三千五百萬人次', '渡轮运送旅客三千五百万人次'],
    ['「海水淡化廠」投資533.7億元', '“海水淡化厂”投资533.7亿元'],
  ])('gives the terms of %s in Traditional as in Simplified', (traditional, simplified) => {
    expect(termsOf(traditional)).toEqual(termsOf(simplified))
  })

  it('gives the same terms in full as in half width', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'abzAZ 0123.%-!?()/:'), maxLength: 20 })
    fc.assert(
      fc.property(ascii, (text) => {
        expect(analyze(widen(text))).toEqual(analyze(text))
      }),
    )
  })

  it('gives spans inside the text that are never empty and never part a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end } of analyze(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          for (const at of [start, end]) expect(partsPair(text, at)).toBe(false)
        }
      }),
    )
  })

  it('makes each term from its slice alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of analyze(text)) {
          const slice = sliceSpan(text, token)
          expect(analyze(slice)).toContainEqual({ term: token.term, start: 0, end: slice.length })
        }
      }),
    )
  })

  it('gives the same tokens each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(createAnalyzer(createLexicon(words))(text)).toEqual(analyze(text))
      }),
      { numRuns: 30 },
    )
  })
})

function widen(ascii: string): string {
  return ascii
    .replaceAll(' ', '\u3000')
    .replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}
