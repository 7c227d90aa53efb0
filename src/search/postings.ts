import { type ByteLists, createNumbers } from './byte-lists.ts'

/**
 * Postings are written as runs of passages on end that hold a term as often. A run is the gap since the last passage,
 * times two. Unless it is one passage that holds the term once, as most are, 1 is added, and there follow how often each
 * passage holds the term, times two, plus 1 where there are several; and how many, less two. All are varints.
 */
export interface PostingLists {
  /** @returns the number of a new list, counted from 0. */
  create(): number
  /** Adds one occurrence. Passages come in ascending order. @returns whether it is the first one in this passage. */
  add(list: number, passage: number): boolean
  /** Adds passages on end that hold the term as often. They come after all that were added before. */
  addRun(list: number, run: { first: number; last: number; frequency: number }): void
  /** Ends the lists; nothing may be added after it. */
  finish(): void
  /** How many passages a list holds. */
  count(list: number): number
  /** In bytes. */
  length(list: number): number
  copy(list: number, target: Uint8Array, at: number): void
}

export function createPostingLists(bytes: ByteLists): PostingLists {
  // Of the run that is being counted: first and last passage, occurrences in each of it; and in the passage after it.
  const firsts = createNumbers()
  const lasts = createNumbers()
  const frequencies = createNumbers()
  const currents = createNumbers()
  const lastPassages = createNumbers()
  // One more than the last passage that was written.
  const writtens = createNumbers()
  const counts = createNumbers()
  let lists = 0

  const write = (list: number) => {
    const frequency = frequencies.at(list)
    if (frequency === 0) return
    const run = lasts.at(list) - firsts.at(list) + 1
    const gap = firsts.at(list) - writtens.at(list)
    const isPlain = frequency === 1 && run === 1
    bytes.pushVarint(list, ((gap << 1) | (isPlain ? 0 : 1)) >>> 0)
    if (!isPlain) bytes.pushVarint(list, ((frequency << 1) | (run > 1 ? 1 : 0)) >>> 0)
    if (run > 1) bytes.pushVarint(list, run - 2)
    writtens.set(list, lasts.at(list) + 1)
    frequencies.set(list, 0)
  }
  /** What was counted in the last passage becomes part of the run, or the beginning of another. */
  const settle = (list: number) => {
    const current = currents.at(list)
    if (current === 0) return
    const passage = lastPassages.at(list)
    if (frequencies.at(list) === current && lasts.at(list) + 1 === passage) {
      lasts.set(list, passage)
    } else {
      write(list)
      firsts.set(list, passage)
      lasts.set(list, passage)
      frequencies.set(list, current)
    }
    currents.set(list, 0)
  }

  return {
    create() {
      bytes.create()
      return lists++
    },
    add(list, passage) {
      const isFirst = currents.at(list) === 0 || lastPassages.at(list) !== passage
      if (isFirst) {
        settle(list)
        lastPassages.set(list, passage)
        counts.set(list, counts.at(list) + 1)
      }
      currents.set(list, isFirst ? 1 : currents.at(list) + 1)
      return isFirst
    },
    addRun(list, { first, last, frequency }) {
      settle(list)
      if (frequencies.at(list) === frequency && lasts.at(list) + 1 === first) lasts.set(list, last)
      else {
        write(list)
        firsts.set(list, first)
        lasts.set(list, last)
        frequencies.set(list, frequency)
      }
      counts.set(list, counts.at(list) + last - first + 1)
    },
    finish() {
      for (let list = 0; list < lists; list++) {
        settle(list)
        write(list)
      }
    },
    count: (list) => counts.at(list),
    length: bytes.length,
    copy: bytes.copy,
  }
}

/** Calls `onPosting` for each passage of a list of `count` passages. @returns where the list ends. */
export function readPostings(
  bytes: Uint8Array,
  start: number,
  count: number,
  onPosting: (passage: number, frequency: number) => void,
): number {
  let at = start
  let next = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }
  for (let left = count; left > 0; ) {
    const code = varint()
    const told = code & 1 ? varint() : 2
    const frequency = told >>> 1
    const run = told & 1 ? varint() + 2 : 1
    next += code >>> 1
    for (let passage = next; passage < next + run; passage++) onPosting(passage, frequency)
    next += run
    left -= run
  }
  return at
}
