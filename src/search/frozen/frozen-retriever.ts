import type { Query, QueryTerm } from '../query.ts'
import type { Hit, Retriever } from '../retriever.ts'
import { type Columns, toOneWidth } from './columns.ts'
import type { Image } from './image.ts'
import { createFieldRises, type ScoredTerm, toScoredTerm } from './lists.ts'
import { createScorer, type Scored } from './scorer.ts'
import type { TermTable } from './terms.ts'
import { findBest } from './top.ts'

export interface FrozenIndex {
  image: Image
  terms: TermTable
  fieldLengths: Columns
  averageFieldLengths: readonly number[]
  longestFieldLengths: readonly number[]
}

/** Retrieves from an image: the same hits, in the same order and with the same scores, as MiniSearch. */
export function createFrozenRetriever({
  image: { bytes },
  terms,
  fieldLengths,
  averageFieldLengths,
  longestFieldLengths,
}: FrozenIndex): Retriever {
  const passages = fieldLengths.rows
  const lengths = toOneWidth(averageFieldLengths.map((_, field) => fieldLengths.column(field)))
  const fields = createFieldRises(
    lengths.map((own, field) => ({
      lengths: own,
      average: averageFieldLengths[field] as number,
      longest: longestFieldLengths[field] as number,
    })),
  )
  const score = createScorer(bytes, passages)

  const findTerms = (query: Query['terms']) =>
    query.flatMap(({ term, weight }, number): ScoredTerm[] => {
      const postings = terms.find(term)
      return postings ? [toScoredTerm({ number, weight, postings }, fields, passages)] : []
    })

  return {
    async retrieve(query, { limit, accepts }) {
      const found = findTerms(query.terms)
      const scored = score(found, accepts && markAccepted(passages, accepts))
      return takeBest(scored, limit).map(({ passage, score }): Hit => {
        const held = scored.marks.read(passage).map((number) => (query.terms[number] as QueryTerm).term)
        return { passage, score, terms: held }
      })
    },
    async held(wanted, accepts) {
      const found = findTerms(wanted.map((term) => ({ term, weight: 1 })))
      if (!accepts) return new Set(found.map(({ number }) => wanted[number] as string))
      const { scores, marks } = score(found, markAccepted(passages, accepts))
      const held = new Set<string>()
      for (let passage = 0; passage < passages; passage++) {
        if (scores[passage] === 0) continue
        for (const number of marks.read(passage)) held.add(wanted[number] as string)
      }
      return held
    },
    frequency: terms.frequency,
  }
}

// ---------------------------------------------------------------------------

function markAccepted(passages: number, accepts: (passage: number) => boolean): Uint8Array {
  const accepted = new Uint8Array(passages)
  for (let passage = 0; passage < passages; passage++) if (accepts(passage)) accepted[passage] = 1
  return accepted
}

/** How far a sum and the score made of it may lie apart by rounding, against the sum; and much more. */
const rounding = 1e-12

function takeBest({ scores, marks }: Scored, limit: number): { passage: number; score: number }[] {
  const likely = findBest(scores, limit, rounding)
  const scored = likely.map((passage) => {
    // MiniSearch multiplies by the number of terms, and its retriever divides again: rounding and all.
    const terms = marks.count(passage)
    return { passage, score: ((scores[passage] as number) * terms) / terms }
  })
  return scored.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, limit)
}
