import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSought } from '../../src/search/sought.ts'
import { createShares } from '../../src/search/tally.ts'
import { createAnalyzer } from '../../src/text/analyze.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { createSynonyms } from '../../src/text/synonyms.ts'
import { anyText } from '../support/arbitrary.ts'
import { sentences } from '../support/corpus.ts'
import { words } from '../support/index.ts'
import { collectSubwords } from '../support/subwords.ts'

const synonyms = createSynonyms([
  ['灯塔', '航标'],
  ['渡轮', 'ferry', '摆渡船'],
  ['US', 'America'],
])
const analyze = createAnalyzer(createLexicon([...words, '𠮷野家', '三千']), synonyms)

const anyWords = fc.oneof(anyText, fc.constantFrom(...sentences))

describe('a finder of tokens', () => {
  it('gives the tokens of the analyzer that a question seeks, in its order, and no others', () => {
    fc.assert(
      fc.property(anyWords, anyWords, (question, text) => {
        const terms = new Set(analyze(question).map(({ term }) => term))
        const seek = (names: Iterable<string>) => createShares(new Map([...names].map((name) => [name, 1])))
        const {
          find,
          terms: own,
          subwords,
          read,
        } = createSought(analyze, {
          terms: seek(terms),
          subwords: seek(collectSubwords(terms)),
        })
        const isSought = (term: string) =>
          own.holds(term) || [...collectSubwords([term])].some((part) => subwords.holds(part))
        const found = find(question + text + question)
        expect(found).toEqual(analyze(question + text + question).filter(({ term }) => isSought(term)))
        for (const { term } of found) {
          expect(read(term).terms).toEqual(own.find([term]))
          expect(read(term).subwords).toEqual(subwords.find(collectSubwords([term])))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds nothing where nothing is sought', () => {
    const find = analyze.createFinder({ terms: [], signs: [], words: false, takes: () => true })
    expect(find('渡轮去年运送旅客三千五百万人次。 The ferry, 8月31日。')).toEqual([])
  })
})
