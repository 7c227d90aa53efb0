import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../../src/text/analyze.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { sliceSpan } from '../../src/text/span.ts'
import { anyText } from '../support/arbitrary.ts'
import { partsPair } from '../support/characters.ts'
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

  it('gives a date written in digits or in Han the same term', () => {
    expect(termsOf('8月31日')).toContain('@8-31')
    expect(termsOf('八月三十一日')).toContain('@8-31')
    expect(termsOf('８月３１号')).toContain('@8-31')
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
