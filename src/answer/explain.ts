import { createContextTerms } from '../search/context-terms.ts'
import { featureWeights } from '../search/features.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import type { Query } from '../search/query.ts'
import { createSought } from '../search/sought.ts'
import { createShares } from '../search/tally.ts'
import { weighTerms } from '../search/term-weights.ts'
import type { Effect, Explanation } from './answer.ts'
import type { GuardedHit } from './clipping.ts'
import { confidenceValues, confidenceWeights } from './confidence.ts'

/** Tells of the hits of one query why they stand where they stand. */
export function createExplain(index: LecternIndex, query: Query): (hit: GuardedHit) => Explanation {
  const weights = weighTerms(query, index.retriever, index.passages.length)
  const { shares } = weights
  const contextOf = createContextTerms(createSought(index.analyze, { terms: shares, subwords: noShares }))
  return (hit) => {
    const own = new Set(shares.find(hit.window.matches.map(({ term }) => term)))
    const context = new Set(contextOf(hit.passage, hit.record).all)
    return {
      features: toEffects(featureWeights, { ...hit.features }),
      confidence: toEffects(confidenceWeights, confidenceValues(hit)),
      terms: shares.names.map((term, number) => ({
        term,
        weight: weights.of(term),
        found: own.has(number) ? 'quote' : context.has(number) ? 'context' : 'no',
      })),
    }
  }
}

/** Nothing is sought beside the terms. */
const noShares = createShares(new Map())

function toEffects(weights: Record<string, number>, values: Record<string, number>): Effect[] {
  return Object.entries(weights).map(([name, weight]) => {
    const value = values[name] ?? 0
    return { name, value, weight, effect: value * weight }
  })
}
