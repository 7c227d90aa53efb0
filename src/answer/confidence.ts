import type { RankedHit } from '../search/rank.ts'

/**
 * Chance in 0..1 that the hit answers the question, from how much of the question's weight its best window
 * and its record hold: a logistic curve.
 */
export function confidenceOf({ window, features }: RankedHit): number {
  const { intercept, coverage, support, answerType } = confidenceWeights
  const logit =
    intercept +
    coverage * window.coverage +
    support * (features.bm25 + features.record) +
    answerType * features.answerType
  return 1 / (1 + Math.exp(-logit))
}

/** Fitted on public question sets: answerable questions against questions about other things. */
export const confidenceWeights = { intercept: -5, coverage: 10, support: 0, answerType: 0 }

/** Confidence below which Lectern abstains. */
export const abstentionThreshold = 0.5
