import { bm25, riseOf } from '../bm25.ts'
import { fieldBoosts, searchedFields } from '../minisearch-options.ts'
import { inverseFrequency } from '../term-weights.ts'
import type { Column } from './columns.ts'
import type { PostingList } from './posting-list.ts'

/** What a score needs to know of a field. */
export interface FieldRises {
  boost: number
  /** Whether it is no part of the passage's own words. */
  isContext: boolean
  /** How many different terms each passage holds in it. */
  lengths: Column
  /** By length: what the frequency of a term is weighed against. */
  norms: Float64Array
  /** For each frequency from 1 to `tabulated`: by length, the rise of a term that occurs as often. */
  rises: readonly Float64Array[]
}

export interface FieldLengths {
  lengths: Column
  average: number
  longest: number
}

/** Nearly all terms occur no more often. */
export const tabulated = 4

/** For each field, in the order of `searchedFields`. */
export function createFieldRises(fields: readonly FieldLengths[]): FieldRises[] {
  return searchedFields.map((name, field) => {
    const { lengths, average, longest } = fields[field] as FieldLengths
    const norms = new Float64Array(longest + 1)
    const rises = Array.from({ length: tabulated + 1 }, () => new Float64Array(longest + 1))
    const { k, b } = bm25
    for (let length = 0; length <= longest; length++) {
      const norm = k * (1 - b + (b * length) / average)
      norms[length] = norm
      for (let frequency = 1; frequency <= tabulated; frequency++)
        (rises[frequency] as Float64Array)[length] = riseOf(frequency, norm)
    }
    return { boost: fieldBoosts[name], isContext: field > 0, lengths, norms, rises }
  })
}

/** Postings of a term in one field, with what they add to a score. */
export interface ScoredList extends PostingList {
  /** Weight of the term, times boost of the field. */
  factor: number
  idf: number
  field: FieldRises
}

/** A term of a query that is in the index. */
export interface ScoredTerm {
  /** Place among the terms of the query. */
  number: number
  /** In the order of `searchedFields`. */
  lists: ScoredList[]
}

export interface TermToScore {
  number: number
  weight: number
  /** For each of `searchedFields`. */
  postings: readonly PostingList[]
}

export function toScoredTerm(
  { number, weight, postings }: TermToScore,
  fields: readonly FieldRises[],
  passages: number,
): ScoredTerm {
  const lists: ScoredList[] = []
  for (let at = 0; at < postings.length; at++) {
    const { start, held, hasRuns } = postings[at] as PostingList
    if (held === 0) continue
    const field = fields[at] as FieldRises
    const idf = inverseFrequency(held, passages)
    lists.push({ start, held, hasRuns, factor: weight * field.boost, idf, field })
  }
  return { number, lists }
}
