import { fold } from '../../text/fold.ts'
import { findNumerals } from '../../text/numeral.ts'
import type { Span } from '../../text/span.ts'
import type { Cut } from '../verification.ts'
import { findNegations } from './negations.ts'
import { kindAt, kinds } from './unit-kinds.ts'
import { endOfSpacedWord } from './words.ts'

/**
 * The words that a span of a text cuts through: a number (`35%` cut to `5%`), a word of a script with spaces, and
 * a negation just before it (不 of 不支持 cut to 支持).
 */
export function findCuts(text: string, span: Span): { start?: Span; end?: Span } {
  const from = Math.max(0, span.start - reach)
  const until = Math.min(text.length, span.end + reach)
  const before = localWords(text, from, Math.min(until, span.start + reach))
  const after = localWords(text, Math.max(from, span.end - reach), until)
  const start = [...before.uncuttable, ...before.negations].find(
    (word) => word.start < span.start && span.start <= word.end && (span.start < word.end || word.denies),
  )
  const end = after.uncuttable.find((word) => word.start < span.end && span.end < word.end)
  return { ...(start && { start }), ...(end && { end }) }
}

/** The same as text, for those who read the quote. */
export function describeCuts(text: string, span: Span): Cut | undefined {
  const { start, end } = findCuts(text, span)
  if (!start && !end) return undefined
  return {
    ...(start && { start: text.slice(start.start, start.end) }),
    ...(end && { end: text.slice(end.start, end.end) }),
  }
}

// ---------------------------------------------------------------------------

/** No number or word is longer, in UTF-16 units. */
const reach = 48

function localWords(text: string, from: number, until: number) {
  const folded = fold(text.slice(from, until))
  const shift = ({ start, end, denies }: Span & { denies: boolean }) => ({
    start: start + from,
    end: end + from,
    denies,
  })
  const numerals = findNumerals(folded).map(({ start, end, dateUnit }) => ({
    start,
    end: end - (dateUnit?.length ?? 0),
    denies: false,
  }))
  const negations = findNegations(folded).filter(({ denies }) => denies)
  return {
    uncuttable: [...numerals, ...findSpacedWords(folded)].map(shift),
    negations: negations.map(shift),
  }
}

/** Words of scripts with spaces. */
function findSpacedWords(folded: string): (Span & { denies: boolean })[] {
  const words: (Span & { denies: boolean })[] = []
  for (let at = 0; at < folded.length; at++) {
    if (kindAt(folded, at) !== kinds.spaced) continue
    const end = endOfSpacedWord(folded, at)
    words.push({ start: at, end, denies: false })
    at = end - 1
  }
  return words
}
