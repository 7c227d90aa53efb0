import type { RankedHit } from '../search/rank.ts'

/** What the confidence in a hit is summed up of, by the names of its weights. */
export function confidenceValues({
  features,
  signals,
}: Pick<RankedHit, 'features' | 'signals'>): Record<keyof typeof confidenceWeights, number> {
  return { ...features, ...signals, intercept: 1 }
}

/** Chance in 0..1 that the hit answers the question: a logistic curve over what it shares with the question. */
export function confidenceOf(hit: Pick<RankedHit, 'features' | 'signals'>): number {
  const values = confidenceValues(hit)
  let logit = 0
  for (const name of weightNames) logit += confidenceWeights[name] * values[name]
  return 1 / (1 + Math.exp(-logit))
}

/**
 * Fitted by `npm run fit` on questions that a corpus answers and questions that it does not. The last two are
 * set: nobody speaks in the open sets, and words about another year or place must not pass for an answer.
 */
export const confidenceWeights = {
  intercept: -11.18,
  bm25: 1.79,
  record: 3.34,
  context: 1.98,
  subwords: 2.56,
  sentence: 2.2,
  length: 6.87,
  lacking: -1.33,
  elsewhere: -3,
  otherSpeaker: -6,
}

const weightNames = Object.keys(confidenceWeights) as (keyof typeof confidenceWeights)[]

/** Confidence below which Lectern abstains. */
export const abstentionThreshold = 0.5
