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
  intercept: -10.92,
  bm25: 1.68,
  record: 3.6,
  context: 1.5,
  subwords: 2.4,
  sentence: 2.4,
  length: 6.26,
  lacking: -0.85,
}

/** Confidence below which Lectern abstains. */
export const abstentionThreshold = 0.5
