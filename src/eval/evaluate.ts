import type { Quote } from '../answer/answer.ts'
import { findHits } from '../answer/create-lectern.ts'
import { toQuotes } from '../answer/quote.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import type { RankedHit } from '../search/rank.ts'
import { sha256 } from '../text/digest.ts'
import { fold } from '../text/fold.ts'
import type { GoldenQuestion } from './dataset.ts'
import { auroc, coverageAt, mean, percentile, reciprocalRank, share } from './metrics.ts'

/** What became of one question. */
export interface QuestionResult {
  id: string
  question: string
  /** Rank of the first relevant record, from 1; undefined when none was found. */
  rank?: number
  answerable: boolean
  /** Whether the first quote holds an answer. */
  quoteHit: boolean
  quote?: Quote
  /** Whether the first quote is a slice of the record's text and names its hash. */
  verbatim: boolean
  /** Of the first quote; 0 when nothing was found. */
  confidence: number
  /** Time for the whole question, in milliseconds. */
  latencyMs: number
}

export interface EvalReport {
  passages: number
  questions: number
  recallAt1: number | null
  recallAt5: number | null
  recallAt10: number | null
  mrrAt10: number | null
  quoteHitAt1: number | null
  quoteCharsMean: number | null
  verbatim: number | null
  abstention: { auroc: number | null; coverageAt5pctFalse: number | null }
  latencyMs: { p50: number | null; p99: number | null }
}

export interface EvaluateOptions {
  /** Reads a clock in milliseconds. */
  now: () => number
  onQuestion?: (done: number, total: number) => void
}

/** Length of a quote at most, as `quoteHitAt1` is defined. */
const quoteChars = 160

/** Asks every question through the path that answers are made by, but never abstains. Record ids are passage ids. */
export async function evaluate(
  index: LecternIndex,
  questions: readonly GoldenQuestion[],
  { now, onQuestion }: EvaluateOptions,
): Promise<QuestionResult[]> {
  const versions = new Map<string, string>()
  for (const { id, text } of index.records) versions.set(id, await sha256(text))
  const results: QuestionResult[] = []
  for (const golden of questions) {
    const begun = now()
    const { hits, guard } = await findHits(index, golden.question, { filters: {}, quoteChars })
    const [quote] = toQuotes(hits, { guard, limit: 3 })
    const latencyMs = now() - begun
    results.push(judge({ golden, hits, quote, latencyMs, versions }))
    onQuestion?.(results.length, questions.length)
  }
  return results
}

interface Asked {
  golden: GoldenQuestion
  hits: RankedHit[]
  quote: Quote | undefined
  latencyMs: number
  /** Record id -> SHA-256 of its text. */
  versions: ReadonlyMap<string, string>
}

function judge({ golden, hits, quote, latencyMs, versions }: Asked): QuestionResult {
  const found = [...new Set(hits.map(({ record }) => record.id))]
  const rank = found.findIndex((id) => golden.relevant.includes(id)) + 1
  return {
    id: golden.id,
    question: golden.question,
    ...(rank > 0 && { rank }),
    answerable: golden.relevant.length > 0,
    quoteHit:
      quote !== undefined && golden.answers.some((answer) => squeeze(quote.text).includes(squeeze(answer))),
    ...(quote && { quote }),
    verbatim: !quote || isVerbatim(quote, hits, versions),
    confidence: quote?.confidence ?? 0,
    latencyMs,
  }
}

/** A slice of the record, under the version that is the hash of the record's text. */
function isVerbatim(quote: Quote, hits: RankedHit[], versions: ReadonlyMap<string, string>): boolean {
  const { record: id, span, version } = quote.citation
  const text = hits.find(({ record }) => record.id === id)?.record.text
  return text?.slice(span.start, span.end) === quote.text && versions.get(id) === version
}

/** Folded and without spaces: how answers are compared. */
export function squeeze(text: string): string {
  return fold(text).replace(/\s+/gu, '')
}

export function summarize(results: readonly QuestionResult[], passages: number): EvalReport {
  const answerable = results.filter((result) => result.answerable)
  const others = results.filter((result) => !result.answerable)
  const within = (depth: number) => share(answerable.map(({ rank }) => rank !== undefined && rank <= depth))
  const confidences = answerable.map(({ confidence }) => confidence)
  const otherConfidences = others.map(({ confidence }) => confidence)
  const latencies = results.map(({ latencyMs }) => latencyMs)
  return {
    passages,
    questions: results.length,
    recallAt1: within(1),
    recallAt5: within(5),
    recallAt10: within(10),
    mrrAt10: mean(answerable.map(({ rank }) => reciprocalRank(rank, 10))),
    quoteHitAt1: share(answerable.map(({ quoteHit }) => quoteHit)),
    quoteCharsMean: mean(results.flatMap(({ quote }) => quote?.text.length ?? [])),
    verbatim: share(results.flatMap(({ quote, verbatim }) => (quote ? verbatim : []))),
    abstention: {
      auroc: auroc(confidences, otherConfidences),
      coverageAt5pctFalse: coverageAt(0.05, confidences, otherConfidences),
    },
    latencyMs: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) },
  }
}
