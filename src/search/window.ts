import type { Passage } from '../record/passage.ts'
import type { Token } from '../text/analyze.ts'
import { firstWhere } from '../text/first-where.ts'
import { fold } from '../text/fold.ts'
import { cutClauses, findSentences } from '../text/sentence.ts'
import type { Span } from '../text/span.ts'
import type { AnswerEvidence } from './answer-type.ts'
import type { AroundPassage } from './context-terms.ts'
import type { WindowFeatures } from './features.ts'
import type { Query } from './query.ts'
import type { Sought } from './sought.ts'
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
  sought: Sought
  evidence: AnswerEvidence
  /** Terms of the query that stand around the passage. */
  context: AroundPassage
  /** Length that a window does not pass, in UTF-16 units. */
  maxLength: number
}

/** A sentence, or the beginning of one that alone is longer than a window may be. */
interface Sentence extends Span {
  /** Whether it is one of the passage. */
  isInside: boolean
}

/** A sentence with what it tells. */
interface Unit extends Sentence {
  matches: readonly Token[]
  /** Terms and subwords of the query that it holds, by number, each once. */
  terms: readonly number[]
  subwords: readonly number[]
  termShare: number
  subwordShare: number
  evidence: number
}

/**
 * The windows of a passage, in order. They hold one sentence of it at least, and may reach into what stands before
 * and after it in the same paragraph: `around`.
 */
export function findWindows(text: string, passage: Passage, around: Span, options: WindowOptions): Window[] {
  const sentences = cutSentences(text, passage.span, around, options.maxLength)
  const [head, tail] = [sentences[0], sentences.at(-1)]
  if (!head || !tail) return []
  const stretch: Stretch = { text, folded: fold(text.slice(head.start, tail.end)), start: head.start }
  const units = measureUnits(stretch, sentences, options)
  const contextShare = shareOfThings(options.sought.terms, options.context.all)
  const windows: Window[] = []
  for (let first = 0; first < units.length; first++) {
    const { start } = units[first] as Unit
    const tally = createWindowTally(stretch, start, { ...options, contextShare })
    for (let last = first; last < units.length; last++) {
      const unit = units[last] as Unit
      // A quote stays inside one paragraph.
      if (last > first && (unit.end - start > options.maxLength || crossesLine(text, start, unit.end))) break
      tally.add(unit)
      if (tally.isInside()) windows.push(toWindow(units, first, last, tally.measure(unit.end)))
    }
  }
  return windows
}

// ---------------------------------------------------------------------------

/** The text that windows may take, folded. */
interface Stretch {
  /** Of the record. */
  text: string
  folded: string
  /** Where the folded text begins in the other. */
  start: number
}

function foldedSlice({ folded, start }: Stretch, span: Span): string {
  return folded.slice(span.start - start, span.end - start)
}

function crossesLine(text: string, start: number, end: number): boolean {
  const line = text.indexOf('\n', start)
  return line >= 0 && line < end
}

function toWindow(units: readonly Unit[], first: number, last: number, features: WindowFeatures): Window {
  return {
    span: { start: (units[first] as Unit).start, end: (units[last] as Unit).end },
    features,
    // Of most windows nobody asks for them.
    get matches() {
      return units.slice(first, last + 1).flatMap(({ matches }) => matches)
    },
  }
}

/** Sentences, no further beyond the passage than a window that begins or ends in it may reach. */
function cutSentences(text: string, passage: Span, around: Span, maxLength: number): Sentence[] {
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

function measureUnits(
  stretch: Stretch,
  sentences: readonly Sentence[],
  { sought, evidence }: WindowOptions,
): Unit[] {
  const found = findInSentences(stretch, sentences, sought)
  return sentences.map((sentence, number) => {
    const { matches, terms, subwords } = found[number] as Found
    return {
      ...sentence,
      matches,
      terms: [...terms],
      subwords: [...subwords],
      termShare: shareOfThings(sought.terms, terms),
      subwordShare: shareOfThings(sought.subwords, subwords),
      evidence: evidence(foldedSlice(stretch, sentence)),
    }
  })
}

function shareOfThings(shares: Shares, things: Iterable<number>): number {
  let sum = 0
  for (const thing of things) sum += shares.at(thing)
  return Math.min(1, sum)
}

interface Found {
  matches: Token[]
  terms: Set<number>
  subwords: Set<number>
}

/** What of the query stands in each of the sentences, which are in order and apart. */
function findInSentences(stretch: Stretch, sentences: readonly Sentence[], sought: Sought): Found[] {
  const found = sentences.map((): Found => ({ matches: [], terms: new Set(), subwords: new Set() }))
  const end = stretch.start + stretch.folded.length
  for (const token of sought.find(stretch.text.slice(stretch.start, end))) {
    const span = { start: token.start + stretch.start, end: token.end + stretch.start }
    const number = firstWhere(sentences.length, (at) => (sentences[at] as Span).end >= span.end)
    const place = found[number]
    if (!place || span.start < (sentences[number] as Span).start) continue
    const { terms, subwords } = sought.read(token.term)
    if (terms.length > 0) place.matches.push({ term: token.term, ...span })
    for (const term of terms) place.terms.add(term)
    for (const subword of subwords) place.subwords.add(subword)
  }
  return found
}

interface TallyOptions extends WindowOptions {
  /** Share of the query's weight that the context holds. */
  contextShare: number
}

/** Adds up what sentences on end tell, from the one at `start` on. */
function createWindowTally(
  stretch: Stretch,
  start: number,
  { query, sought, context, contextShare }: TallyOptions,
) {
  const terms = createTally(sought.terms, context.own)
  const subwords = createTally(sought.subwords)
  const opening = opensParagraph(stretch.text, start) ? 1 : 0
  let count = 0
  let isInside = false
  let best = Number.NEGATIVE_INFINITY
  let bestSentence = Number.NEGATIVE_INFINITY
  let answer = 0
  let evidenceSum = 0
  let mostEvidence = 0
  return {
    add(unit: Unit): void {
      count++
      isInside ||= unit.isInside
      terms.add(unit.terms)
      subwords.add(unit.subwords)
      best = Math.max(best, unit.termShare)
      bestSentence = Math.max(bestSentence, unit.subwordShare)
      if (unit.evidence <= 0) return
      answer = Math.max(answer, unit.termShare)
      evidenceSum += unit.evidence
      mostEvidence = Math.max(mostEvidence, unit.evidence)
    },
    isInside: () => isInside,
    measure(end: number): WindowFeatures {
      const words = query.asksForNow ? foldedSlice(stretch, { start, end }) : ''
      return {
        terms: terms.share(),
        context: Math.max(0, contextShare - terms.shareWithin()),
        subwords: subwords.share(),
        sentence: bestSentence,
        answerType: query.answerType === 'list' ? Math.min(1, evidenceSum) : mostEvidence,
        answerApart: query.answerType === undefined ? 0 : best - answer,
        opening,
        sentences: Math.min(1, count / 5),
        announcing: announces(stretch.text.charAt(end - 1)) ? 1 : 0,
        outdated: query.asksForNow && tellsOfBefore(words) ? 1 : 0,
        added: query.asksForNow && tellsOfAdded(words) ? 1 : 0,
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
