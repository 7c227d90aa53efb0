import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuestionResult } from '../../src/eval/evaluate.ts'
import { isRight, reliability } from '../../src/eval/reliability.ts'
import { judged, unanswerable } from './judged.ts'

/** Questions of one confidence, the first `right` of them right. */
function questions(count: number, right: number, confidence: number): QuestionResult[] {
  return Array.from({ length: count }, (_, at) => judged({ confidence, rank: at < right ? 1 : 2 }))
}

describe('a question', () => {
  it('is right where it is answerable and a relevant record is first', () => {
    expect(isRight(judged())).toBe(true)
    expect(isRight(judged({ rank: 2 }))).toBe(false)
    expect(isRight(unanswerable(0.9))).toBe(false)
    expect(isRight({ answerable: false, rank: 1 })).toBe(false)
  })
})

describe('reliability', () => {
  it('has ten bins, with the mean confidence and the accuracy of each', () => {
    const { bins } = reliability([...questions(3, 2, 0.72), ...questions(1, 1, 0.78), unanswerable(0.04)])
    expect(bins).toHaveLength(10)
    expect(bins[7]).toMatchObject({ from: 0.7, to: 0.8, count: 4, accuracy: 3 / 4 })
    expect(bins[7]?.confidenceMean).toBeCloseTo((3 * 0.72 + 0.78) / 4, 12)
    expect(bins[0]).toMatchObject({ count: 1, confidenceMean: 0.04, accuracy: 0 })
    expect(bins[3]).toEqual({
      from: 0.3,
      to: 0.4,
      count: 0,
      confidenceMean: null,
      accuracy: null,
      deviates: false,
    })
  })

  it('puts a bound into the bin that it begins, and 1 into the last', () => {
    for (const [at, bin] of reliability([]).bins.entries()) {
      const { bins } = reliability([judged({ confidence: bin.from })])
      expect(bins.findIndex(({ count }) => count === 1)).toBe(at)
    }
    expect(reliability([judged({ confidence: 1 })]).bins[9]?.count).toBe(1)
  })

  it('holds bins of fifty questions or more to a difference of .10', () => {
    const deviates = (count: number, right: number) =>
      reliability(questions(count, right, 0.75)).bins[7]?.deviates
    expect(deviates(100, 64)).toBe(true)
    expect(deviates(100, 66)).toBe(false)
    expect(deviates(100, 84)).toBe(false)
    expect(deviates(100, 86)).toBe(true)
    expect(deviates(50, 25)).toBe(true)
    expect(deviates(49, 0)).toBe(false)
  })

  it('weighs the error of each bin by its questions', () => {
    const { expectedCalibrationError } = reliability([...questions(30, 30, 0.75), ...questions(10, 0, 0.15)])
    expect(expectedCalibrationError).toBeCloseTo((30 * 0.25 + 10 * 0.15) / 40, 12)
    expect(reliability([]).expectedCalibrationError).toBeNull()
  })

  it('counts every question once, and errs by a share', () => {
    const confidence = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(confidence, fc.boolean()), { minLength: 1 }), (given) => {
        const { bins, expectedCalibrationError } = reliability(
          given.map(([confidence, isRight]) => judged({ confidence, rank: isRight ? 1 : 2 })),
        )
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
        expect(expectedCalibrationError).toBeGreaterThanOrEqual(0)
        expect(expectedCalibrationError).toBeLessThanOrEqual(1)
      }),
    )
  })
})
