import type { Analyzer } from '../text/analyze.ts'
import { startsUnspaced } from '../text/script.ts'
import type { TokenFinder } from '../text/token-finder.ts'
import { subwordsOf } from './subwords.ts'
import type { Shares } from './tally.ts'

/** What of a query a term is. */
export interface SoughtTerm {
  /** The term itself and what it covers, as numbers of `terms`; empty where it is none of the query's. */
  terms: readonly number[]
  /** Numbers of the subwords of all these. */
  subwords: readonly number[]
}

/** What a query seeks in texts. */
export interface Sought {
  terms: Shares
  subwords: Shares
  /** Finds tokens that are terms of the query, or have subwords of it. */
  find: TokenFinder
  /** Of a token that `find` gave. */
  read(term: string): SoughtTerm
}

export function createSought(
  analyze: Analyzer,
  { terms, subwords }: Pick<Sought, 'terms' | 'subwords'>,
): Sought {
  const known = new Map<string, SoughtTerm>()
  const read = (term: string): SoughtTerm => {
    const seen = known.get(term)
    if (seen) return seen
    const isTerm = terms.holds(term)
    const parts = isTerm ? [term, ...terms.coveredBy(term)].flatMap(subwordsOf) : subwordsOf(term)
    const sought = { terms: isTerm ? terms.find([term]) : none, subwords: subwords.find(parts) }
    known.set(term, sought)
    return sought
  }
  const find = analyze.createFinder({
    terms: terms.names,
    signs: subwords.names.filter(startsUnspaced),
    words: subwords.names.some((name) => !name.startsWith('#') && !startsUnspaced(name)),
    takes(term) {
      const { terms, subwords } = read(term)
      return terms.length > 0 || subwords.length > 0
    },
  })
  return { terms, subwords, find, read }
}

const none: readonly number[] = []
