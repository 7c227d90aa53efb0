import type { Passage } from '../record/passage.ts'
import type { LecternRecord, Turn } from '../record/record.ts'
import { sliceSpan } from '../text/span.ts'
import { type ContextTerms, createContextTerms } from './context-terms.ts'
import type { LecternIndex } from './lectern-index.ts'
import type { Query } from './query.ts'
import { createRecordEvidence } from './record-evidence.ts'
import type { Hit } from './retriever.ts'
import { findSignals, type Signals } from './signals.ts'
import { type TermWeights, weighTerms } from './term-weights.ts'
import { tellsOfBefore } from './time-words.ts'
import { findBestWindow, type Window } from './window.ts'

/** What speaks for a hit. All but `bm25` and `record` lie in 0..1; these two are shares of the query's weight. */
export interface Features {
  /** BM25+ of the passage and its context. */
  bm25: number
  /** BM25+ of the record as a whole, from its hits. */
  record: number
  /** Share of the query's weight that the best window holds. */
  window: number
  /** 1 when the window holds the kind of thing that is asked for. */
  answerType: number
  /** 1 for the words of a speaker who answers or states. */
  spoken: number
  /** 1 for the words of a speaker whom the question names. */
  named: number
  /** 1 where the window tells of an earlier time and the question asks for a count without saying of when. */
  outdated: number
}

/** The weight of each feature in the score. */
export const featureWeights: Record<keyof Features, number> = {
  bm25: 1,
  record: 1,
  window: 0.3,
  answerType: 0.05,
  spoken: 0.3,
  named: 1,
  outdated: -1.2,
}

export interface RankedHit {
  passage: Passage
  record: LecternRecord
  turn: Turn
  window: Window
  features: Features
  signals: Signals
  score: number
}

export interface RankOptions {
  /** Length of a quote at most, in UTF-16 units. */
  quoteChars: number
}

/** How many of the hits get a closer look; the rest cannot come first. */
const candidates = 50

/** The hits by descending score; of equals the more recent record first, then the order of the index. */
export function rank(index: LecternIndex, query: Query, hits: Hit[], options: RankOptions): RankedHit[] {
  const weights = weighTerms(query, index.retriever, index.passages.length)
  const recordEvidence = createRecordEvidence(index, hits, weights)
  const contextOf = createContextTerms(index.analyze)
  const ranked = hits
    .slice(0, candidates)
    .map((hit) => measure({ index, query, hit, weights, recordEvidence, contextOf, options }))
  return withoutQuestions(ranked).sort(compareRanked)
}

/** A question is no answer: the words of those who ask are hits only where nothing else is. */
function withoutQuestions(hits: RankedHit[]): RankedHit[] {
  const others = hits.filter(({ turn }) => turn.kind !== 'question')
  return others.length > 0 ? others : hits
}

interface Measure {
  index: LecternIndex
  query: Query
  hit: Hit
  weights: TermWeights
  recordEvidence: (record: number) => number
  contextOf: ContextTerms
  options: RankOptions
}

function measure({ index, query, hit, weights, recordEvidence, contextOf, options }: Measure): RankedHit {
  const passage = index.passages[hit.passage] as Passage
  const record = index.records[passage.record] as LecternRecord
  const turn = record.turns[passage.turn] as Turn
  const { analyze } = index
  const window = findBestWindow(record.text, passage.span, {
    query,
    weights,
    analyze,
    context: contextOf(passage, record),
    maxLength: options.quoteChars,
  })
  const scale = weights.total || 1
  const features: Features = {
    bm25: hit.score / scale,
    record: recordEvidence(passage.record) / scale,
    window: window.contextCoverage,
    answerType: window.answers ? 1 : 0,
    spoken: turn.kind === 'reply' || turn.kind === 'statement' ? 1 : 0,
    named: turn.speaker !== undefined && query.speakers.includes(turn.speaker) ? 1 : 0,
    outdated: query.asksForNow && tellsOfBefore(sliceSpan(record.text, window.span)) ? 1 : 0,
  }
  const signals = findSignals(record.text, window, query, weights)
  return { passage, record, turn, window, features, signals, score: scoreOf(features) }
}

/** Weighted sum of the features. */
export function scoreOf(features: Features): number {
  let score = 0
  for (const [name, weight] of Object.entries(featureWeights))
    score += weight * features[name as keyof Features]
  return score
}

function compareRanked(a: RankedHit, b: RankedHit): number {
  if (a.score !== b.score) return b.score - a.score
  const byDate = compareText(b.record.date ?? '', a.record.date ?? '')
  return byDate || a.passage.id - b.passage.id
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
