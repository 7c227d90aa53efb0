import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abstentionCurve, curveThresholds } from '../../src/eval/curve.ts'
import { judged, unanswerable } from './judged.ts'

const results = [
  judged({ confidence: 0.9 }),
  judged({ confidence: 0.6, quoteHit: false }),
  judged({ confidence: 0.4, rank: 2, quoteHit: false }),
  judged({ confidence: 0.2 }),
  unanswerable(0.5),
  unanswerable(0.1),
]

/** What was answered right, wrong, or was not there, of every confidence. */
const anyResults = fc.array(
  fc
    .record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), kind: fc.integer({ min: 0, max: 2 }) })
    .map(({ confidence, kind }) =>
      kind === 0 ? unanswerable(confidence) : judged({ confidence, rank: kind }),
    ),
  { maxLength: 30 },
)

describe('the thresholds of the curve', () => {
  it('are steps of .05 and the one in use, in order, none twice', () => {
    expect(curveThresholds(0.5)).toHaveLength(21)
    const thresholds = curveThresholds(0.437)
    expect(thresholds).toHaveLength(22)
    expect(thresholds.slice(8, 11)).toEqual([0.4, 0.437, 0.45])
    expect([thresholds[0], thresholds.at(-1)]).toEqual([0, 1])
  })
})

describe('the abstention curve', () => {
  it('tells coverage, false answers and what is right among the answers', () => {
    const [point] = abstentionCurve(results, [0.4])
    expect(point).toEqual({
      threshold: 0.4,
      answered: 4,
      coverage: 3 / 4,
      falseAnswerRate: 1 / 2,
      precision: 2 / 4,
      quotePrecision: 1 / 4,
    })
  })

  it('answers at the threshold itself, as Lectern does', () => {
    expect(abstentionCurve(results, [0.5, 0.51]).map(({ falseAnswerRate }) => falseAnswerRate)).toEqual([
      0.5, 0,
    ])
  })

  it('never counts for an answer what found nothing', () => {
    const { quote: _, ...nothing } = unanswerable(0)
    expect(abstentionCurve([nothing], [0])[0]).toMatchObject({ answered: 0, falseAnswerRate: 0 })
  })

  it('has null where a dataset cannot tell', () => {
    expect(abstentionCurve([judged({ confidence: 0.3 })], [0.4])[0]).toEqual({
      threshold: 0.4,
      answered: 0,
      coverage: 0,
      falseAnswerRate: null,
      precision: null,
      quotePrecision: null,
    })
    expect(abstentionCurve([unanswerable(0.3)], [0])[0]?.coverage).toBeNull()
  })

  it('falls in coverage and in false answers as the threshold rises', () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const points = abstentionCurve(results, curveThresholds(0.5))
        for (const figure of ['coverage', 'falseAnswerRate', 'answered'] as const) {
          const values = points.map((point) => point[figure] ?? 0)
          expect(values).toEqual([...values].sort((a, b) => b - a))
        }
        expect(points[0]?.answered).toBe(results.length)
      }),
    )
  })
})
