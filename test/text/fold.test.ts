import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { anyText } from '../support/arbitrary.ts'

describe('fold', () => {
  it.each([
    ['full and half width', 'Ｌｅｃｔｅｒｎ　２０２５％', 'lectern 2025%'],
    ['case', 'HARBOUR', 'harbour'],
    ['Latin diacritics', 'Café Ångström', 'cafe angstrom'],
    ['Traditional and Simplified', '開通國際航線', '开通国际航线'],
    ['quotation marks', '“灯塔”「渡轮」', '"灯塔""渡轮"'],
    ['dashes', '1—7月 2–3', '1-7月 2-3'],
    ['the two zeros of Han', '二〇二五', '二零二五'],
    ['case of Cyrillic, with ё as е', 'ЁЛКА', 'елка'],
  ])('makes no difference of %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('keeps the breve of Cyrillic й, which is a letter of its own', () => {
    expect(fold('Йод')).toBe('йод')
  })

  it('keeps the full-width comma apart from the one inside numbers', () => {
    expect(fold('１，２ 1,2')).toBe('1，2 1,2')
  })

  it('keeps the length of any text, so that spans survive', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toHaveLength(text.length)
      }),
    )
  })

  it('keeps the length of a text longer than what is folded at a time', () => {
    const text = '開通ＡＢ👩‍👩‍👧'.repeat(3000)
    expect(fold(text)).toBe('开通ab👩‍👩‍👧'.repeat(3000))
  })

  it('changes nothing when done twice, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('changes nothing when done twice, for every UTF-16 unit', () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
    expect(units.filter((unit) => fold(fold(unit)) !== fold(unit))).toEqual([])
  })

  it('folds each unit by itself, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(fold(before + after)).toBe(fold(before) + fold(after))
      }),
    )
  })

  it('leaves emoji, rare Han, combining marks and lone surrogates as they are', () => {
    for (const text of [
      '👩‍👩‍👧',
      '🇨🇳',
      '👍🏽',
      '𠮷',
      '𪚥',
      '\u{30000}',
      'e\u0301',
      '\u0301',
      '\ud842',
      '\udfb7a',
      'a\ud83d',
    ])
      expect(fold(text)).toBe(text)
  })

  it('keeps the length of any mix of rare Han, emoji, combining marks and lone surrogates', () => {
    const piece = fc.oneof(
      fc.integer({ min: 0x20000, max: 0x323af }).map((point) => String.fromCodePoint(point)),
      fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x300, max: 0x36f }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '👩‍👩‍👧',
        '🇨🇳',
        '👍🏽',
        '\ufe0f',
        '\u200d',
        'İ',
        'ß',
        'ﬁ',
        'ǅ',
        'ΐ',
        '臺',
        '㍻',
        'Å',
        'が',
        '각',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const folded = fold(text)
        expect(folded).toHaveLength(text.length)
        let at = 0
        for (const part of pieces) {
          expect(folded.slice(at, at + part.length)).toBe(fold(part))
          at += part.length
        }
      }),
    )
  })
})
