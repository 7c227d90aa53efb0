import type { Passage } from '../record/passage.ts'
import type { Analyzer, Token } from '../text/analyze.ts'
import { firstWhere } from '../text/first-where.ts'
import { cutClauses, findSentences } from '../text/sentence.ts'
import { type Span, sliceSpan } from '../text/span.ts'
import type { AnswerEvidence } from './answer-type.ts'
import type { WindowFeatures } from './features.ts'
import type { Query } from './query.ts'
import { subwordsOf } from './subwords.ts'
import { createTally, type Shares } from './tally.ts'
import { tellsOfAdded, tellsOfBefore } from './time-words.ts'

/** A run of whole sentences that may be quoted. */
export interface Window {
  /** In the record's text. */
  span: Span
  features: WindowFeatures
  /** What the query's terms match, in the record's text. */
  matches: Token[]
}

export interface WindowOptions {
  query: Query
  /** Of the query's terms, and of its subwords. */
  terms: Shares
  subwords: Shares
  evidence: AnswerEvidence
  analyze: Analyzer
  /** Terms of what stands around the passage: title, heading, the question that it replies to. */
  context: ReadonlySet<string>
  /** Length that a window does not pass, in UTF-16 units. */
  maxLength: number
}

/** A sentence, or the beginning of one that alone is longer than a window may be, with what it tells. */
interface Unit extends Span {
  isInside: boolean
  matches: readonly Token[]
  subwords: ReadonlySet<string>
  termShare: number
  subwordShare: number
  evidence: number
}

/**
 * The windows of a passage, in order. They hold one sentence of it at least, and may reach into what stands before
 * and after it in the same paragraph: `around`.
 */
export function findWindows(text: string, passage: Passage, around: Span, options: WindowOptions): Window[] {
  const units = measureUnits(text, cutUnits(text, passage.span, around, options.maxLength), options)
  const contextShare = options.terms.shareOf(options.context)
  const windows: Window[] = []
  for (let first = 0; first < units.length; first++) {
    const tally = createWindowTally(units[first] as Unit, { ...options, contextShare })
    for (let last = first; last < units.length; last++) {
      const span = { start: (units[first] as Unit).start, end: (units[last] as Unit).end }
      if (last > first && (span.end - span.start > options.maxLength || crossesLine(text, span))) break
      tally.add(units[last] as Unit)
      if (tally.isInside()) windows.push(tally.toWindow(text, span))
    }
  }
  return windows
}

/** A quote stays inside one paragraph. */
function crossesLine(text: string, span: Span): boolean {
  return sliceSpan(text, span).includes('\n')
}

/** Sentences, no further beyond the passage than a window that begins or ends in it may reach. */
function cutUnits(
  text: string,
  passage: Span,
  around: Span,
  maxLength: number,
): (Span & { isInside: boolean })[] {
  const sentences = findSentences(text, around)
  const inside = sentences.filter(({ start, end }) => start < passage.end && end > passage.start)
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) return []
  return sentences
    .filter(({ start }) => first.end - start <= maxLength || start >= first.start)
    .filter(({ end }) => end - last.start <= maxLength || end <= last.end)
    .map((sentence) => {
      const isInside = sentence.start >= first.start && sentence.end <= last.end
      if (sentence.end - sentence.start <= maxLength) return { ...sentence, isInside }
      // A quote never begins inside a sentence: of a sentence too long to quote, its beginning.
      const [beginning = sentence] = cutClauses(text, sentence, maxLength)
      return { ...beginning, isInside }
    })
}

function measureUnits(text: string, spans: (Span & { isInside: boolean })[], options: WindowOptions): Unit[] {
  const found = findInSpans(text, spans, options)
  return spans.map((span, number) => {
    const { matches, subwords } = found[number] as Found
    return {
      ...span,
      matches,
      subwords,
      termShare: options.terms.shareOf(matches.map(({ term }) => term)),
      subwordShare: options.subwords.shareOf(subwords),
      evidence: options.evidence(sliceSpan(text, span)),
    }
  })
}

interface Found {
  matches: Token[]
  subwords: Set<string>
}

/** What of the query stands in each of the spans, which are in order and apart. */
function findInSpans(
  text: string,
  spans: readonly Span[],
  { analyze, terms, subwords }: Pick<WindowOptions, 'analyze' | 'terms' | 'subwords'>,
): Found[] {
  const found = spans.map((): Found => ({ matches: [], subwords: new Set() }))
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return found
  for (const token of analyze(text.slice(first.start, last.end))) {
    const isTerm = terms.holds(token.term)
    const parts = [token.term, ...terms.coveredBy(token.term)].flatMap(subwordsOf)
    if (!isTerm && !parts.some(subwords.holds)) continue
    const [start, end] = [token.start + first.start, token.end + first.start]
    const number = firstWhere(spans.length, (at) => (spans[at] as Span).end >= end)
    const place = found[number]
    if (!place || start < (spans[number] as Span).start) continue
    if (isTerm) place.matches.push({ term: token.term, start, end })
    for (const part of parts) if (subwords.holds(part)) place.subwords.add(part)
  }
  return found
}

interface TallyOptions extends WindowOptions {
  /** Share of the query's weight that the context holds. */
  contextShare: number
}

function createWindowTally(first: Unit, { query, terms, subwords, context, contextShare }: TallyOptions) {
  const ownTerms = createTally(terms)
  const ownSubwords = createTally(subwords)
  const units: Unit[] = []
  return {
    add(unit: Unit): void {
      units.push(unit)
      for (const { term } of unit.matches) ownTerms.add(term)
      for (const subword of unit.subwords) ownSubwords.add(subword)
    },
    isInside: () => units.some(({ isInside }) => isInside),
    toWindow(text: string, span: Span): Window {
      const best = Math.max(...units.map(({ termShare }) => termShare))
      const answering = units.filter(({ evidence }) => evidence > 0)
      const answer = Math.max(0, ...answering.map(({ termShare }) => termShare))
      const sum = answering.reduce((total, { evidence }) => total + evidence, 0)
      const most = Math.max(0, ...answering.map(({ evidence }) => evidence))
      return {
        span,
        matches: units.flatMap(({ matches }) => matches),
        features: {
          terms: ownTerms.share(),
          context: Math.max(0, contextShare - ownTerms.shareWithin(context)),
          subwords: ownSubwords.share(),
          sentence: Math.max(...units.map(({ subwordShare }) => subwordShare)),
          answerType: query.answerType === 'list' ? Math.min(1, sum) : most,
          answerApart: query.answerType === undefined ? 0 : best - answer,
          opening: opensParagraph(text, first.start) ? 1 : 0,
          sentences: Math.min(1, units.length / 5),
          announcing: announces(text.charAt(span.end - 1)) ? 1 : 0,
          outdated: query.asksForNow && tellsOfBefore(sliceSpan(text, span)) ? 1 : 0,
          added: query.asksForNow && tellsOfAdded(sliceSpan(text, span)) ? 1 : 0,
        },
      }
    },
  }
}

function announces(lastSign: string): boolean {
  return lastSign === '：' || lastSign === ':'
}

function opensParagraph(text: string, start: number): boolean {
  return start === 0 || text.charAt(start - 1) === '\n'
}
