import type { Passage } from '../record/passage.ts'
import type { Token } from '../text/analyze.ts'
import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'
import type { AnswerEvidence } from './answer-type.ts'
import type { AroundPassage } from './context-terms.ts'
import type { WindowFeatures } from './features.ts'
import type { Query } from './query.ts'
import type { Sought } from './sought.ts'
import type { Tally } from './tally.ts'
import { tellsOfAdded, tellsOfBefore } from './time-words.ts'
import { cutSentences, foldedSlice, measureUnits, type Stretch, shareOfThings, type Unit } from './units.ts'

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
  tallies: WindowTallies
}

/** Of what `sought` seeks; used for one window after another. */
export interface WindowTallies {
  terms: Tally
  subwords: Tally
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
  const tally = createWindowTally(stretch, options, contextShare)
  for (let first = 0; first < units.length; first++) {
    const { start } = units[first] as Unit
    tally.begin(start)
    for (let last = first; last < units.length; last++) {
      const unit = units[last] as Unit
      // A quote stays inside one paragraph.
      if (last > first && (unit.end - start > options.maxLength || crossesLine(text, start, unit.end))) break
      tally.add(unit)
      if (tally.isInside()) windows.push(new UnitWindow(units, { first, last }, tally.measure(unit.end)))
    }
  }
  return windows
}

// ---------------------------------------------------------------------------

function crossesLine(text: string, start: number, end: number): boolean {
  const line = text.indexOf('\n', start)
  return line >= 0 && line < end
}

/** A class, as there are many: of most nobody asks for their span or matches. */
class UnitWindow implements Window {
  readonly features: WindowFeatures
  readonly #units: readonly Unit[]
  readonly #first: number
  readonly #last: number

  constructor(
    units: readonly Unit[],
    { first, last }: { first: number; last: number },
    features: WindowFeatures,
  ) {
    this.#units = units
    this.#first = first
    this.#last = last
    this.features = features
  }

  get span(): Span {
    return { start: (this.#units[this.#first] as Unit).start, end: (this.#units[this.#last] as Unit).end }
  }

  get matches(): Token[] {
    return this.#units.slice(this.#first, this.#last + 1).flatMap(({ matches }) => matches)
  }
}

/**
 * Adds up what sentences on end tell.
 * @param contextShare share of the query's weight that the context holds.
 */
function createWindowTally(
  stretch: Stretch,
  { query, context, tallies: { terms, subwords } }: WindowOptions,
  contextShare: number,
) {
  let start = 0
  let opening = 0
  let count = 0
  let isInside = false
  let best = 0
  let bestSentence = 0
  let answer = 0
  let evidenceSum = 0
  let mostEvidence = 0
  return {
    begin(at: number): void {
      start = at
      terms.begin(context.own)
      subwords.begin()
      opening = opensParagraph(stretch.text, start) ? 1 : 0
      count = 0
      isInside = false
      best = 0
      bestSentence = 0
      answer = 0
      evidenceSum = 0
      mostEvidence = 0
    },
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
