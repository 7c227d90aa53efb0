import type { RankedHit } from '../search/rank.ts'

/** Chance in 0..1 that the hit answers the question: a logistic curve over what it shares with the question. */
export function confidenceOf({ features, signals }: Pick<RankedHit, 'features' | 'signals'>): number {
  const values: Record<string, number> = { ...features, ...signals, intercept: 1 }
  let logit = 0
  for (const [name, weight] of Object.entries(confidenceWeights)) logit += weight * (values[name] as number)
  return 1 / (1 + Math.exp(-logit))
}

/** Fitted by `npm run fit` on questions that a corpus answers and questions that it does not. */
export const confidenceWeights = {
  intercept: -11.14,
  bm25: 1.79,
  record: 3.42,
  context: 2.09,
  subwords: 2.69,
  sentence: 2.16,
  length: 6.56,
  lacking: -1.34,
}

/** Confidence below which Lectern abstains. */
export const abstentionThreshold = 0.5
