import type { Lexicon } from '../../text/lexicon.ts'
import { sliceSpan } from '../../text/span.ts'
import { type Alteration, type Altered, alterations } from '../verification.ts'
import { type Part, spanOf } from './chain.ts'
import type { CiteSpan } from './cite-span.ts'
import type { CorpusWords } from './corpus-words.ts'
import { diffSegment } from './diff.ts'
import { flagChanges } from './flags.ts'
import { findParts, sharedUnits } from './parts.ts'
import { isElidedAt, layOut } from './segments.ts'
import { type IsSpeaker, isSpokenBy } from './speaker.ts'
import type { Squeezed } from './squeeze.ts'

export interface AlterOptions {
  corpus: CorpusWords
  /** Numbers of the records to look in. */
  records: readonly number[]
  lexicon: Lexicon
  citeSpan: CiteSpan
  /** Absent where nobody was named. */
  isSpeaker: IsSpeaker | undefined
}

/** Fewer letters and digits are near to anything. */
const shortestQuote = 6
/** Share of a quote's letters that the records hold in runs, below which it is another text. */
const leastShared = 0.5
/** The same for whole words. */
const leastSameWords = 0.4

/** What the records hold that is near to a quote, and what was done to it; undefined where nothing is near. */
export function alterQuote(
  quote: string,
  squeezed: Squeezed,
  { corpus, records, lexicon, citeSpan, isSpeaker }: AlterOptions,
): Pick<Altered, 'nearest' | 'diff' | 'flags' | 'similarity'> | undefined {
  const { length } = squeezed.units
  if (length < shortestQuote) return undefined
  const isSpoken = isSpeaker && ((part: Part) => isSpokenBy(part.words, spanOf(part), isSpeaker))
  const parts = findParts(corpus, squeezed.units, {
    records,
    isElided: (unit) => isElidedAt(quote, squeezed, unit),
    ...(isSpoken && { prefers: isSpoken }),
  })
  if (parts.reduce((sum, part) => sum + sharedUnits(part), 0) < leastShared * length) return undefined
  const { segments, spliced, elided } = layOut(quote, squeezed, parts)
  const diffs = segments.map((segment) => ({ segment, ...diffSegment(quote, segment, lexicon) }))
  const sum = (pick: (lengths: (typeof diffs)[number]['lengths']) => number) =>
    diffs.reduce((total, { lengths }) => total + pick(lengths), 0)
  const same = sum((lengths) => lengths.same)
  if (same < leastSameWords * sum((lengths) => lengths.quote)) return undefined
  const flags = new Set<Alteration>([
    ...(spliced ? (['spliced'] as const) : []),
    ...(elided ? (['elided'] as const) : []),
    ...(isSpoken && !parts.every(isSpoken) ? (['other-speaker'] as const) : []),
    ...diffs.flatMap(({ segment, changes }) => [...flagChanges(segment.words.record.text, quote, changes)]),
  ])
  return {
    nearest: diffs.map(({ segment: { words }, span }) => ({
      text: sliceSpan(words.record.text, span),
      citation: citeSpan(words, span),
    })),
    diff: diffs.flatMap(({ runs }) => runs),
    flags: alterations.filter((flag) => flags.has(flag)),
    similarity: (2 * same) / sum((lengths) => lengths.quote + lengths.record),
  }
}
