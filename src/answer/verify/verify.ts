import { LecternError } from '../../errors.ts'
import type { LecternIndex } from '../../search/lectern-index.ts'
import { sliceSpan } from '../../text/span.ts'
import type { Searched } from '../answer.ts'
import type { Altered, Exact, Place, Verification, VerifyRequest } from '../verification.ts'
import { alterQuote } from './altered.ts'
import { type CiteSpan, createCiteSpan } from './cite-span.ts'
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
    const given = { quote: request.quote, index: index.fingerprint }

    const words = { text: quote, units: squeezed.units }
    const accepts = isSpeaker && (({ words, span }: Found) => isSpokenBy(words, span, isSpeaker))
    const limit = mostPlaces + 1
    const spoken = findExact(corpus, words, { records, limit, ...(accepts && { accepts }) })
    const all = accepts ? findExact(corpus, words, { records, limit }) : spoken
    if (spoken[0]) return toExact(given, quote, { found: spoken[0], others: all, citeSpan })
    if (all[0]) return toMisattributed(given, quote, toPlace(quote, all[0], citeSpan))
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

/** A place with the marks at its ends that the quote has too. */
function toPlace(quote: string, { words, span }: Found, citeSpan: CiteSpan): Place {
  const { text } = words.record
  const marked = withMarks(text, span, quote)
  return { text: sliceSpan(text, marked), citation: citeSpan(words, marked) }
}

interface ExactPlaces {
  found: Found
  /** Where the same words stand, this place among them or not. */
  others: readonly Found[]
  citeSpan: CiteSpan
}

function toExact(given: Given, quote: string, { found, others, citeSpan }: ExactPlaces): Exact {
  const { text, citation } = toPlace(quote, found, citeSpan)
  const isOther = ({ words, span }: Found) =>
    words.number !== found.words.number || span.start !== found.span.start
  const cut = describeCuts(found.words.record.text, found.span)
  return {
    kind: 'exact',
    quote: given.quote,
    text,
    citation,
    alsoIn: others
      .filter(isOther)
      .slice(0, mostPlaces)
      .map((one) => toPlace(quote, one, citeSpan).citation),
    variants: findVariants(quote, text),
    ...(cut && { cut }),
    index: given.index,
  }
}

function toMisattributed(given: Given, quote: string, place: Place): Altered {
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
