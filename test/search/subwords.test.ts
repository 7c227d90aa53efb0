import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createSubwordCounter,
  parseSubwordCounts,
  serializeSubwordCounts,
} from '../../src/search/subword-counts.ts'
import { subwordsOf } from '../../src/search/subwords.ts'
import { analyze } from '../contract/town.ts'
import { collectSubwords } from '../support/subwords.ts'

function subwordsIn(text: string): Set<string> {
  return collectSubwords(analyze(text).map(({ term }) => term))
}

describe('the subwords of a text', () => {
  it('are the signs of a script without spaces, but for those that only bind', () => {
    expect(subwordsIn('首任站长')).toEqual(new Set(['首', '任', '站', '长']))
    expect(subwordsIn('灯塔的')).toEqual(new Set(['灯', '塔']))
  })

  it('are the same in both scripts', () => {
    expect(subwordsIn('燈塔')).toEqual(subwordsIn('灯塔'))
  })

  it('are the first letters of words, so that forms of one word share them', () => {
    expect(subwordsIn('translator')).toEqual(subwordsIn('translated'))
    expect(subwordsIn('переводчик')).toEqual(subwordsIn('переводы'))
  })

  it('are numbers whole, and no dates or groups of synonyms', () => {
    expect(subwordsOf('#35000000')).toEqual(['#35000000'])
    expect(subwordsOf('@8-31')).toEqual([])
    expect(subwordsOf('~渡轮')).toEqual([])
  })

  it('never cut a rare sign in half', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('𠮷', '𝒜', '𐐨', '灯', 'a', ' ', '3'), { maxLength: 12 })
          .map((signs) => signs.join('')),
        (text) => {
          for (const subword of subwordsIn(text))
            expect(subword).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        },
      ),
    )
  })
})

describe('the counts of subwords', () => {
  it('count a passage once, and read back as they were written', () => {
    const counter = createSubwordCounter((number) => ['灯塔', '塔灯', '灯火'][number] as string)
    counter.add(0, 0)
    counter.add(1, 0)
    counter.add(2, 1)
    const counts = counter.counts()
    expect(counts).toEqual(
      new Map([
        ['灯', 2],
        ['塔', 1],
        ['火', 1],
      ]),
    )
    expect(parseSubwordCounts(serializeSubwordCounts(counts))).toEqual(counts)
  })
})
