import { bm25, riseOf } from '../bm25.ts'
import { fieldBoosts, searchedFields } from '../minisearch-options.ts'
import { inverseFrequency } from '../term-weights.ts'
import type { Column } from './columns.ts'
import type { TermPostings } from './terms.ts'

/** What a score needs to know of a field. */
export interface FieldRises {
  boost: number
  /** Whether it is no part of the passage's own words. */
  isContext: boolean
  /** How many different terms each passage holds in it. */
  lengths: Column
  /** By length: what the frequency of a term is weighed against. */
  norms: Float64Array
  /** By length: the rise of a term that occurs once. */
  onces: Float64Array
}

/** For each field, in the order of `searchedFields`. */
export function createFieldRises(
  fieldLengths: readonly Column[],
  averageFieldLengths: readonly number[],
): FieldRises[] {
  return searchedFields.map((name, field) => {
    const lengths = fieldLengths[field] as Column
    const norms = tabulateNorms(lengths, averageFieldLengths[field] as number)
    return {
      boost: fieldBoosts[name],
      isContext: field > 0,
      lengths,
      norms,
      onces: norms.map((norm) => riseOf(1, norm)),
    }
  })
}

/** By length of a field: what BM25+ weighs a frequency against. */
function tabulateNorms(lengths: Column, average: number): Float64Array {
  const { k, b } = bm25
  let longest = 0
  for (const length of lengths) longest = Math.max(longest, length)
  return Float64Array.from({ length: longest + 1 }, (_, length) => k * (1 - b + (b * length) / average))
}

/** Postings of a term in one field, with what they add to a score. */
export interface ScoredList {
  /** In the bytes of the image. */
  start: number
  /** How many passages it holds. */
  held: number
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
  postings: TermPostings
}

export function toScoredTerm(
  { number, weight, postings }: TermToScore,
  fields: readonly FieldRises[],
  passages: number,
): ScoredTerm {
  const { counts, starts } = postings
  const lists: ScoredList[] = []
  for (let at = 0; at < counts.length; at++) {
    const held = counts[at] as number
    if (held === 0) continue
    const field = fields[at] as FieldRises
    const idf = inverseFrequency(held, passages)
    lists.push({ start: starts[at] as number, held, factor: weight * field.boost, idf, field })
  }
  return { number, lists }
}
