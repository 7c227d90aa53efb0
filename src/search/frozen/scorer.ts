import { bm25, fieldBoosts, searchedFields } from '../minisearch-options.ts'
import { inverseFrequency } from '../term-weights.ts'
import { createApart } from './apart.ts'
import type { Column } from './columns.ts'
import { createMarks } from './marks.ts'
import type { TermPostings } from './terms.ts'

export interface ScorerOptions {
  passages: number
  /** Of the image. */
  bytes: Uint8Array
  /** How many different terms each passage holds in each field, in the order of `searchedFields`. */
  fieldLengths: readonly Column[]
  averageFieldLengths: readonly number[]
}

/** A term of a query that is in the index. */
export interface ScoredTerm {
  /** Place among the terms of the query. */
  number: number
  weight: number
  postings: TermPostings
}

/** What a query found; holds until the next one is scored. */
export interface Scored {
  /** BM25+ of each passage; 0 for those that hold no term of the query, or are not accepted. */
  scores: Float64Array
  /** Places of the terms that a passage holds, in their order. */
  termsOf(passage: number): number[]
  /** How many terms a passage holds. */
  countTerms(passage: number): number
}

/**
 * Adds up scores with the formula of MiniSearch and in its order, so that they are equal to the last bit: what ties
 * there ties here. Reads postings where they stand, and makes nothing anew for any of them.
 */
export function createScorer({ passages, bytes, fieldLengths, averageFieldLengths }: ScorerOptions) {
  const scores = new Float64Array(passages)
  const apart = createApart(passages)
  const marks = createMarks(passages)
  const fields = searchedFields.map((name, field) => {
    const lengths = fieldLengths[field] as Column
    return { boost: fieldBoosts[name], lengths, ...tabulate(lengths, averageFieldLengths[field] as number) }
  })

  /** Adds the scores of one list. @returns where it ends. */
  const addList = (list: List, start: number): number => {
    const { held, factor, idf, accepted, word, bit } = list
    const { lengths, norms, onces } = fields[list.field] as (typeof fields)[number]
    const { bits, words } = marks
    const { scores: others, isHeld: isApart } = apart
    const saturation = bm25.k + 1
    let at = start
    let passage = 0
    for (let left = held; left > 0; ) {
      let byte = bytes[at++] as number
      let code = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] as number
        code |= (byte & 0x7f) << shift
      }
      passage += code >>> 1
      let frequency = 1
      let run = 1
      if ((code & 1) !== 0) {
        byte = bytes[at++] as number
        let told = byte & 0x7f
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[at++] as number
          told |= (byte & 0x7f) << shift
        }
        frequency = told >>> 1
        if ((told & 1) !== 0) {
          run = 2
          for (let shift = 0; ; shift += 7) {
            byte = bytes[at++] as number
            run += (byte & 0x7f) << shift
            if (byte < 0x80) break
          }
        }
      }
      left -= run
      for (const end = passage + run; passage < end; passage++) {
        if (accepted !== undefined && accepted[passage] === 0) continue
        const rise =
          frequency === 1
            ? (onces[passage] as number)
            : bm25.d + (frequency * saturation) / (frequency + (norms[lengths[passage] as number] as number))
        const score = factor * (idf * rise)
        if (isApart[passage] === 0) scores[passage] = (scores[passage] as number) + score
        else others[passage] = (others[passage] as number) + score
        const mark = passage * words + word
        bits[mark] = (bits[mark] as number) | bit
      }
    }
    return at
  }

  const addTerm = ({ number, weight, postings }: ScoredTerm, accepted: Uint8Array | undefined) => {
    const { counts, start } = postings
    const listOf = (field: number): List => {
      const { boost } = fields[field] as (typeof fields)[number]
      const held = counts[field] as number
      const idf = inverseFrequency(held, passages)
      return {
        field,
        held,
        factor: weight * boost,
        idf,
        accepted,
        word: number >>> 5,
        bit: 1 << (number & 31),
      }
    }
    const own = listOf(0)
    const context = contextFields.filter((field) => (counts[field] as number) > 0).map(listOf)
    let afterContext = start
    if (own.held > 0 || context.length > 1)
      for (const { held } of context) afterContext = apart.hold(bytes, afterContext, held)
    addList(own, afterContext)
    let at = start
    for (const list of context) at = addList(list, at)
    apart.addTo(scores)
  }

  return function score(terms: readonly ScoredTerm[], accepted?: Uint8Array): Scored {
    scores.fill(0)
    marks.begin(1 + (terms.at(-1)?.number ?? 0))
    for (const term of terms) addTerm(term, accepted)
    return { scores, termsOf: marks.read, countTerms: marks.count }
  }
}

interface List {
  field: number
  /** How many passages it holds. */
  held: number
  /** What the score is multiplied with: weight of the term, times boost of the field. */
  factor: number
  idf: number
  /** 1 for each passage that may be found; all of them when absent. */
  accepted: Uint8Array | undefined
  /** The mark of the term. */
  word: number
  bit: number
}

const contextFields = searchedFields.flatMap((_, field) => (field === 0 ? [] : [field]))

/** For a field: the norm of each length, and for each passage the rise of a term that occurs in it once. */
function tabulate(lengths: Column, average: number): { norms: Float64Array; onces: Float64Array } {
  const { k, b, d } = bm25
  let longest = 0
  for (const length of lengths) longest = Math.max(longest, length)
  const norms = Float64Array.from(
    { length: longest + 1 },
    (_, length) => k * (1 - b + (b * length) / average),
  )
  const rises = norms.map((norm) => d + (k + 1) / (1 + norm))
  return { norms, onces: Float64Array.from(lengths, (length) => rises[length] as number) }
}
