import { describe, expect, it } from 'vitest'
import { summarize } from '../../src/eval/evaluate.ts'
import { figureNames, figureOf, findShortfalls, type Gate, gateable } from '../../src/eval/figures.ts'
import { judged, unanswerable } from './judged.ts'

const report = summarize([judged(), judged({ rank: 3, latencyMs: 9 })], 2)

/** Paths of all numbers and nulls in a report. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path ? `${path}.${name}` : name))
}

function gate(bound: Gate['bound'], figure: Gate['figure'], limit: number): Gate {
  return { bound, figure, limit }
}

describe('the figures', () => {
  it('are all that a report holds, in its order', () => {
    expect(figureNames).toEqual(pathsOf(report))
  })

  it('are read by their paths', () => {
    const full = summarize([judged({ latencyMs: 4 }), unanswerable(0.2, { latencyMs: 6 })], 7)
    expect(Object.fromEntries(figureNames.map((name) => [name, figureOf(full, name)]))).toEqual({
      passages: 7,
      questions: 2,
      recallAt1: 1,
      recallAt5: 1,
      recallAt10: 1,
      mrrAt10: 1,
      quoteHitAt1: 1,
      quoteCharsMean: 8,
      verbatim: 1,
      'abstention.auroc': 1,
      'abstention.coverageAt5pctFalse': 1,
      'latencyMs.p50': 4,
      'latencyMs.p99': 6,
    })
  })

  it('have bounds on the side on which they can fail', () => {
    expect(gateable('min')).toContain('recallAt1')
    expect(gateable('min')).not.toContain('latencyMs.p50')
    expect(gateable('max')).toContain('latencyMs.p50')
    expect(gateable('max')).not.toContain('recallAt1')
    expect(gateable('max')).toContain('quoteCharsMean')
  })
})

describe('gates', () => {
  it('are passed by a figure that reaches them exactly', () => {
    const gates = [gate('min', 'recallAt1', 0.5), gate('max', 'latencyMs.p99', 9)]
    expect(findShortfalls('town', report, gates)).toEqual([])
  })

  it('name each figure that falls short or exceeds', () => {
    const gates = [gate('min', 'recallAt1', 0.51), gate('max', 'latencyMs.p99', 8.9)]
    expect(findShortfalls('town', report, gates)).toEqual([
      { dataset: 'town', figure: 'recallAt1', bound: 'min', limit: 0.51, value: 0.5 },
      { dataset: 'town', figure: 'latencyMs.p99', bound: 'max', limit: 8.9, value: 9 },
    ])
  })

  it('are not passed by a figure that the dataset cannot tell', () => {
    const gates = [gate('min', 'abstention.auroc', 0), gate('max', 'latencyMs.p50', 1)]
    expect(findShortfalls('none', summarize([], 0), gates).map(({ value }) => value)).toEqual([null, null])
  })
})
