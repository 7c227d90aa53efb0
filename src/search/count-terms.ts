import type { Analyzer } from '../text/analyze.ts'
import { createByteLists, createNumbers } from './byte-lists.ts'
import { type PassageDocument, searchedFields } from './minisearch-options.ts'
import { createPostingLists, type PostingLists } from './postings.ts'
import { createSubwordCounter, type SubwordCounts } from './subword-counts.ts'

/** The terms of passages, counted. */
export interface CountedTerms {
  /** Number of passages. */
  passages: number
  /** Term -> its number, in order of appearance. */
  terms: ReadonlyMap<string, number>
  /** The number of a term's list of postings in a field, in the order of `searchedFields`; -1 where it has none. */
  listOf(term: number, field: number): number
  postings: PostingLists
  /** How many different terms a field of a passage holds. */
  fieldLength(passage: number, field: number): number
  averageFieldLengths: readonly number[]
  subwords: SubwordCounts
}

/**
 * Counts terms as `MiniSearch#add` does, which looks up every single occurrence in its tree: counting first
 * builds the same index in a tenth of the time. Documents must have the ids 0, 1, 2, …
 */
export function countTerms(documents: Iterable<PassageDocument>, analyze: Analyzer): CountedTerms {
  const subwords = createSubwordCounter()
  const counter = createCounter(subwords.add)
  const averages = searchedFields.map(() => createAverage())
  const contexts = searchedFields.map((_, field) => createContextCounter(field, counter))
  const termsOf = remember(analyze)
  let passages = 0
  for (const document of documents) {
    for (const [field, name] of searchedFields.entries()) {
      const length =
        name === 'text'
          ? counter.add(document.id, listTerms(document.text, analyze))
          : (contexts[field] as ContextCounter).add(document.id, termsOf(document[name]))
      counter.setLength(document.id, field, length)
      averages[field]?.add(length)
    }
    passages++
  }
  for (const context of contexts) context.finish()
  counter.postings.finish()
  const { terms, postings, listOf, fieldLength } = counter
  const averageFieldLengths = averages.map(({ value }) => value())
  return { passages, terms, postings, listOf, fieldLength, averageFieldLengths, subwords: subwords.counts() }
}

// ---------------------------------------------------------------------------

/** As MiniSearch adds up its average, to the last bit. */
function createAverage() {
  let average = 0
  let count = 0
  return {
    add(length: number): void {
      const total = average * count + length
      average = total / (count + 1)
      count++
    },
    value: () => average,
  }
}

type Counter = ReturnType<typeof createCounter>

/** @param onText is told of each term, by its number too, that a passage holds in its own words, once a passage. */
function createCounter(onText: (term: string, number: number, passage: number) => void) {
  const terms = new Map<string, number>()
  const postings = createPostingLists(createByteLists())
  // One more than the number of the list, so that 0 is none.
  const lists = searchedFields.map(createNumbers)
  const lengths = searchedFields.map(createNumbers)
  const numberOf = (token: string): number => {
    const known = terms.get(token)
    if (known !== undefined) return known
    terms.set(token, terms.size)
    return terms.size - 1
  }
  const openList = (term: number, field: number): number => {
    const own = lists[field] as (typeof lists)[number]
    if (own.at(term) === 0) own.set(term, postings.create() + 1)
    return own.at(term) - 1
  }
  return {
    terms,
    postings,
    listOf: (term: number, field: number) => (lists[field]?.at(term) ?? 0) - 1,
    fieldLength: (passage: number, field: number) => lengths[field]?.at(passage) ?? 0,
    setLength: (passage: number, field: number, length: number) => lengths[field]?.set(passage, length),
    /** Adds the words of a passage. @returns how many different terms they hold. */
    add(passage: number, tokens: readonly string[]): number {
      let different = 0
      for (const token of tokens) {
        const term = numberOf(token)
        if (!postings.add(openList(term, 0), passage)) continue
        different++
        onText(token, term, passage)
      }
      return different
    },
    /** Adds terms that stand around passages on end, with how often each occurs. */
    addRun(
      field: number,
      passages: { first: number; last: number },
      counted: ReadonlyMap<string, number>,
    ): void {
      for (const [token, frequency] of counted)
        postings.addRun(openList(numberOf(token), field), { ...passages, frequency })
    },
  }
}

interface ContextCounter {
  /** @returns how many different terms there are. */
  add(passage: number, tokens: readonly string[]): number
  finish(): void
}

/** Adds what stands around passages once for all those on end around which it stands: a title, the question replied to. */
function createContextCounter(field: number, counter: Pick<Counter, 'addRun'>): ContextCounter {
  let open:
    | { tokens: readonly string[]; counted: Map<string, number>; first: number; last: number }
    | undefined
  const finish = () => {
    if (open) counter.addRun(field, { first: open.first, last: open.last }, open.counted)
    open = undefined
  }
  return {
    add(passage, tokens) {
      if (open?.tokens === tokens && open.last + 1 === passage) open.last = passage
      else {
        finish()
        open = { tokens, counted: countEach(tokens), first: passage, last: passage }
      }
      return open.counted.size
    },
    finish,
  }
}

function countEach(tokens: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>()
  for (const token of tokens) counted.set(token, (counted.get(token) ?? 0) + 1)
  return counted
}

function listTerms(text: string, analyze: Analyzer): string[] {
  return analyze(text).map(({ term }) => term)
}

/** The same terms, one array, for the same text: titles, speakers and questions stand with many passages. */
function remember(analyze: Analyzer): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const terms = known.get(text) ?? listTerms(text, analyze)
    known.set(text, terms)
    return terms
  }
}
