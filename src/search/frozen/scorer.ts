import { riseOf } from '../bm25.ts'
import { type Apart, createApart } from './apart.ts'
import type { ScoredList, ScoredTerm } from './lists.ts'
import { createMarks, type Marks } from './marks.ts'

/** What a query found; holds until the next one is scored. */
export interface Scored {
  /** BM25+ of each passage; 0 for those that hold no term of the query, or are not accepted. */
  scores: Float64Array
  marks: Marks
}

/**
 * Adds up scores with the formula of MiniSearch and in its order, so that they are equal to the last bit: what ties
 * there ties here. Reads postings where they stand, and makes nothing anew for any of them.
 * @param bytes of the image.
 */
export function createScorer(bytes: Uint8Array, passages: number) {
  const scores = new Float64Array(passages)
  const apart = createApart(passages)
  const marks = createMarks(passages)
  /** `accepted` has a 1 for each passage that may be found; all of them may when it is absent. */
  return function score(terms: readonly ScoredTerm[], accepted?: Uint8Array): Scored {
    scores.fill(0)
    marks.begin(1 + (terms.at(-1)?.number ?? 0))
    for (const { number, lists } of terms) {
      const options = { bytes, scores, apart, marks, accepted, number }
      // MiniSearch adds up a term over its fields before it adds it to the others. Few passages hold it in several,
      // and all those hold it in what stands around them.
      if (lists.length > 1) {
        for (const { field, start, held } of lists) if (field.isContext) apart.hold(bytes, start, held)
        for (const list of lists) addList(list, options)
        apart.addTo(scores)
      } else for (const list of lists) addList(list, options)
    }
    return { scores, marks }
  }
}

// ---------------------------------------------------------------------------

interface AddOptions {
  bytes: Uint8Array
  scores: Float64Array
  apart: Apart
  marks: Marks
  accepted: Uint8Array | undefined
  /** Of the term. */
  number: number
}

/** Reads a list as `readPostings` does, written out: a call a posting would cost as much as the posting. */
function addList(
  { start, held, factor, idf, field }: ScoredList,
  { bytes, scores, apart, marks, accepted, number }: AddOptions,
): void {
  const { lengths, norms, onces } = field
  const { scores: others, isHeld: isApart } = apart
  const { bits, words } = marks
  const word = number >>> 5
  const bit = 1 << (number & 31)
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
    if ((code & 1) === 1) {
      byte = bytes[at++] as number
      let told = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] as number
        told |= (byte & 0x7f) << shift
      }
      frequency = told >>> 1
      if ((told & 1) === 1) {
        byte = bytes[at++] as number
        run = byte & 0x7f
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[at++] as number
          run |= (byte & 0x7f) << shift
        }
        run += 2
      }
    }
    left -= run
    for (const end = passage + run; passage < end; passage++) {
      if (accepted !== undefined && accepted[passage] === 0) continue
      const length = lengths[passage] as number
      const rise = frequency === 1 ? (onces[length] as number) : riseOf(frequency, norms[length] as number)
      const score = factor * (idf * rise)
      if (isApart[passage] === 0) scores[passage] = (scores[passage] as number) + score
      else others[passage] = (others[passage] as number) + score
      const mark = passage * words + word
      bits[mark] = (bits[mark] as number) | bit
    }
  }
}
