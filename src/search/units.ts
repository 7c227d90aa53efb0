import type { Token } from '../text/analyze.ts'
import { cutFirstClauses, findSentences } from '../text/sentence.ts'
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
  const first = sentences.find(({ end }) => end > passage.start)
  const last = sentences.findLast(({ start }) => start < passage.end)
  if (!first || !last || first.start > last.start) return []
  const cut: Sentence[] = []
  for (const sentence of sentences) {
    const isBefore = sentence.start < first.start
    const isBehind = sentence.end > last.end
    if (isBefore && first.end - sentence.start > maxLength) continue
    if (isBehind && sentence.end - last.start > maxLength) break
    // A quote never begins inside a sentence: of a sentence too long to quote, its beginning.
    const isShort = sentence.end - sentence.start <= maxLength
    const { start, end } = isShort ? sentence : cutFirstClauses(text, sentence, maxLength)
    cut.push({ start, end, isInside: !isBefore && !isBehind })
  }
  return cut
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
      terms,
      subwords,
      termShare: shareOfThings(sought.terms, terms),
      subwordShare: shareOfThings(sought.subwords, subwords),
      evidence: evidence(foldedSlice(stretch, sentence)),
    }
  })
}

/** Of things by number, each of which comes once. */
export function shareOfThings(shares: Shares, things: readonly number[]): number {
  let sum = 0
  for (const thing of things) sum += shares.at(thing)
  return Math.min(1, sum)
}

// ---------------------------------------------------------------------------

interface Found {
  matches: Token[]
  terms: number[]
  subwords: number[]
}

/** What of the query stands in each of the sentences, which are in order and apart. */
function findInSentences(stretch: Stretch, sentences: readonly Sentence[], sought: Sought): Found[] {
  const found = sentences.map((): Found => ({ matches: [], terms: [], subwords: [] }))
  const { folded } = stretch
  const text = stretch.text.slice(stretch.start, stretch.start + folded.length)
  let number = 0
  for (const token of sought.find(text, folded)) {
    const start = token.start + stretch.start
    const end = token.end + stretch.start
    // Words come in order; behind the last of them values and synonyms begin anew.
    while (number > 0 && (sentences[number - 1] as Span).end >= end) number--
    while (number < sentences.length - 1 && (sentences[number] as Span).end < end) number++
    const sentence = sentences[number]
    if (!sentence || start < sentence.start || end > sentence.end) continue
    const place = found[number] as Found
    const { terms, subwords } = sought.read(token.term)
    if (terms.length > 0) place.matches.push({ term: token.term, start, end })
    for (const term of terms) keep(term, place.terms)
    for (const subword of subwords) keep(subword, place.subwords)
  }
  return found
}

/** Adds a thing to those of a sentence, which are few, unless it is among them. */
function keep(thing: number, kept: number[]): void {
  if (!kept.includes(thing)) kept.push(thing)
}
