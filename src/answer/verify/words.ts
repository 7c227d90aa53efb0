import { fold } from '../../text/fold.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import { findNumerals } from '../../text/numeral.ts'
import type { Span } from '../../text/span.ts'
import { separatorBetween, squeeze } from './squeeze.ts'
import { kindAt, kinds } from './unit-kinds.ts'

/** A word, number or sign of a text, for comparing texts word by word. */
export interface Word extends Span {
  /** Equal for the same word, however written. */
  key: string
}

/** Cuts a text into words: those of the lexicon where it knows them, else characters; numbers stay whole. */
export function cutWords(text: string, lexicon: Lexicon): Word[] {
  const folded = fold(text)
  const numeralEnds = new Map(
    findNumerals(folded).map(({ start, end, dateUnit }) => [start, end - (dateUnit?.length ?? 0)]),
  )
  const words: Word[] = []
  for (let at = 0; at < folded.length; ) {
    const kind = kindAt(folded, at)
    if (kind === kinds.mark || kind === kinds.nothing) {
      at++
      continue
    }
    const end =
      kind === kinds.spaced
        ? endOfSpacedWord(folded, at)
        : Math.max(
            at + ((folded.codePointAt(at) as number) > 0xffff ? 2 : 1),
            numeralEnds.get(at) ?? 0,
            lexicon.endsAt(folded, at).at(-1) ?? 0,
          )
    const joined = endOfJoinedNumbers(folded, end, numeralEnds)
    words.push({ key: squeeze(text.slice(at, joined)).units, start: at, end: joined })
    at = joined
  }
  return words
}

/** Where a word of a script with spaces ends, apostrophes inside it included. */
export function endOfSpacedWord(folded: string, start: number): number {
  let end = start + 1
  for (; end < folded.length; end++) {
    const kind = kindAt(folded, end)
    const isApostrophe =
      folded.charAt(end) === "'" && end + 1 < folded.length && kindAt(folded, end + 1) === kinds.spaced
    if (kind !== kinds.spaced && kind !== kinds.nothing && !isApostrophe) break
  }
  return end
}

// ---------------------------------------------------------------------------

/** Numbers that a dash, colon or stroke joins are one word (`5—7`, `9:30`): another mark makes others of them. */
function endOfJoinedNumbers(folded: string, end: number, numeralEnds: ReadonlyMap<number, number>): number {
  if (!/\d/.test(folded.charAt(end - 1))) return end
  const between = /^[^\p{L}\p{N}]{1,4}(?=\d)/u.exec(folded.slice(end, end + 5))?.[0]
  if (between === undefined || separatorBetween(between, kinds.digit).trim() === '') return end
  const next = end + between.length
  const nextEnd = numeralEnds.get(next)
  return nextEnd === undefined ? end : endOfJoinedNumbers(folded, nextEnd, numeralEnds)
}
