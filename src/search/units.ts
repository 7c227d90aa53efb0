import type { Token } from '../text/analyze.ts'
import { firstWhere } from '../text/first-where.ts'
import { cutClauses, findSentences } from '../text/sentence.ts'
import type { Span } from '../text/span.ts'
import type { AnswerEvidence } from './answer-type.ts'
import type { Sought } from './sought.ts'
import type { Shares } from './tally.ts'

/** A sentence, or the beginning of one that alone is longer than a window may be. */
export interface Sentence extends Span {
  /** Whether it is one of the passage. */
  isInside: boolean
}

/** A sentence with what it tells. */
export interface Unit extends Sentence {
  matches: readonly Token[]
  /** Terms and subwords of the query that it holds, by number, each once. */
  terms: readonly number[]
  subwords: readonly number[]
  termShare: number
  subwordShare: number
  evidence: number
}

/** The text that windows may take, folded. */
export interface Stretch {
  /** Of the record. */
  text: string
  folded: string
  /** Where the folded text begins in the other. */
  start: number
}

export function foldedSlice({ folded, start }: Stretch, span: Span): string {
  return folded.slice(span.start - start, span.end - start)
}

/** Sentences, no further beyond the passage than a window that begins or ends in it may reach. */
export function cutSentences(text: string, passage: Span, around: Span, maxLength: number): Sentence[] {
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

export interface MeasureOptions {
  sought: Sought
  evidence: AnswerEvidence
}

/** What each of the sentences tells. */
export function measureUnits(
  stretch: Stretch,
  sentences: readonly Sentence[],
  { sought, evidence }: MeasureOptions,
): Unit[] {
  const found = findInSentences(stretch, sentences, sought)
  return sentences.map((sentence, number) => {
    const { matches, terms, subwords } = found[number] as Found
    const { start, end, isInside } = sentence
    return {
      start,
      end,
      isInside,
      matches,
      terms: [...terms],
      subwords: [...subwords],
      termShare: shareOfThings(sought.terms, terms),
      subwordShare: shareOfThings(sought.subwords, subwords),
      evidence: evidence(foldedSlice(stretch, sentence)),
    }
  })
}

/** Of things by number, each of which comes once. */
export function shareOfThings(shares: Shares, things: Iterable<number>): number {
  let sum = 0
  for (const thing of things) sum += shares.at(thing)
  return Math.min(1, sum)
}

// ---------------------------------------------------------------------------

interface Found {
  matches: Token[]
  terms: Set<number>
  subwords: Set<number>
}

/** What of the query stands in each of the sentences, which are in order and apart. */
function findInSentences(stretch: Stretch, sentences: readonly Sentence[], sought: Sought): Found[] {
  const found = sentences.map((): Found => ({ matches: [], terms: new Set(), subwords: new Set() }))
  const { folded } = stretch
  const text = stretch.text.slice(stretch.start, stretch.start + folded.length)
  for (const token of sought.find(text, folded)) {
    const start = token.start + stretch.start
    const end = token.end + stretch.start
    const number = firstWhere(sentences.length, (at) => (sentences[at] as Span).end >= end)
    const place = found[number]
    if (!place || start < (sentences[number] as Span).start) continue
    const { terms, subwords } = sought.read(token.term)
    if (terms.length > 0) place.matches.push({ term: token.term, start, end })
    for (const term of terms) place.terms.add(term)
    for (const subword of subwords) place.subwords.add(subword)
  }
  return found
}
