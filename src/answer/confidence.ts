import type { RankedHit } from '../search/rank.ts'

/** Chance in 0..1 that the hit answers the question: a logistic curve over what it shares with the question. */
export function confidenceOf({ features, signals }: Pick<RankedHit, 'features' | 'signals'>): number {
  const w = confidenceWeights
  const logit =
    w.intercept +
    w.bm25 * features.bm25 +
    w.record * features.record +
    w.context * features.context +
    w.subwords * features.subwords +
    w.sentence * features.sentence +
    w.length * signals.length +
    w.lacking * signals.lacking +
    w.elsewhere * signals.elsewhere +
    w.otherSpeaker * signals.otherSpeaker
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

/** Confidence below which Lectern abstains. */
export const abstentionThreshold = 0.5
