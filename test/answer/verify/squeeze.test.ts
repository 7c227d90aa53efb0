import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { squeeze } from '../../../src/answer/verify/squeeze.ts'
import { anyText } from '../../support/arbitrary.ts'

const words = (text: string) => squeeze(text).units

describe('the words of a text', () => {
  it.each([
    ['marks', '渡轮，“灯塔”；码头。', '渡轮灯塔码头'],
    ['spaces between Han and letters', '在 AI 时代', '在AI时代'],
    ['line breaks', '渡轮\n\n灯塔', '渡轮灯塔'],
    ['full width', 'ＡＢＣ１２３％', 'abc123%'],
    ['Traditional characters', '開通燈塔，計畫與計劃', '开通灯塔计划与计画'],
    ['case and diacritics', 'Café MOOR', 'cafe moor'],
    ['diacritics written apart', 'Cafe\u0301', 'café'],
    ['soft hyphens and joiners', 'har\u00adbour\u200b', 'harbour'],
    ['commas that part thousands', '1,286,000人', '1286000人'],
    ['full-width commas between full-width digits', '１，２８６人', '1286人'],
    ['kinds of dash between numbers', '5—7月', '5-7月'],
  ])('are the same without %s', (_, text, same) => {
    expect(words(text)).toBe(words(same))
  })

  it.each([
    ['a decimal point', '3.5', '35'],
    ['a dash between numbers', '5—7月', '57月'],
    ['a comma between numbers', '5，7月', '57月'],
    ['a dash for a comma', '5—7月', '5、7月'],
    ['a comma that parts no thousands', '1,28', '128'],
    ['a space between words', 'now here', 'nowhere'],
    ['an apostrophe', "we'll", 'well'],
    ['a hyphen', 're-sign', 'resign'],
    ['a per cent sign', '增长5%', '增长5'],
    ['a currency', '€100', '$100'],
    ['a breve that makes another letter', 'мой', 'мои'],
    ['a rare character', '𠮷野', '野'],
  ])('are others without %s', (_, text, other) => {
    expect(words(text)).not.toBe(words(other))
  })

  it('tell where each of them stands in the text', () => {
    const text = '渡轮， 1,286 passengers.'
    const { units, places } = squeeze(text)
    expect(units).toBe('渡轮1286passengers')
    expect([...places].map((place) => text.charAt(place)).join('')).toBe('渡轮1286passengers')
  })

  it('of any text have places in order, one for each', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const { units, places } = squeeze(text)
        expect(places).toHaveLength(units.length)
        for (let at = 1; at < places.length; at++)
          expect(places[at]).toBeGreaterThanOrEqual(places[at - 1] as number)
        if (places.length > 0) expect(places.at(-1)).toBeLessThan(text.length)
      }),
    ))

  it('are the same when they are squeezed again', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(words(text))).toBe(words(text))
      }),
    ))
})
