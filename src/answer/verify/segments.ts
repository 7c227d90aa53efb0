import type { Span } from '../../text/span.ts'
import { type Block, firstZoneOf, holdsSentence, lastZoneOf, type Part, rangeOf, spanOf } from './chain.ts'
import { endOfUnit, type RecordWords, sentencesOf } from './corpus-words.ts'
import type { Squeezed } from './squeeze.ts'

/** A stretch of the quote and the stretch of a record that it is nearest to. */
export interface Segment {
  words: RecordWords
  /** The turn that it begins in, to the end of the turn that it ends in. */
  turns: Span
  /** From the first shared word to the last, in the record's text. */
  shared: Span
  /** The same in the quote. */
  sharedInQuote: Span
  /** All that belongs here in the quote, marks included: the segments of a quote cover it. */
  inQuote: Span
}

export interface Layout {
  segments: Segment[]
  spliced: boolean
  elided: boolean
}

/** What an author leaves where words are left out. */
const ellipsis = /…|\.{3}|。{3}|⋯|\[…?\]|（略）|\(\.\.\.\)/u

/** Words of one turn left out at an ellipsis are shown up to this length, in UTF-16 units. */
const longestOmission = 300

/** Lays parts out over the quote; those that only lack words between them are one segment. */
export function layOut(quote: string, squeezed: Squeezed, parts: readonly Part[]): Layout {
  const layout: Layout = { segments: [], spliced: false, elided: false }
  let joined: Part[] = []
  parts.forEach((part, at) => {
    const before = parts[at - 1]
    if (before) {
      const gap = gapBetween(quote, squeezed, before, part)
      if (gap === 'splice') layout.spliced = true
      if (gap === 'splice' || gap === 'long-omission') {
        layout.segments.push(toSegment(squeezed, joined))
        joined = []
      }
    }
    joined.push(part)
  })
  if (joined.length > 0) layout.segments.push(toSegment(squeezed, joined))
  layout.elided = parts.some((part, at) => hasOmission(quote, squeezed, part, parts[at + 1]))
  coverQuote(quote, layout.segments)
  return layout
}

/** Whether an ellipsis stands just before a unit of the quote. */
export function isElidedAt(quote: string, squeezed: Squeezed, unit: number): boolean {
  return unit > 0 && unit < squeezed.units.length && ellipsis.test(textBetween(quote, squeezed, unit, unit))
}

// ---------------------------------------------------------------------------

function gapBetween(
  quote: string,
  squeezed: Squeezed,
  before: Part,
  after: Part,
): 'words' | 'long-omission' | 'splice' {
  const [earlier, later] = [spanOf(before), spanOf(after)]
  if (!isOneTurn(before, after) || later.start < earlier.end) return 'splice'
  const omitted = { start: earlier.end, end: later.start }
  if (ellipsis.test(textBetween(quote, squeezed, rangeOf(before).end, rangeOf(after).start)))
    return omitted.end - omitted.start > longestOmission ? 'long-omission' : 'words'
  const isLong = omitted.end - omitted.start > longestOmission
  return isLong || holdsSentence(omitted, sentencesOf(before.words, lastZoneOf(before))) ? 'splice' : 'words'
}

function isOneTurn(before: Part, after: Part): boolean {
  return before.words === after.words && lastZoneOf(before) === firstZoneOf(after)
}

/** Whether the record has words of the same turn where the quote has an ellipsis. */
function hasOmission(quote: string, squeezed: Squeezed, part: Part, next?: Part): boolean {
  const follows = next && isOneTurn(part, next) ? next.blocks.slice(0, 1) : []
  const all = [...part.blocks, ...follows]
  return all.slice(1).some((block, at) => {
    const { inQuote, inRecord, length } = all[at] as Block
    const lacks = block.inRecord > inRecord + length
    const omitted = {
      start: endOfUnit(part.words, inRecord + length),
      end: part.words.places[block.inRecord],
    }
    const isTheirs = ellipsis.test(part.words.record.text.slice(omitted.start, omitted.end))
    return lacks && !isTheirs && ellipsis.test(textBetween(quote, squeezed, inQuote + length, block.inQuote))
  })
}

function textBetween(quote: string, { places }: Squeezed, end: number, start: number): string {
  return quote.slice((places[end - 1] as number) + 1, places[start])
}

function toSegment({ places }: Squeezed, parts: readonly Part[]): Segment {
  const [first, last] = [parts[0] as Part, parts.at(-1) as Part]
  return {
    words: first.words,
    turns: { start: firstZoneOf(first).start, end: lastZoneOf(last).end },
    shared: { start: spanOf(first).start, end: spanOf(last).end },
    sharedInQuote: {
      start: places[rangeOf(first).start] as number,
      end: (places[rangeOf(last).end - 1] as number) + 1,
    },
    inQuote: { start: 0, end: 0 },
  }
}

/** What stands between two segments goes with the first, or with the second where a sentence ends before it. */
function coverQuote(quote: string, segments: readonly Segment[]): void {
  segments.forEach((segment, at) => {
    const before = segments[at - 1]
    const next = segments[at + 1]
    segment.inQuote = { start: before?.inQuote.end ?? 0, end: quote.length }
    if (!next) return
    const between = quote.slice(segment.sharedInQuote.end, next.sharedInQuote.start)
    const marks = /^[\s\p{P}]*/u.exec(between)?.[0] ?? ''
    const endsSentence = /[。！？!?.…\n]/u.test(marks)
    segment.inQuote.end = endsSentence ? segment.sharedInQuote.end + marks.length : next.sharedInQuote.start
  })
}
