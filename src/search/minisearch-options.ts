import type { Options } from 'minisearch'
import type { Analyzer } from '../text/analyze.ts'
import { bm25 } from './bm25.ts'

/** A passage with its context, as MiniSearch takes it. */
export interface PassageDocument {
  id: number
  text: string
  /** The question that the passage replies to. */
  question: string
  heading: string
  title: string
  speaker: string
}

export const searchedFields = ['text', 'question', 'heading', 'title', 'speaker'] as const

export type SearchedField = (typeof searchedFields)[number]

/** How much a match in each field counts, against 1 for the words of the passage itself. */
export const fieldBoosts: Record<SearchedField, number> = {
  text: 1,
  question: 0.4,
  heading: 0.3,
  title: 0.3,
  speaker: 0.2,
}

/** The one set of options, both to write an index and to read it: MiniSearch finds nothing under other ones. */
export function createMiniSearchOptions(analyze: Analyzer): Options<PassageDocument> {
  return {
    idField: 'id',
    fields: [...searchedFields],
    storeFields: [],
    tokenize: (text) => analyze(text).map((token) => token.term),
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'OR',
      boost: fieldBoosts,
      bm25,
      // The terms of a query are cut already; a term may hold any character but the tab.
      tokenize: (terms) => terms.split('\t'),
      processTerm: (term) => term,
    },
    autoVacuum: false,
  }
}
