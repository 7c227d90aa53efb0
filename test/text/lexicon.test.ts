import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { createLexicon, maxWordLength, parseLexicon, serializeLexicon } from '../../src/text/lexicon.ts'
import { collectWords } from '../../src/text/lexicon-words.ts'

const anyWord = fc.string({ unit: fc.constantFrom(...'港口城市海水淡化厂區開'), minLength: 1, maxLength: 14 })

describe('a lexicon', () => {
  it('is the same for the same words in any order, number and writing', () => {
    fc.assert(
      fc.property(fc.array(anyWord), (words) => {
        const { words: known } = createLexicon(words)
        expect(createLexicon([...words].reverse().concat(words.map(fold))).words).toEqual(known)
      }),
    )
    expect(createLexicon(['開通 ', '开通']).words).toEqual(['开通'])
  })

  it('knows words of two characters to its longest, folded and in order', () => {
    const lexicon = createLexicon(['港', '港口', '海水', '海'.repeat(maxWordLength + 1), ''])
    expect(lexicon.words).toEqual(['海水', '港口'])
  })

  it('finds all the words that begin at a place, shortest first', () => {
    const lexicon = createLexicon(['海水', '海水淡化', '海水淡化厂', '淡化'])
    expect(lexicon.endsAt('新海水淡化厂', 1)).toEqual([3, 5, 6])
    expect(lexicon.endsAt('新海水淡化厂', 2)).toEqual([])
    expect(lexicon.endsAt('海水', 2)).toEqual([])
  })

  it('finds what looking up every slice finds', () => {
    fc.assert(
      fc.property(fc.array(anyWord), anyWord.map(fold), (words, text) => {
        const lexicon = createLexicon(words)
        const known = new Set(lexicon.words)
        for (let start = 0; start < text.length; start++) {
          const ends = Array.from({ length: text.length - start }, (_, at) => start + at + 1)
          expect(lexicon.endsAt(text, start)).toEqual(ends.filter((end) => known.has(text.slice(start, end))))
        }
      }),
    )
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyWord), (words) => {
        const file = serializeLexicon(createLexicon(words))
        expect(parseLexicon(file).words).toEqual(createLexicon(words).words)
        expect(serializeLexicon(parseLexicon(file))).toBe(file)
      }),
    )
  })

  it('is an empty file when it knows no word', () => {
    expect(serializeLexicon(createLexicon([]))).toBe('')
    expect(parseLexicon('').words).toEqual([])
  })
})

describe('collectWords', () => {
  it('keeps each word of two letters or more that is written without spaces', () => {
    const cut = (text: string) => text.split('/')
    const texts = ['渡轮/的/2025/灯塔', 'ferry/渡轮/，，/カナ']
    expect([...collectWords(cut, texts)]).toEqual(['渡轮', '灯塔', 'カナ'])
  })
})
