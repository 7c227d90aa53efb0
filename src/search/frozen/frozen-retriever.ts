import type { QueryTerm } from '../query.ts'
import type { Hit, Retriever } from '../retriever.ts'
import type { Columns } from './columns.ts'
import type { Image } from './image.ts'
import { createScorer, type Scored, type ScoredTerm } from './scorer.ts'
import type { TermTable } from './terms.ts'
import { createTop } from './top.ts'

export interface FrozenIndex {
  image: Image
  terms: TermTable
  fieldLengths: Columns
  averageFieldLengths: readonly number[]
}

/** Retrieves from an image: the same hits, in the same order and with the same scores, as MiniSearch. */
export function createFrozenRetriever({
  image,
  terms,
  fieldLengths,
  averageFieldLengths,
}: FrozenIndex): Retriever {
  const passages = fieldLengths.rows
  const score = createScorer({
    passages,
    bytes: image.bytes,
    fieldLengths: averageFieldLengths.map((_, field) => fieldLengths.column(field)),
    averageFieldLengths,
  })
  return {
    async retrieve(query, { limit, accepts }) {
      const found = query.terms.flatMap(({ term, weight }, number): ScoredTerm[] => {
        const postings = terms.find(term)
        return postings ? [{ number, weight, postings }] : []
      })
      const scored = score(found, accepts && markAccepted(passages, accepts))
      return takeBest(scored, limit).map(({ number: passage, score }): Hit => {
        const held = scored.termsOf(passage).map((number) => (query.terms[number] as QueryTerm).term)
        return { passage, score, terms: held }
      })
    },
    async held(wanted, accepts) {
      const query = wanted.flatMap((term, number): ScoredTerm[] => {
        const postings = terms.find(term)
        return postings ? [{ number, weight: 1, postings }] : []
      })
      if (!accepts) return new Set(query.map(({ number }) => wanted[number] as string))
      const { scores, termsOf } = score(query, markAccepted(passages, accepts))
      const held = new Set<string>()
      for (let passage = 0; passage < passages; passage++) {
        if (scores[passage] === 0) continue
        for (const number of termsOf(passage)) held.add(wanted[number] as string)
      }
      return held
    },
    frequency: terms.frequency,
  }
}

// ---------------------------------------------------------------------------

function markAccepted(passages: number, accepts: (passage: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: passages }, (_, passage) => (accepts(passage) ? 1 : 0))
}

/** How far a sum and the score made of it may lie apart by rounding, against the sum; and much more. */
const rounding = 1e-12

function takeBest({ scores, countTerms }: Scored, limit: number) {
  const top = createTop(limit)
  let least = 0
  for (let passage = 0; passage < scores.length; passage++) {
    const sum = scores[passage] as number
    if (sum <= least) continue
    // MiniSearch multiplies by the number of terms, and its retriever divides again: rounding and all.
    const terms = countTerms(passage)
    top.offer(passage, (sum * terms) / terms)
    least = Math.max(0, top.floor() * (1 - rounding))
  }
  return top.take()
}
