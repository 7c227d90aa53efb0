import { makeRoom } from './number-rows.ts'
import type { OnRun } from './postings.ts'

export interface TokenSorter {
  /** Adds one occurrence of a term. Passages come in ascending order. */
  add(term: number, passage: number): void
  /** Says that all of a passage has been added. */
  endPassage(): void
  /** Tells what is left. Nothing may be added after it. */
  finish(): void
}

/** From so many tokens on a block is sorted: as many as the caches of a processor hold well. */
const blockSize = 1 << 18

/**
 * Brings tokens, which come passage by passage, into the order of terms, a block at a time: the list of each term then
 * grows by many postings at once, and not by one here and one there all over the memory.
 * @param onRuns is told of the runs of each term of a block, through the function that it returns for the term.
 */
export function createTokenSorter(onRuns: (term: number) => OnRun): TokenSorter {
  let terms = new Uint32Array(2 * blockSize)
  let passages = new Uint32Array(2 * blockSize)
  let sorted = new Uint32Array(2 * blockSize)
  // By term: how many tokens of the block it has, and then where the next one of them goes.
  let places = new Uint32Array(1 << 12)
  let length = 0

  const countTerms = (): number => {
    let size = 0
    for (let at = 0; at < length; at++) size = Math.max(size, (terms[at] as number) + 1)
    if (size > places.length) places = new Uint32Array(Math.max(size, places.length * 2))
    else places.fill(0)
    for (let at = 0; at < length; at++) {
      const term = terms[at] as number
      places[term] = (places[term] as number) + 1
    }
    return size
  }
  const sort = (size: number) => {
    let start = 0
    for (let term = 0; term < size; term++) {
      const count = places[term] as number
      places[term] = start
      start += count
    }
    for (let at = 0; at < length; at++) {
      const term = terms[at] as number
      const place = places[term] as number
      sorted[place] = passages[at] as number
      places[term] = place + 1
    }
  }
  const flush = () => {
    const size = countTerms()
    sort(size)
    let start = 0
    for (let term = 0; term < size; term++) {
      const end = places[term] as number
      if (end > start) tellRuns(sorted, start, end, onRuns(term))
      start = end
    }
    length = 0
  }
  return {
    add(term, passage) {
      if (length === terms.length) {
        terms = makeRoom(terms, length + 1)
        passages = makeRoom(passages, length + 1)
        sorted = new Uint32Array(terms.length)
      }
      terms[length] = term
      passages[length] = passage
      length++
    },
    endPassage() {
      if (length >= blockSize) flush()
    },
    finish: flush,
  }
}

// ---------------------------------------------------------------------------

/** @param passages ascending; one that holds the term several times comes as often. */
function tellRuns(passages: Uint32Array, start: number, end: number, onRun: OnRun): void {
  let first = 0
  let length = 0
  let frequency = 0
  for (let at = start; at < end; ) {
    const passage = passages[at] as number
    const from = at
    while (at < end && passages[at] === passage) at++
    if (length > 0 && passage === first + length && frequency === at - from) length++
    else {
      if (length > 0) onRun(first, length, frequency)
      first = passage
      length = 1
      frequency = at - from
    }
  }
  onRun(first, length, frequency)
}
