import type { Passage } from '../record/passage.ts'
import type { LecternRecord, Turn } from '../record/record.ts'
import { compareCodeUnits } from '../text/code-units.ts'
import type { Span } from '../text/span.ts'
import { type AnswerEvidence, createAnswerEvidence } from './answer-type.ts'
import { createContextTerms } from './context-terms.ts'
import {
  type Features,
  type FeatureWeights,
  featureWeights,
  joinFeatures,
  type PassageFeatures,
  passageScoreOf,
  scoreOf,
  windowScoreOf,
} from './features.ts'
import type { LecternIndex } from './lectern-index.ts'
import type { Query } from './query.ts'
import { createRecordEvidence } from './record-evidence.ts'
import type { Hit } from './retriever.ts'
import { createFindSignals, type Signals } from './signals.ts'
import { createSought } from './sought.ts'
import { createTally } from './tally.ts'
import { type TermWeights, weighSubwords, weighTerms } from './term-weights.ts'
import { findWindows, type Window } from './window.ts'

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
  /** Defaults to `featureWeights`. */
  featureWeights?: FeatureWeights
}

/** How many of the hits get a closer look; the rest cannot come first. */
const candidates = 20

/** The hits by descending score; of equals the more recent record first, then the order of the index. */
export function rank(index: LecternIndex, query: Query, hits: Hit[], options: RankOptions): RankedHit[] {
  const weights = options.featureWeights ?? featureWeights
  const findSignals = createFindSignals(query, index.lexicon)
  const ranked: RankedHit[] = []
  for (const { passage, record, turn, features: own, windows } of measureHits(index, query, hits, options)) {
    const best = findBest(own, windows, weights)
    if (!best) continue
    const { window, features, score } = best
    const signals = findSignals({ passage, record, turn, features, window })
    ranked.push({ passage, record, turn, window, features, signals, score })
  }
  return withoutQuestions(ranked).sort(compareRanked)
}

/** A hit with everything of it that may be quoted. */
export interface MeasuredHit {
  passage: Passage
  record: LecternRecord
  turn: Turn
  features: PassageFeatures
  windows: Window[]
}

/** The likeliest of the hits with all their windows, measured. */
export function measureHits(
  index: LecternIndex,
  query: Query,
  hits: Hit[],
  { quoteChars }: Pick<RankOptions, 'quoteChars'>,
): MeasuredHit[] {
  const weights = weighTerms(query, index.retriever, index.passages.length)
  const recordEvidence = createRecordEvidence(index, hits, weights)
  const scale = weights.total || 1
  const found = hits.map((hit) => {
    const passage = index.passages.at(hit.passage) as Passage
    const record = index.records[passage.record] as LecternRecord
    const turn = record.turns[passage.turn] as Turn
    const features: PassageFeatures = {
      bm25: hit.score / scale,
      record: recordEvidence(passage.record) / scale,
      spoken: turn.kind === 'reply' || turn.kind === 'statement' ? 1 : 0,
      named: turn.speaker !== undefined && query.speakers.includes(turn.speaker) ? 1 : 0,
    }
    return { passage, record, turn, features, score: passageScoreOf(features) }
  })
  const findWindowsOf = createFindWindows(index, query, { weights, quoteChars })
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, candidates)
    .map((hit) => {
      const { passage, record, turn, features } = hit
      return { passage, record, turn, features, windows: findWindowsOf(hit) }
    })
}

// ---------------------------------------------------------------------------

interface MeasureOptions {
  weights: TermWeights
  quoteChars: number
}

function createFindWindows(index: LecternIndex, query: Query, { weights, quoteChars }: MeasureOptions) {
  const sought = createSought(index.analyze, {
    terms: weights.shares,
    subwords: weighSubwords(query, index),
  })
  const evidence: AnswerEvidence = createAnswerEvidence(query)
  const contextOf = createContextTerms(sought)
  const tallies = { terms: createTally(sought.terms), subwords: createTally(sought.subwords) }
  return ({ passage, record }: Pick<MeasuredHit, 'passage' | 'record'>): Window[] => {
    const context = contextOf(passage, record)
    const options = { query, sought, evidence, context, maxLength: quoteChars, tallies }
    return findWindows(record.text, passage, paragraphAround(index, passage), options)
  }
}

/** A passage with those beside it that continue its paragraph: all of them begin where a sentence does. */
function paragraphAround({ passages, records }: LecternIndex, passage: Passage): Span {
  const { text } = records[passage.record] as LecternRecord
  const continues = (first: Passage | undefined, second: Passage | undefined) =>
    first?.record === second?.record &&
    first?.turn === second?.turn &&
    !text.slice(first?.span.end, second?.span.start).includes('\n')
  const before = passages.at(passage.id - 1)
  const after = passages.at(passage.id + 1)
  return {
    start: before && continues(before, passage) ? before.span.start : passage.span.start,
    end: after && continues(passage, after) ? after.span.end : passage.span.end,
  }
}

/** The window of the highest score; the earlier one of equals. */
function findBest(own: PassageFeatures, windows: readonly Window[], weights: FeatureWeights) {
  let best: Window | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  for (const window of windows) {
    const score = windowScoreOf(window.features, weights)
    if (score <= bestScore) continue
    best = window
    bestScore = score
  }
  if (!best) return undefined
  const features = joinFeatures(own, best.features)
  return { window: best, features, score: scoreOf(features, weights) }
}

/** A question is no answer: the words of those who ask are hits only where nothing else is. */
function withoutQuestions(hits: RankedHit[]): RankedHit[] {
  const others = hits.filter(({ turn }) => turn.kind !== 'question')
  return others.length > 0 ? others : hits
}

function compareRanked(a: RankedHit, b: RankedHit): number {
  if (a.score !== b.score) return b.score - a.score
  const byDate = compareCodeUnits(b.record.date ?? '', a.record.date ?? '')
  return byDate || a.passage.id - b.passage.id
}
