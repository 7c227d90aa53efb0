import { createContextTerms } from '../search/context-terms.ts'
import { featureWeights } from '../search/features.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import type { Query } from '../search/query.ts'
import { weighTerms } from '../search/term-weights.ts'
import type { Effect, Explanation } from './answer.ts'
import type { GuardedHit } from './clipping.ts'
import { confidenceWeights } from './confidence.ts'

/** Tells of the hits of one query why they stand where they stand. */
export function createExplain(index: LecternIndex, query: Query): (hit: GuardedHit) => Explanation {
  const weights = weighTerms(query, index.retriever, index.passages.length)
  const contextOf = createContextTerms(index.analyze)
  const withCovered = (terms: Iterable<string>) =>
    new Set([...terms].flatMap((term) => [term, ...weights.shares.coveredBy(term)]))
  return (hit) => {
    const own = withCovered(hit.window.matches.map(({ term }) => term))
    const context = withCovered(contextOf(hit.passage, hit.record))
    return {
      features: toEffects(featureWeights, { ...hit.features }),
      confidence: toEffects(confidenceWeights, { ...hit.features, ...hit.signals, intercept: 1 }),
      terms: query.terms.map(({ term }) => ({
        term,
        weight: weights.of(term),
        found: own.has(term) ? 'quote' : context.has(term) ? 'context' : 'no',
      })),
    }
  }
}

function toEffects(weights: Record<string, number>, values: Record<string, number>): Effect[] {
  return Object.entries(weights).map(([name, weight]) => {
    const value = values[name] ?? 0
    return { name, value, weight, effect: value * weight }
  })
}
