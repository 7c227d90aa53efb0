import type { Span } from '../../text/span.ts'
import { type CorpusWords, endOfUnit, type RecordWords } from './corpus-words.ts'
import { findCuts } from './edges.ts'

/** Where a record holds all the words of a quote in one piece. */
export interface Found {
  words: RecordWords
  /** In the record's text, from the first word to the last. */
  span: Span
}

export interface ExactOptions {
  /** Numbers of the records to look in. */
  records: readonly number[]
  /** How many places at most. */
  limit: number
  /** Says which places count; all of them when absent. */
  accepts?: (found: Found) => boolean
}

/** Length from which a literal slice of a record is the record's, even if it begins or ends inside a word. */
export const safeLength = 40

/**
 * Places where the words of a quote stand, nothing more between them, up to `limit`: whole words and numbers, none
 * cut off from its negation; such cuts only for a long quote that stands nowhere else.
 */
export function findExact(
  corpus: CorpusWords,
  quote: { text: string; units: string },
  { records, limit, accepts = () => true }: ExactOptions,
): Found[] {
  const whole = take(
    findUnits(corpus, quote.units, records),
    limit,
    (found) => accepts(found) && !isCut(found),
  )
  if (whole.length > 0 || quote.text.length < safeLength) return whole
  const cut = take(findUnits(corpus, quote.units, records), limit, accepts)
  return cut.length > 0 ? cut : take(findLiteral(corpus, quote.text, records), limit, accepts)
}

// ---------------------------------------------------------------------------

function take(found: Iterable<Found>, limit: number, accepts: (found: Found) => boolean): Found[] {
  const taken: Found[] = []
  for (const one of found) {
    if (taken.length === limit) break
    if (accepts(one)) taken.push(one)
  }
  return taken
}

function isCut({ words, span }: Found): boolean {
  const { start, end } = findCuts(words.record.text, span)
  return start !== undefined || end !== undefined
}

function* findUnits({ units, wordsOf }: CorpusWords, quote: string, records: readonly number[]) {
  if (quote === '') return
  for (const number of records) {
    const text = units[number] as string
    for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
      const words = wordsOf(number)
      yield { words, span: { start: words.places[at] as number, end: endOfUnit(words, at + quote.length) } }
    }
  }
}

/** For a slice that cuts a number where its separator cannot be read any more, or has no word at all. */
function* findLiteral({ texts, wordsOf }: CorpusWords, quote: string, records: readonly number[]) {
  for (const number of records) {
    const text = texts[number] as string
    for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1))
      yield { words: wordsOf(number), span: { start, end: start + quote.length } }
  }
}
