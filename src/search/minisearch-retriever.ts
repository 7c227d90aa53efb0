import MiniSearch, { type AsPlainObject } from 'minisearch'
import type { Analyzer } from '../text/analyze.ts'
import { createMiniSearchOptions, type PassageDocument, searchedFields } from './minisearch-options.ts'
import type { Hit, RetrieveOptions, Retriever } from './retriever.ts'

/**
 * Opens a serialized MiniSearch index. Passage ids are the numbers from 0 in the order in which they were added.
 * @param plain what `MiniSearch#toJSON` gave.
 */
export function openMiniSearch(plain: AsPlainObject, analyze: Analyzer): Retriever {
  const miniSearch = MiniSearch.loadJS<PassageDocument>(plain, createMiniSearchOptions(analyze))
  const frequencies = countFrequencies(plain)
  return {
    async retrieve(query, { limit, accepts }: RetrieveOptions) {
      if (query.terms.length === 0) return []
      const weights = new Map(query.terms.map(({ term, weight }) => [term, weight]))
      const results = miniSearch.search(query.terms.map(({ term }) => term).join('\t'), {
        boostTerm: (term) => weights.get(term) ?? 1,
        ...(accepts ? { filter: (result) => accepts(result.id as number) } : {}),
      })
      const hits = results.map((result): Hit => {
        // MiniSearch multiplies the sum over the terms by the number of terms that matched; the sum is the score.
        const score = result.score / Math.max(1, result.queryTerms.length)
        return { passage: result.id as number, score, terms: result.queryTerms }
      })
      return hits.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, limit)
    },
    async held(terms, accepts) {
      const results = miniSearch.search(terms.join('\t'), {
        ...(accepts ? { filter: (result) => accepts(result.id as number) } : {}),
      })
      return new Set(results.flatMap(({ queryTerms }) => queryTerms))
    },
    frequency: (term) => frequencies.get(term) ?? 0,
  }
}

/** How many passages hold each term in their own words. */
function countFrequencies(plain: AsPlainObject): Map<string, number> {
  const textField = plain.fieldIds[searchedFields[0]] as number
  const frequencies = new Map<string, number>()
  for (const [term, fields] of plain.index) {
    const postings = (fields as unknown as Record<string, object>)[textField]
    if (postings) frequencies.set(term, Object.keys(postings).length)
  }
  return frequencies
}
