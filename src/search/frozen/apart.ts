import { createByteReader } from './byte-reader.ts'
import { type PostingList, readPostingList } from './posting-list.ts'

/**
 * Passages that hold one term in what stands around them. MiniSearch adds up a term over its fields before it adds it
 * to the other terms, and rounding shows which came first: so their scores begin at 0 again for this term.
 */
export interface Apart {
  /** Sets the scores of the passages of a list apart. */
  hold(list: PostingList): void
  /** Adds what was scored before to what has been scored since, and holds nothing any longer. */
  rejoin(): void
}

/** @param scores of each passage. */
export function createApart(bytes: Uint8Array, scores: Float64Array): Apart {
  const reader = createByteReader(bytes)
  const isHeld = new Uint8Array(scores.length)
  const before = new Float64Array(scores.length)
  const held = new Uint32Array(scores.length)
  let count = 0
  const holdOne = (passage: number) => {
    if (isHeld[passage] === 1) return
    isHeld[passage] = 1
    before[passage] = scores[passage] as number
    scores[passage] = 0
    held[count++] = passage
  }
  return {
    hold(list) {
      readPostingList(reader, list, holdOne)
    },
    rejoin() {
      for (let at = 0; at < count; at++) {
        const passage = held[at] as number
        scores[passage] = (before[passage] as number) + (scores[passage] as number)
        isHeld[passage] = 0
      }
      count = 0
    },
  }
}
