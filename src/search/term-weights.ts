import type { LecternIndex } from './lectern-index.ts'
import type { Query } from './query.ts'
import type { Retriever } from './retriever.ts'
import { subwordsOf } from './subwords.ts'
import { createShares, type Shares } from './tally.ts'

/** How much each term of a query tells: its inverse document frequency over passages. */
export interface TermWeights {
  /** 0 for a term that the query does not hold. */
  of(term: string): number
  /** Sum over all terms of the query; 0 for an empty query. */
  total: number
  /** Of each term in that sum. */
  shares: Shares
}

/** ln(1 + (N - n + 1/2) / (n + 1/2)), with N passages of which n hold the term. */
export function inverseFrequency(n: number, N: number): number {
  return Math.log(1 + (N - n + 0.5) / (n + 0.5))
}

export function weighTerms(query: Query, retriever: Retriever, passages: number): TermWeights {
  const weights = new Map<string, number>()
  const covers = new Map<string, readonly string[]>()
  for (const { term, weight, covers: covered } of query.terms) {
    weights.set(term, weight * inverseFrequency(retriever.frequency(term), passages))
    if (covered) covers.set(term, covered)
  }
  let total = 0
  for (const weight of weights.values()) total += weight
  return { of: (term) => weights.get(term) ?? 0, total, shares: createShares(weights, covers) }
}

/**
 * What share each subword of the query has in what they tell together: its inverse document frequency, times the
 * weight of the weightiest term that it comes of. One of a covered term counts whole: what covers it has no subwords.
 * The name of a speaker gives none: it stands with the words, and not in them.
 */
export function weighSubwords({ terms }: Query, { subwords, passages }: LecternIndex): Shares {
  const covered = new Set(terms.flatMap(({ covers }) => covers ?? []))
  const weights = new Map<string, number>()
  for (const { term, weight, isName } of terms) {
    if (isName) continue
    const whole = covered.has(term) ? 1 : weight
    for (const part of subwordsOf(term)) weights.set(part, Math.max(whole, weights.get(part) ?? 0))
  }
  for (const [part, weight] of weights)
    weights.set(part, weight * inverseFrequency(subwords.get(part) ?? 0, passages.length))
  return createShares(weights)
}
