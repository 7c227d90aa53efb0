import type { RankedHit } from '../search/rank.ts'

/** Chance in 0..1 that the hit answers the question: a logistic curve over what it shares with the question. */
export function confidenceOf({ features, signals }: RankedHit): number {
  const { intercept, bm25, record, rarest, run, answerType } = confidenceWeights
  const logit =
    intercept +
    bm25 * features.bm25 +
    record * features.record +
    rarest * signals.rarest +
    run * signals.run +
    answerType * features.answerType
  return 1 / (1 + Math.exp(-logit))
}

/**
 * Fitted by logistic regression on 900 questions that 1,000 passages answer, 900 that they do not, and the golden
 * questions of the demonstration corpus.
 */
export const confidenceWeights = {
  intercept: -9.32,
  bm25: 0.61,
  record: 5.02,
  rarest: 1.01,
  run: 3.41,
  answerType: 2.91,
}

/** Confidence below which Lectern abstains. */
export const abstentionThreshold = 0.5
