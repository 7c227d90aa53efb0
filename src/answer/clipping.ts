import type { Passage } from '../record/passage.ts'
import type { LecternRecord } from '../record/record.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import type { Query } from '../search/query.ts'
import type { RankedHit } from '../search/rank.ts'
import { findSentences } from '../text/sentence.ts'
import { overlapsSpan, type Span, sliceSpan } from '../text/span.ts'
import type { Clipped } from './answer.ts'
import { qualifies, speaksAgainst, statesCondition } from './qualifiers.ts'

/** What may be quoted so that no qualifier is lost, or what is lost where there was no room for it. */
export interface Guarded {
  span: Span
  clipped?: Clipped
}

export interface GuardOptions {
  /** Where sentences are looked for: a stretch of one turn that begins where a sentence does. */
  within: Span
  /** Length that a quote does not pass, in UTF-16 units. */
  maxLength: number
}

/**
 * Widens a stretch of whole sentences over the qualifiers beside it, as far as its paragraph and `maxLength`
 * allow. What is left outside is told as `clipped`, and so is the rest of a sentence that the stretch cuts.
 */
export function guardSpan(text: string, span: Span, { within, maxLength }: GuardOptions): Guarded {
  const sentences = findSentences(text, within)
  const first = sentences.findIndex(({ end }) => end > span.start)
  const last = sentences.findIndex(({ end }) => end >= span.end)
  const [head, tail] = [sentences[first], sentences[last]]
  if (!head || !tail) return { span }
  const fits = (to: Span) => to.end - to.start <= maxLength && !sliceSpan(text, to).includes('\n')
  const back =
    head.start < span.start
      ? { span, left: { start: head.start, end: span.start } }
      : widen(span, sentences.slice(0, first + 1).reverse(), {
          fits,
          needs: (sentence, before) => leansOn(text, sentence, before),
        })
  const forth =
    span.end < tail.end
      ? { span: back.span, left: { start: span.end, end: tail.end } }
      : widen(back.span, sentences.slice(last), {
          fits,
          needs: (_, after) => qualifies(sliceSpan(text, after)),
        })
  const clipped: Clipped = {
    ...(back.left && { before: sliceSpan(text, back.left).trim() }),
    ...(forth.left && { after: sliceSpan(text, forth.left).trim() }),
  }
  return { span: forth.span, ...((back.left || forth.left) && { clipped }) }
}

interface Widening {
  fits(span: Span): boolean
  /** Whether a sentence may not be quoted without the next one of the way. */
  needs(sentence: Span, next: Span): boolean
}

/** Goes along `way`, which begins with a sentence of the span, for as long as the next one is needed and fits. */
function widen(span: Span, way: Span[], { fits, needs }: Widening): { span: Span; left?: Span } {
  let wide = span
  for (let at = 1; at < way.length; at++) {
    const next = way[at] as Span
    if (!needs(way[at - 1] as Span, next)) break
    const wider = { start: Math.min(wide.start, next.start), end: Math.max(wide.end, next.end) }
    if (!fits(wider)) return { span: wide, left: next }
    wide = wider
  }
  return { span: wide }
}

function leansOn(text: string, sentence: Span, before: Span): boolean {
  return speaksAgainst(sliceSpan(text, sentence)) || conditions(text, before, sentence)
}

/** A condition reaches no further than its paragraph, unless a line break parts it from what hangs on it. */
function conditions(text: string, before: Span, sentence: Span): boolean {
  const words = sliceSpan(text, before)
  if (!statesCondition(words)) return false
  return !text.slice(before.end, sentence.start).includes('\n') || !/[。.!！]\P{L}*$/u.test(words)
}

/** A ranked hit whose window loses no qualifier, or tells which; its passage spans all that the window touches. */
export interface GuardedHit extends RankedHit {
  clipped?: Clipped
}

/** Guards the window of a hit; its own span is always part of the guarded one. */
export type Guard = (hit: RankedHit) => GuardedHit

/** For the hits of one query. The matches of added sentences are among the window's then. */
export function createGuard(index: LecternIndex, query: Query, maxLength: number): Guard {
  const terms = new Set(query.terms.map(({ term }) => term))
  return (hit) => {
    const { text } = hit.record
    const { span, clipped, around } = guardWindow(index, hit, maxLength)
    const guarded = { ...hit, passage: { ...hit.passage, span: around }, ...(clipped && { clipped }) }
    const isWider = span.start < hit.window.span.start || span.end > hit.window.span.end
    if (!isWider) return guarded
    const matches = index
      .analyze(sliceSpan(text, span))
      .filter(({ term }) => terms.has(term))
      .map((token) => ({ ...token, start: token.start + span.start, end: token.end + span.start }))
    return { ...guarded, window: { span, features: hit.window.features, matches } }
  }
}

/** Looks as far as the passage, and on into its neighbours in the turn once the window reaches its edge. */
function guardWindow(
  { passages }: LecternIndex,
  hit: RankedHit,
  maxLength: number,
): Guarded & { around: Span } {
  const { span } = hit.window
  let [first, last] = [hit.passage, hit.passage]
  for (;;) {
    const within = { start: first.span.start, end: last.span.end }
    const guarded = guardSpan(hit.record.text, span, { within, maxLength })
    const before = guarded.span.start <= within.start ? passages.at(first.id - 1) : undefined
    const after = guarded.span.end >= within.end ? passages.at(last.id + 1) : undefined
    const previous = before && isNext(hit.record, before, first) ? before : first
    const next = after && isNext(hit.record, last, after) ? after : last
    if (previous === first && next === last) {
      const touched: Passage[] = []
      for (let id = first.id; id <= last.id; id++) {
        const passage = passages.at(id)
        if (passage && overlapsSpan(passage.span, guarded.span)) touched.push(passage)
      }
      const [start = first, end = last] = [touched[0], touched.at(-1)]
      return { ...guarded, around: { start: start.span.start, end: end.span.end } }
    }
    first = previous
    last = next
  }
}

/** Whether nothing stands between two passages of one turn: no title of a section. */
function isNext({ text }: LecternRecord, passage: Passage, next: Passage): boolean {
  const isSameTurn = passage.record === next.record && passage.turn === next.turn
  return isSameTurn && text.slice(passage.span.end, next.span.start).trim() === ''
}
