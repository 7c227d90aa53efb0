import type { Analyzer, Token } from '../text/analyze.ts'
import { cutClauses, findSentences } from '../text/sentence.ts'
import { type Span, sliceSpan } from '../text/span.ts'
import { holdsAnswer } from './answer-type.ts'
import type { Query } from './query.ts'
import type { TermWeights } from './term-weights.ts'

/** A run of whole sentences that may be quoted. */
export interface Window {
  /** In the record's text. */
  span: Span
  /** Share of the query's weight found in it, 0 to 1. */
  coverage: number
  /** The same, where a term that only the context holds counts almost as much. */
  contextCoverage: number
  /** Whether it holds the kind of thing that the question asks for; true when the question does not tell. */
  answers: boolean
  /** What the query's terms match, in the record's text. */
  matches: Token[]
}

export interface WindowOptions {
  query: Query
  weights: TermWeights
  analyze: Analyzer
  /** Terms of what stands around the passage: title, heading, the question that it replies to. */
  context: ReadonlySet<string>
  /** Length that a window does not pass, in UTF-16 units. */
  maxLength: number
}

/** What an answer of the right type is worth, in coverage. */
const answerBonus = 0.12
/** What a window of the full length costs against an empty one, in coverage: below 0, as words around an answer explain it. */
const lengthCost = -0.05

/** The window of a passage that answers best; the earlier one of equals. */
export function findBestWindow(text: string, passage: Span, options: WindowOptions): Window {
  const units = cutUnits(text, passage, options.maxLength)
  const found = findMatches(text, passage, options)
  let best: Window | undefined
  let bestValue = Number.NEGATIVE_INFINITY
  for (let first = 0; first < units.length; first++) {
    for (let last = first; last < units.length; last++) {
      const span = { start: (units[first] as Span).start, end: (units[last] as Span).end }
      if (last > first && (span.end - span.start > options.maxLength || crossesLine(text, span))) break
      const window = measureWindow(text, span, found, options)
      const value = windowValue(window, options.maxLength)
      if (value <= bestValue) continue
      best = window
      bestValue = value
    }
  }
  return best ?? measureWindow(text, passage, found, options)
}

/** A quote stays inside one paragraph. */
function crossesLine(text: string, span: Span): boolean {
  return sliceSpan(text, span).includes('\n')
}

function windowValue(window: Window, maxLength: number): number {
  const length = window.span.end - window.span.start
  return window.contextCoverage + (window.answers ? answerBonus : 0) - (lengthCost * length) / maxLength
}

function findMatches(text: string, passage: Span, { query, analyze }: WindowOptions): Token[] {
  const terms = new Set(query.terms.map(({ term }) => term))
  return analyze(sliceSpan(text, passage))
    .filter(({ term }) => terms.has(term))
    .map(({ term, start, end }) => ({ term, start: start + passage.start, end: end + passage.start }))
}

/** What a term counts that only the context of a window holds. */
const contextWeight = 0.8

function measureWindow(text: string, span: Span, found: Token[], options: WindowOptions): Window {
  const { query, weights, context } = options
  const matches = found.filter(({ start, end }) => start >= span.start && end <= span.end)
  const own = new Set(matches.map((match) => match.term))
  let weight = 0
  let around = 0
  for (const { term } of query.terms) {
    if (own.has(term)) weight += weights.of(term)
    else if (context.has(term)) around += contextWeight * weights.of(term)
  }
  const coverage = weight / (weights.total || 1)
  const contextCoverage = (weight + around) / (weights.total || 1)
  const answers = query.answerType === undefined || holdsAnswer(query, sliceSpan(text, span))
  return { span, coverage, contextCoverage, answers, matches }
}

/** Sentences; one that alone is longer than `maxLength` is cut at its clauses. */
function cutUnits(text: string, passage: Span, maxLength: number): Span[] {
  return findSentences(text, passage).flatMap((sentence) =>
    sentence.end - sentence.start <= maxLength ? [sentence] : cutClauses(text, sentence, maxLength),
  )
}
