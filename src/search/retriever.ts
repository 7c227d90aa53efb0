import type { Query } from './query.ts'

/** Filters are exact; a passage that does not meet all of them is never a hit. */
export interface Filters {
  /** Speaker's name, compared folded. */
  speaker?: string
  /** Earliest date, `YYYY-MM-DD`, inclusive. */
  from?: string
  /** Latest date, `YYYY-MM-DD`, inclusive. */
  to?: string
  /** Record id. */
  record?: string
  kind?: string
}

/** A passage that matched. */
export interface Hit {
  /** Passage number. */
  passage: number
  score: number
  /** Terms of the query that the passage holds, in any field. */
  terms: string[]
}

export interface RetrieveOptions {
  /** How many hits at most. */
  limit: number
  filters?: Filters
}

/** Finds candidate passages for a query. Hits come by descending score, ties by passage number. */
export interface Retriever {
  retrieve(query: Query, options: RetrieveOptions): Promise<Hit[]>
}
