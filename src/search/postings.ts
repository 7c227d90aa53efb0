import type { ByteLists } from './byte-lists.ts'
import { createNumberRows } from './number-rows.ts'

/** Told of passages on end that hold a term as often; ascending. */
export type OnRun = (first: number, length: number, frequency: number) => void

/**
 * Postings while they are counted: lists of runs of passages on end that hold a term as often. A run is the gap since
 * the last passage, times two. Unless it is one passage that holds the term once, as most are, 1 is added, and there
 * follow how often each passage holds the term, times two, plus 1 where there are several; and how many, less two. All
 * are varints.
 */
export interface PostingLists {
  /** @returns the number of a new list, counted from 0. */
  create(): number
  /** Adds passages on end, from `first` on, that hold the term as often. They come after all that were added before. */
  addRun(list: number, first: number, length: number, frequency: number): void
  /** Ends the lists; nothing may be added after it. */
  finish(): void
  /** How many passages a list holds. */
  count(list: number): number
  /** After `finish`. */
  readRuns(list: number, onRun: OnRun): void
}

/** Of a list: the last run, which may go on: first passage and the one after the last, occurrences in each of them; */
const [first, next, frequency] = [0, 1, 2] as const
/** the passage after the last one that was written; passages in all. */
const [written, count] = [3, 4] as const
const columns = 5

export function createPostingLists(bytes: ByteLists): PostingLists {
  const rows = createNumberRows(columns)
  let lists = 0
  let buffer = new Uint8Array(1024)

  const write = (list: number) => {
    const often = rows.at(list, frequency)
    if (often === 0) return
    const start = rows.at(list, first)
    const end = rows.at(list, next)
    const isPlain = often === 1 && start + 1 === end
    bytes.pushVarint(list, (((start - rows.at(list, written)) << 1) | (isPlain ? 0 : 1)) >>> 0)
    if (!isPlain) bytes.pushVarint(list, ((often << 1) | (end > start + 1 ? 1 : 0)) >>> 0)
    if (end > start + 1) bytes.pushVarint(list, end - start - 2)
    rows.set(list, written, end)
  }
  return {
    create() {
      bytes.create()
      rows.open(lists)
      return lists++
    },
    addRun(list, start, length, often) {
      rows.set(list, count, rows.at(list, count) + length)
      if (rows.at(list, frequency) !== often || rows.at(list, next) !== start) {
        write(list)
        rows.set(list, first, start)
        rows.set(list, frequency, often)
      }
      rows.set(list, next, start + length)
    },
    finish() {
      for (let list = 0; list < lists; list++) write(list)
    },
    count: (list) => rows.at(list, count),
    readRuns(list, onRun) {
      const length = bytes.length(list)
      if (length > buffer.length) buffer = new Uint8Array(length * 2)
      bytes.copy(list, buffer, 0)
      readRuns(buffer, length, onRun)
    },
  }
}

// ---------------------------------------------------------------------------

function readRuns(bytes: Uint8Array, end: number, onRun: OnRun): void {
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }
  for (let next = 0; at < end; ) {
    const code = varint()
    const told = code & 1 ? varint() : 2
    const length = told & 1 ? varint() + 2 : 1
    next += code >>> 1
    onRun(next, length, told >>> 1)
    next += length
  }
}
