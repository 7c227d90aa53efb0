import type { Query } from './query.ts'

/** A passage that matched. */
export interface Hit {
  /** Passage number. */
  passage: number
  /** Weighted sum over the terms and fields; comparable within one query only. */
  score: number
  /** Terms of the query that the passage or its context holds. */
  terms: string[]
}

export interface RetrieveOptions {
  /** How many hits at most. */
  limit: number
  /** Says which passages may be hits at all; all of them when absent. */
  accepts?: (passage: number) => boolean
}

/** Finds candidate passages for a query. Every implementation passes `test/contract/retriever.ts`. */
export interface Retriever {
  /** Hits by descending score, ties by ascending passage number. */
  retrieve(query: Query, options: RetrieveOptions): Promise<Hit[]>
  /** Those of the terms that a passage or its context holds, among the passages that `accepts` takes: all when absent. */
  held(terms: readonly string[], accepts?: (passage: number) => boolean): Promise<ReadonlySet<string>>
  /** How many passages hold the term in their own words; 0 for an unknown term. */
  frequency(term: string): number
}
