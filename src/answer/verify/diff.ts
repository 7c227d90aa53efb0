import { diffArrays } from 'diff'
import type { Lexicon } from '../../text/lexicon.ts'
import type { Span } from '../../text/span.ts'
import type { DiffRun } from '../verification.ts'
import { sentencesOf } from './corpus-words.ts'
import { findCuts } from './edges.ts'
import type { Segment } from './segments.ts'
import { cutWords, type Word } from './words.ts'

/** Words of the record that became words of the quote; either may be none. */
export interface Change {
  /** In the record's text. */
  removed?: Span
  /** In the quote. */
  added?: Span
}

export interface SegmentDiff {
  /** The nearest words, in the record's text. */
  span: Span
  runs: DiffRun[]
  changes: Change[]
  /** Lengths of keys: what is shared, and what quote and record have. */
  lengths: { same: number; quote: number; record: number }
}

/** Compares a segment of the quote with its record, word by word. */
export function diffSegment(quote: string, segment: Segment, lexicon: Lexicon): SegmentDiff {
  const quoted = cutWords(quote.slice(segment.inQuote.start, segment.inQuote.end), lexicon).map((word) =>
    moved(word, segment.inQuote.start),
  )
  const recorded = nearestWords(quote, quoted, segment, lexicon)
  return toSegmentDiff(quote, segment, { quoted, recorded })
}

// ---------------------------------------------------------------------------

/** More alterations than this are one alteration. */
const mostEdits = 1000

function moved({ key, start, end }: Word, by: number): Word {
  return { key, start: start + by, end: end + by }
}

/**
 * The shared words of the record, with those cut at the edges, and beside the quote's own words at an edge as many
 * that these may stand for: over no more commas and stops than the quote has there.
 */
function nearestWords(quote: string, quoted: readonly Word[], segment: Segment, lexicon: Lexicon): Word[] {
  const { words, turns, shared, sharedInQuote, inQuote } = segment
  const { text } = words.record
  const cuts = findCuts(text, shared)
  const cut = { start: cuts.start?.start ?? shared.start, end: cuts.end?.end ?? shared.end }
  const own = {
    before: quoted.filter(({ start }) => start < sharedInQuote.start),
    after: quoted.filter(({ end }) => end > sharedInQuote.end),
  }
  const around = sentencesOf(words, turns).filter(
    ({ start, end }) =>
      start < cut.end + 2 * keyLength(own.after) + 1 && end > cut.start - 2 * keyLength(own.before) - 1,
  )
  const from = Math.min(around[0]?.start ?? turns.start, cut.start)
  const until = Math.max(around.at(-1)?.end ?? turns.end, cut.end)
  const all = cutWords(text.slice(from, until), lexicon).map((word) => moved(word, from))
  const first = all.findIndex(({ end }) => end > cut.start)
  const last = all.findLastIndex(({ start }) => start < cut.end)
  const gap = (at: number) => countStops(text.slice(all[at]?.end, all[at + 1]?.start))
  const before = reachOf(all.slice(0, first).reverse(), (n) => gap(first - n - 1), {
    length: keyLength(own.before) - keyLength(all.filter(straddles(shared.start))),
    stops: countStops(quote.slice(inQuote.start, sharedInQuote.start)),
  })
  const after = reachOf(all.slice(last + 1), (n) => gap(last + n), {
    length: keyLength(own.after) - keyLength(all.filter(straddles(shared.end))),
    stops: countStops(quote.slice(sharedInQuote.end, inQuote.end)),
  })
  return all.slice(first - before, last + 1 + after)
}

/** Words that a place lies in. */
function straddles(place: number): (word: Word) => boolean {
  return ({ start, end }) => start < place && place < end
}

/** How many of the words, going outward, may stand where the quote has `length` units and `stops` of its own. */
function reachOf(
  outward: readonly Word[],
  stopsBefore: (n: number) => number,
  { length, stops }: { length: number; stops: number },
): number {
  let [count, left, stopsLeft] = [0, length, stops]
  for (const word of outward) {
    stopsLeft -= stopsBefore(count)
    if (left <= 0 || stopsLeft < 0) break
    left -= word.key.length
    count++
  }
  if (count === 0) return 0
  let whole = count
  while (whole < outward.length && whole < count + mostToWhole && stopsBefore(whole) === 0) whole++
  return whole < outward.length && stopsBefore(whole) === 0 ? count : whole
}

/** How many words more are shown to make a clause whole. */
const mostToWhole = 12

function countStops(marks: string): number {
  return marks.match(/[，。；：！？;:!?\n]|,(?!\d)|\.(?=\s|$)/gu)?.length ?? 0
}

function keyLength(words: readonly Word[]): number {
  return words.reduce((sum, { key }) => sum + key.length, 0)
}

interface Sides {
  quoted: readonly Word[]
  recorded: readonly Word[]
}

function toSegmentDiff(quote: string, { words, inQuote }: Segment, { quoted, recorded }: Sides): SegmentDiff {
  const { text } = words.record
  const span = { start: (recorded[0] as Word).start, end: (recorded.at(-1) as Word).end }
  const diff: SegmentDiff = {
    span,
    runs: [],
    changes: [],
    lengths: { same: 0, quote: keyLength(quoted), record: keyLength(recorded) },
  }
  let [inRecord, at, quotedUntil] = [0, 0, inQuote.start]
  const takeQuoted = (count: number) => {
    at += count
    const start = quotedUntil
    quotedUntil = quoted[at]?.start ?? inQuote.end
    return quote.slice(start, quotedUntil)
  }
  for (const { same, removed, added } of compareKeys(quoted, recorded)) {
    if (same > 0) {
      diff.lengths.same += keyLength(quoted.slice(at, at + same))
      diff.runs.push({ kind: 'same', text: takeQuoted(same) })
      inRecord += same
      continue
    }
    const change: Change = {}
    if (removed > 0) {
      const start = (recorded[inRecord] as Word).start
      inRecord += removed
      change.removed = { start, end: (recorded[inRecord - 1] as Word).end }
      diff.runs.push({ kind: 'removed', text: text.slice(start, recorded[inRecord]?.start ?? span.end) })
    }
    if (added > 0) {
      change.added = { start: (quoted[at] as Word).start, end: (quoted[at + added - 1] as Word).end }
      diff.runs.push({ kind: 'added', text: takeQuoted(added) })
    }
    diff.changes.push(change)
  }
  return diff
}

interface Step {
  same: number
  removed: number
  added: number
}

/** Runs of equal words, and between them runs of removed and added ones. */
function compareKeys(quoted: readonly Word[], recorded: readonly Word[]): Step[] {
  const keys = (words: readonly Word[]) => words.map(({ key }) => key)
  const compared = diffArrays(keys(recorded), keys(quoted), { maxEditLength: mostEdits })
  if (!compared) return [{ same: 0, removed: recorded.length, added: quoted.length }]
  const steps: Step[] = []
  for (const { added, removed, value } of compared) {
    const last = steps.at(-1)
    if (!added && !removed) steps.push({ same: value.length, removed: 0, added: 0 })
    else {
      const step = last && last.same === 0 ? last : { same: 0, removed: 0, added: 0 }
      if (step !== last) steps.push(step)
      step[added ? 'added' : 'removed'] += value.length
    }
  }
  return steps
}
