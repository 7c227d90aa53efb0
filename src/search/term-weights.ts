import type { Query } from './query.ts'
import type { Retriever } from './retriever.ts'

/** How much each term of a query tells: its inverse document frequency over passages. */
export interface TermWeights {
  /** 0 for a term that the query does not hold. */
  of(term: string): number
  /** Sum over all terms of the query; 0 for an empty query. */
  total: number
}

/** ln(1 + (N - n + 1/2) / (n + 1/2)), with N passages of which n hold the term. */
export function inverseFrequency(n: number, N: number): number {
  return Math.log(1 + (N - n + 0.5) / (n + 0.5))
}

export function weighTerms(query: Query, retriever: Retriever, passages: number): TermWeights {
  const weights = new Map<string, number>()
  for (const { term, weight } of query.terms) {
    weights.set(term, weight * inverseFrequency(retriever.frequency(term), passages))
  }
  let total = 0
  for (const weight of weights.values()) total += weight
  return { of: (term) => weights.get(term) ?? 0, total }
}
