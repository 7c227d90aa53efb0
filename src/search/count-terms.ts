import type { Analyzer } from '../text/analyze.ts'
import { createByteLists, createNumbers } from './byte-lists.ts'
import { type PassageDocument, searchedFields } from './minisearch-options.ts'
import { createPostingLists, type PostingLists } from './postings.ts'
import { countSubwords, type SubwordCounts } from './subword-counts.ts'

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
  const counter = createCounter()
  const averageFieldLengths = searchedFields.map(() => 0)
  const analyzeContext = remember(analyze)
  const subwords = new Map<string, number>()
  let passages = 0
  for (const document of documents) {
    for (const [field, name] of searchedFields.entries()) {
      const tokens = name === 'text' ? termsOf(document.text, analyze) : analyzeContext(document[name])
      if (name === 'text') countSubwords(subwords, tokens)
      const length = counter.add(document.id, field, tokens)
      // As MiniSearch adds up its average, to the last bit.
      const total = (averageFieldLengths[field] as number) * passages + length
      averageFieldLengths[field] = total / (passages + 1)
    }
    passages++
  }
  counter.postings.finish()
  return { passages, ...counter, averageFieldLengths, subwords }
}

// ---------------------------------------------------------------------------

function createCounter() {
  const terms = new Map<string, number>()
  const postings = createPostingLists(createByteLists())
  // One more than the number of the list, so that 0 is none.
  const lists = searchedFields.map(createNumbers)
  const lengths = searchedFields.map(createNumbers)
  return {
    terms,
    postings,
    listOf: (term: number, field: number) => (lists[field]?.at(term) ?? 0) - 1,
    fieldLength: (passage: number, field: number) => lengths[field]?.at(passage) ?? 0,
    /** @returns how many different terms the field holds. */
    add(passage: number, field: number, tokens: readonly string[]): number {
      const own = lists[field] as (typeof lists)[number]
      let different = 0
      for (const token of tokens) {
        let term = terms.get(token)
        if (term === undefined) {
          term = terms.size
          terms.set(token, term)
        }
        if (own.at(term) === 0) own.set(term, postings.create() + 1)
        if (postings.add(own.at(term) - 1, passage)) different++
      }
      lengths[field]?.set(passage, different)
      return different
    },
  }
}

function termsOf(text: string, analyze: Analyzer): string[] {
  return analyze(text).map(({ term }) => term)
}

/** Titles, speakers and questions stand with many passages. */
function remember(analyze: Analyzer): (text: string) => string[] {
  const known = new Map<string, string[]>()
  return (text) => {
    const terms = known.get(text) ?? termsOf(text, analyze)
    known.set(text, terms)
    return terms
  }
}
