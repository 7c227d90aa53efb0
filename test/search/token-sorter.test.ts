import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenSorter } from '../../src/search/token-sorter.ts'

interface Run {
  first: number
  length: number
  frequency: number
}

/** @param passages of each passage, the terms that occur in it. */
function sort(passages: readonly (readonly number[])[]): Map<number, Run[]> {
  const runs = new Map<number, Run[]>()
  const sorter = createTokenSorter((term) => (first, length, frequency) => {
    const own = runs.get(term) ?? []
    runs.set(term, own)
    own.push({ first, length, frequency })
  })
  passages.forEach((terms, passage) => {
    for (const term of terms) sorter.add(term, passage)
    sorter.endPassage()
  })
  sorter.finish()
  return runs
}

/** How often each passage holds each term, by term and passage. */
function spread(runs: Map<number, Run[]>): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const [term, own] of runs)
    for (const { first, length, frequency } of own)
      for (let passage = first; passage < first + length; passage++) {
        if (counted[`${term} ${passage}`] !== undefined)
          throw new Error(`${term} is told twice of ${passage}`)
        counted[`${term} ${passage}`] = frequency
      }
  return counted
}

function countByHand(passages: readonly (readonly number[])[]): Record<string, number> {
  const counted: Record<string, number> = {}
  passages.forEach((terms, passage) => {
    for (const term of terms) counted[`${term} ${passage}`] = (counted[`${term} ${passage}`] ?? 0) + 1
  })
  return counted
}

describe('sorting tokens', () => {
  it('tells of each term where it occurs and how often, passages on end together', () => {
    const anyPassages = fc.array(
      fc.array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 9000 })), { maxLength: 30 }),
      {
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(anyPassages, (passages) => {
        const runs = sort(passages)
        expect(spread(runs)).toEqual(countByHand(passages))
        for (const own of runs.values())
          own.slice(1).forEach((run, at) => {
            const before = own[at] as Run
            const goesOn = run.first === before.first + before.length && run.frequency === before.frequency
            expect(goesOn).toBe(false)
          })
      }),
    )
  })

  it('does so in several blocks, and in a passage longer than any', () => {
    const terms = (count: number, from: number) =>
      Array.from({ length: count }, (_, at) => (from + at * 7) % 5003)
    const passages = [
      ...Array.from({ length: 40 }, (_, passage) => terms(10_000, passage)),
      terms(600_000, 3),
      ...Array.from({ length: 20 }, (_, passage) => terms(10_000, passage)),
    ]
    const counted = spread(sort(passages))
    expect(counted).toEqual(countByHand(passages))
  })
})
