import { riseOf } from '../bm25.ts'
import { createApart } from './apart.ts'
import { type ByteReader, createByteReader } from './byte-reader.ts'
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
  const reader = createByteReader(bytes)
  const apart = createApart(bytes, scores)
  const marks = createMarks(passages)
  /** `accepted` has a 1 for each passage that may be found; all of them may when it is absent. */
  return function score(terms: readonly ScoredTerm[], accepted?: Uint8Array): Scored {
    scores.fill(0)
    marks.begin(1 + (terms.at(-1)?.number ?? 0))
    for (const { number, lists } of terms) {
      const target = { bytes, reader, scores, marks, number }
      // MiniSearch adds up a term over its fields before it adds it to the others. Few passages hold it in several,
      // and all those hold it in what stands around them.
      const isInSeveral = lists.length > 1
      if (isInSeveral) for (const list of lists) if (list.field.isContext) apart.hold(list)
      for (const list of lists) addList(list, target)
      if (isInSeveral) apart.rejoin()
    }
    // To ask of every posting whether its passage is accepted would cost more than to score those that are not.
    if (accepted) for (let at = 0; at < passages; at++) if (accepted[at] === 0) scores[at] = 0
    return { scores, marks }
  }
}

// ---------------------------------------------------------------------------

interface Target {
  /** Of the image. */
  bytes: Uint8Array
  /** Of the same bytes. */
  reader: ByteReader
  scores: Float64Array
  marks: Marks
  /** Of the term. */
  number: number
}

/**
 * Adds the scores of a list; those of 0 that are held apart take what is added like any other. Nearly all varints are
 * of one byte, which is read here: a call a posting would cost as much as the posting.
 */
function addList(list: ScoredList, target: Target): void {
  target.reader.at = list.start
  const singles = list.hasRuns ? list.held - addRuns(list, target) : list.held
  addSingles(list, target, singles)
}

/** @returns how many passages the runs hold. */
function addRuns(
  { factor, idf, field }: ScoredList,
  { bytes, reader, scores, marks, number }: Target,
): number {
  const { lengths, norms, rises } = field
  const { bits } = marks
  const plane = marks.begins(number)
  const bit = 1 << (number & 31)
  let held = 0
  let passage = 0
  let left = reader.varint()
  let { at } = reader
  for (; left > 0; left--) {
    let gap = bytes[at++] as number
    if (gap >= 0x80) {
      reader.at = at - 1
      gap = reader.varint()
      at = reader.at
    }
    passage += gap
    let told = bytes[at++] as number
    let end = passage + 1
    if (told >= 0x80 || (told & 1) === 1) {
      reader.at = at - 1
      told = reader.varint()
      if ((told & 1) === 1) end += reader.varint() + 1
      at = reader.at
    }
    const frequency = told >>> 1
    held += end - passage
    const known = rises[frequency]
    for (; passage < end; passage++) {
      const length = lengths[passage] as number
      const rise =
        known === undefined ? riseOf(frequency, norms[length] as number) : (known[length] as number)
      scores[passage] = (scores[passage] as number) + factor * (idf * rise)
      bits[plane + passage] = (bits[plane + passage] as number) | bit
    }
  }
  reader.at = at
  return held
}

function addSingles(
  { factor, idf, field }: ScoredList,
  { bytes, reader, scores, marks, number }: Target,
  count: number,
): void {
  const { lengths } = field
  const once = field.rises[1] as Float64Array
  const { bits } = marks
  const plane = marks.begins(number)
  const bit = 1 << (number & 31)
  let passage = 0
  let { at } = reader
  for (let left = count; left > 0; left--, passage++) {
    let gap = bytes[at++] as number
    if (gap >= 0x80) {
      reader.at = at - 1
      gap = reader.varint()
      at = reader.at
    }
    passage += gap
    const rise = once[lengths[passage] as number] as number
    scores[passage] = (scores[passage] as number) + factor * (idf * rise)
    bits[plane + passage] = (bits[plane + passage] as number) | bit
  }
}
