import { readPostings } from '../postings.ts'

/**
 * The scores of one term for passages that hold it in what stands around them. MiniSearch adds up a term over its
 * fields before it adds it to the other terms, and rounding shows which came first.
 */
export interface Apart {
  readonly scores: Float64Array
  readonly isHeld: Uint8Array
  /** Sets the passages of a list apart. @returns where the list ends. */
  hold(bytes: Uint8Array, start: number, count: number): number
  /** Adds what was scored apart to `totals`, and holds nothing any longer. */
  addTo(totals: Float64Array): void
}

export function createApart(passages: number): Apart {
  const scores = new Float64Array(passages)
  const isHeld = new Uint8Array(passages)
  const held = new Uint32Array(passages)
  let count = 0
  const holdOne = (passage: number) => {
    if (isHeld[passage] === 1) return
    isHeld[passage] = 1
    held[count++] = passage
  }
  return {
    scores,
    isHeld,
    hold: (bytes, start, postings) => readPostings(bytes, start, postings, holdOne),
    addTo(totals) {
      for (let at = 0; at < count; at++) {
        const passage = held[at] as number
        totals[passage] = (totals[passage] as number) + (scores[passage] as number)
        scores[passage] = 0
        isHeld[passage] = 0
      }
      count = 0
    },
  }
}
