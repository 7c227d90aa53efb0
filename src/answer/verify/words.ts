import { fold } from '../../text/fold.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import { findNumerals } from '../../text/numeral.ts'
import type { Span } from '../../text/span.ts'
import { squeeze } from './squeeze.ts'
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
    words.push({ key: squeeze(text.slice(at, end)).units, start: at, end })
    at = end
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
