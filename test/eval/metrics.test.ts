import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auroc, coverageAt, mean, percentile, reciprocalRank, share } from '../../src/eval/metrics.ts'

/** Few values, so that there are ties. */
const scores = fc.array(
  fc.integer({ min: 0, max: 8 }).map((score) => score / 8),
  { maxLength: 20 },
)
const someScores = fc.array(
  fc.integer({ min: 0, max: 8 }).map((score) => score / 8),
  { minLength: 1, maxLength: 20 },
)

describe('share and mean', () => {
  it('are the part that is true, and the sum by the number', () => {
    expect(share([true, false, false, true])).toBe(0.5)
    expect(mean([1, 2, 6])).toBe(3)
  })

  it('are null of none', () => {
    expect([share([]), mean([])]).toEqual([null, null])
  })
})

describe('reciprocalRank', () => {
  it('is one by the rank, down to the depth', () => {
    expect([1, 2, 10, 11, undefined].map((rank) => reciprocalRank(rank, 10))).toEqual([1, 0.5, 0.1, 0, 0])
  })
})

describe('percentile', () => {
  it('is the nearest rank', () => {
    const values = [15, 20, 35, 40, 50]
    expect([0.05, 0.3, 0.4, 0.5, 1].map((fraction) => percentile(values, fraction))).toEqual([
      15, 20, 20, 35, 50,
    ])
  })

  it('orders numbers as numbers and leaves the values as they were', () => {
    const values = [100, 9, 20]
    expect(percentile(values, 0.5)).toBe(20)
    expect(values).toEqual([100, 9, 20])
  })

  it('is null of none', () => {
    expect(percentile([], 0.5)).toBeNull()
  })

  it('is the least value that at least the fraction of the values do not pass', () => {
    fc.assert(
      fc.property(someScores, fc.constantFrom(0.01, 0.25, 0.5, 0.75, 0.99, 1), (values, fraction) => {
        const reaches = (value: number) =>
          values.filter((other) => other <= value).length >= fraction * values.length
        const least = [...values].sort((a, b) => a - b).find(reaches)
        expect(percentile(values, fraction)).toBe(least)
      }),
    )
  })
})

describe('auroc', () => {
  it('is 1 when all positives score above all negatives, 0 the other way, half when all are equal', () => {
    expect(auroc([3, 4], [1, 2])).toBe(1)
    expect(auroc([1, 2], [3, 4])).toBe(0)
    expect(auroc([1, 1], [1])).toBe(0.5)
  })

  it('is null where one kind is missing', () => {
    expect([auroc([], [1]), auroc([1], []), auroc([], [])]).toEqual([null, null, null])
  })

  it('is what counting every pair gives', () => {
    fc.assert(
      fc.property(someScores, someScores, (positives, negatives) => {
        let won = 0
        for (const positive of positives) {
          for (const negative of negatives) won += positive > negative ? 1 : positive === negative ? 0.5 : 0
        }
        expect(auroc(positives, negatives)).toBeCloseTo(won / (positives.length * negatives.length), 10)
      }),
    )
  })
})

describe('coverageAt', () => {
  it('is the share answered at the lowest threshold that lets few enough negatives through', () => {
    expect(coverageAt(0.5, [0.9, 0.5, 0.1], [0.8, 0.4])).toBeCloseTo(2 / 3)
    expect(coverageAt(0, [0.9, 0.5, 0.1], [0.8, 0.4])).toBeCloseTo(1 / 3)
    expect(coverageAt(1, [0.9, 0.5, 0.1], [0.8, 0.4])).toBe(1)
  })

  it('is null where one kind is missing', () => {
    expect([coverageAt(0.05, [], [1]), coverageAt(0.05, [1], [])]).toEqual([null, null])
  })

  it('is the best that any threshold gives', () => {
    fc.assert(
      fc.property(
        someScores,
        someScores,
        fc.constantFrom(0, 0.05, 0.2, 0.5),
        (positives, negatives, falseShare) => {
          const above = (values: number[], threshold: number) =>
            values.filter((score) => score > threshold).length / values.length
          const allowed = [-1, ...positives, ...negatives].filter(
            (threshold) => above(negatives, threshold) <= falseShare,
          )
          const best = Math.max(...allowed.map((threshold) => above(positives, threshold)))
          expect(coverageAt(falseShare, positives, negatives)).toBeCloseTo(best, 10)
        },
      ),
    )
  })
})

describe('every metric', () => {
  it('lies between 0 and 1 for values that do', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const values = [
          mean(positives),
          percentile(positives, 0.5),
          auroc(positives, negatives),
          coverageAt(0.05, positives, negatives),
        ]
        for (const value of values) expect(value === null || (value >= 0 && value <= 1)).toBe(true)
      }),
    )
  })
})
