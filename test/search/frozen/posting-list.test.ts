import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createByteReader } from '../../../src/search/frozen/byte-reader.ts'
import { createByteWriter } from '../../../src/search/frozen/byte-writer.ts'
import { createPostingListWriter, readPostingList } from '../../../src/search/frozen/posting-list.ts'

/** Runs in order: passages between them, passages of each, how often each of those holds the term. */
const anyRuns = fc.array(
  fc.record({
    gap: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 40_000 })),
    length: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 300 })),
    frequency: fc.oneof(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 500 })),
  }),
  { minLength: 1, maxLength: 30 },
)

describe('a list of postings in an image', () => {
  it('gives back every passage with how often it holds the term, and ends where it ends', () => {
    fc.assert(
      fc.property(fc.array(anyRuns, { minLength: 1, maxLength: 5 }), (lists) => {
        const writer = createByteWriter()
        const write = createPostingListWriter(writer)
        const written = lists.map((runs) => {
          const start = writer.length
          const placed = place(runs)
          const hasRuns = write((onRun) => {
            for (const { first, length, frequency } of placed) onRun(first, length, frequency)
          })
          return { start, hasRuns, end: writer.length, passages: placed.flatMap(toPassages) }
        })
        const reader = createByteReader(writer.toBytes())
        for (const { start, hasRuns, end, passages } of written) {
          const read: [number, number][] = []
          const list = { start, held: passages.length, hasRuns }
          expect(readPostingList(reader, list, (...posting) => read.push(posting))).toBe(end)
          expect(read.sort(([a], [b]) => a - b)).toEqual(passages)
        }
      }),
    )
  })
})

function place(runs: readonly { gap: number; length: number; frequency: number }[]) {
  let next = 0
  return runs.map(({ gap, length, frequency }) => {
    const first = next + gap
    next = first + length
    return { first, length, frequency }
  })
}

function toPassages({ first, length, frequency }: ReturnType<typeof place>[number]): [number, number][] {
  return Array.from({ length }, (_, at) => [first + at, frequency])
}
