import { LecternError } from '../../errors.ts'
import type { LecternIndex } from '../../search/lectern-index.ts'
import type { Citation, Searched } from '../answer.ts'
import type { Altered, Exact, Verification, VerifyRequest } from '../verification.ts'
import { alterQuote } from './altered.ts'
import { createCiteSpan } from './cite-span.ts'
import { type CorpusWords, squeezeCorpus } from './corpus-words.ts'
import { describeCuts } from './edges.ts'
import { type Found, findExact } from './exact.ts'
import { createIsSpeaker, isSpokenBy } from './speaker.ts'
import { squeeze } from './squeeze.ts'
import { findVariants } from './variants.ts'
import { withMarks } from './with-marks.ts'

/** Length of a quote at most, in UTF-16 units. */
export const maxQuoteLength = 5000

/** How many other places of the same words are named. */
const mostPlaces = 20

/**
 * Checks quotes against the records of an index. Exact search over the words of all records, not retrieval: what
 * stands in a record is found wherever it stands. The words are worked out at the first quote.
 */
export function createVerify(
  index: LecternIndex,
  describeSearched: (record: string | undefined) => Searched,
): (request: VerifyRequest) => Verification {
  let corpus: CorpusWords | undefined
  const citeSpan = createCiteSpan(index)
  return (request) => {
    const quote = checkQuote(request.quote)
    const records = numbersOf(index, request.record)
    corpus ??= squeezeCorpus(index)
    const squeezed = squeeze(quote)
    const isSpeaker = request.speaker === undefined ? undefined : createIsSpeaker(index, request.speaker)
    const cite = ({ words, span }: Found): Citation => citeSpan(words, span)
    const given = { quote: request.quote, index: index.fingerprint }

    const found = findExact(
      corpus,
      { text: quote, units: squeezed.units },
      { records, limit: mostPlaces + 1 },
    ).map((one) => ({ ...one, span: withMarks(one.words.record.text, one.span, quote) }))
    const spoken = isSpeaker ? found.filter((one) => isSpokenBy(one.words, one.span, isSpeaker)) : found
    const [first] = spoken
    if (first) return toExact(given, quote, first, [first, ...found.filter((one) => one !== first)].map(cite))
    const [other] = found
    if (other) return toMisattributed(given, quote, { text: textOf(other), citation: cite(other) })
    const altered = alterQuote(quote, squeezed, {
      corpus,
      records,
      lexicon: index.lexicon,
      citeSpan,
      isSpeaker,
    })
    if (altered) return { kind: 'altered', quote: given.quote, ...altered, index: given.index }
    return {
      kind: 'not-found',
      quote: given.quote,
      searched: describeSearched(request.record),
      index: given.index,
    }
  }
}

// ---------------------------------------------------------------------------

interface Given {
  quote: string
  index: string
}

function checkQuote(given: string): string {
  const quote = given.trim()
  if (quote === '')
    throw new LecternError('quote-empty', 'The quote is empty: give the words that were published')
  if (given.length > maxQuoteLength) {
    const length = `The quote has ${given.length} characters, ${maxQuoteLength} are allowed`
    throw new LecternError('quote-too-long', `${length}: verify it in parts`)
  }
  return quote
}

function numbersOf({ records }: LecternIndex, id: string | undefined): number[] {
  if (id === undefined) return records.map((_, number) => number)
  const number = records.findIndex((record) => record.id === id)
  if (number === -1) {
    const known = records.length > 0 ? `, such as ${JSON.stringify(records[0]?.id)}` : ''
    throw new LecternError(
      'record-unknown',
      `There is no record ${JSON.stringify(id)}: give the id of one${known}`,
    )
  }
  return [number]
}

function textOf({ words, span }: Found): string {
  return words.record.text.slice(span.start, span.end)
}

function toExact(given: Given, quote: string, found: Found, citations: Citation[]): Exact {
  const [citation, ...alsoIn] = citations as [Citation, ...Citation[]]
  const cut = describeCuts(found.words.record.text, found.span)
  return {
    kind: 'exact',
    quote: given.quote,
    text: textOf(found),
    citation,
    alsoIn,
    variants: findVariants(quote, textOf(found)),
    ...(cut && { cut }),
    index: given.index,
  }
}

function toMisattributed(given: Given, quote: string, place: Altered['nearest'][number]): Altered {
  return {
    kind: 'altered',
    quote: given.quote,
    nearest: [place],
    diff: [{ kind: 'same', text: quote }],
    flags: ['other-speaker'],
    similarity: 1,
    index: given.index,
  }
}
