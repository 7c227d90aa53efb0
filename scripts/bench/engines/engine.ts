import type { PassageDocument } from '../../../src/search/minisearch-options.ts'
import type { QueryContext } from '../../../src/search/query.ts'

/** How many passages each engine is asked for: as many as Lectern's ranking is given. */
export const limit = 100

/** A search engine that is measured; one file each. */
export interface BenchEngine {
  name: string
  /** Package whose version is told; none for what is Lectern's own. */
  package?: string
  /** How it is used, for the report. */
  use: string
  /** Indexes passages, whose ids are 0, 1, 2, …, and writes the index into one file. */
  build(passages: readonly PassageDocument[], file: string, context: QueryContext): Promise<void>
  /** From the file to ready to answer. */
  open(file: string, context: QueryContext): Promise<OpenEngine>
}

export interface OpenEngine {
  /**
   * Cuts a question into terms, where that is not the engine's own business, and gives the search for them: ids of
   * at most `limit` passages, best first. Both together are the time of a question.
   */
  prepare(question: string): () => number[] | Promise<number[]>
  close?(): void
}
