/** What the best window of a hit tells. Each 0 to 1. */
export interface WindowFeatures {
  /** Share of the query's weight that the window holds. */
  terms: number
  /** Share of the query's weight that only the title, the heading or the question replied to hold. */
  context: number
  /** Share of the question's subwords that the window holds. */
  subwords: number
  /** The same of the window's best single sentence. */
  sentence: number
  /** How surely it holds the kind of thing that is asked for. */
  answerType: number
  /** How much less of the question the sentence holds that has the answer than the window's best sentence. */
  answerApart: number
  /** 1 where the window opens a paragraph. */
  opening: number
  /** Number of sentences, against five. */
  sentences: number
  /** 1 where the window ends by announcing what follows it. */
  announcing: number
  /** 1 where the window tells of an earlier time and the question asks for a count without saying of when. */
  outdated: number
  /** 1 where the window counts what has been added and the question asks how many there are. */
  added: number
}

/** What the passage tells, whatever is quoted of it. `bm25` and `record` are shares of the query's weight and may pass 1. */
export interface PassageFeatures {
  /** BM25+ of the passage and its context. */
  bm25: number
  /** BM25+ of the record as a whole, from its hits. */
  record: number
  /** 1 for the words of a speaker who answers or states. */
  spoken: number
  /** 1 for the words of a speaker whom the question names. */
  named: number
}

/** What speaks for a hit. */
export interface Features extends PassageFeatures, WindowFeatures {}

/** The weight of each feature in the score. */
export type FeatureWeights = Record<keyof Features, number>

/** `bm25` and `record` count alike; `npm run fit` fits the rest to them, but for those from `announcing` on: the open sets hold no transcripts. */
export const featureWeights: FeatureWeights = {
  bm25: 1,
  record: 1,
  terms: 0.55,
  context: 1.4,
  subwords: 0.95,
  sentence: 0.7,
  answerType: 0.45,
  answerApart: -0.3,
  opening: 0.11,
  sentences: 0.26,
  announcing: -0.1,
  spoken: 0.3,
  named: 1,
  outdated: -1.2,
  added: -1.2,
}

/** Weighted sum of the features, in the order of the weights; of some of them, where only some are given. */
export function scoreOf(features: Partial<Features>, weights: FeatureWeights = featureWeights): number {
  let score = 0
  for (const name of featureNames) score += weights[name] * (features[name] ?? 0)
  return score
}

/** Of a hit; written out, as copying so many with `...` is slow. */
export function joinFeatures(passage: PassageFeatures, window: WindowFeatures): Features {
  return {
    bm25: passage.bm25,
    record: passage.record,
    spoken: passage.spoken,
    named: passage.named,
    terms: window.terms,
    context: window.context,
    subwords: window.subwords,
    sentence: window.sentence,
    answerType: window.answerType,
    answerApart: window.answerApart,
    opening: window.opening,
    sentences: window.sentences,
    announcing: window.announcing,
    outdated: window.outdated,
    added: window.added,
  }
}

/** The part of the score that a passage gives, whatever is quoted of it; the same sum, written out. */
export function passageScoreOf(f: PassageFeatures, w: FeatureWeights = featureWeights): number {
  return w.bm25 * f.bm25 + w.record * f.record + w.spoken * f.spoken + w.named * f.named
}

/** The part of the score that a window gives; the same sum, written out, as there are many windows. */
export function windowScoreOf(f: WindowFeatures, w: FeatureWeights = featureWeights): number {
  return (
    w.terms * f.terms +
    w.context * f.context +
    w.subwords * f.subwords +
    w.sentence * f.sentence +
    w.answerType * f.answerType +
    w.answerApart * f.answerApart +
    w.opening * f.opening +
    w.sentences * f.sentences +
    w.announcing * f.announcing +
    w.outdated * f.outdated +
    w.added * f.added
  )
}

export const featureNames = Object.keys(featureWeights) as (keyof Features)[]
