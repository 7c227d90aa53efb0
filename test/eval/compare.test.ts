import { describe, expect, it } from 'vitest'
import { compareRuns } from '../../src/eval/compare.ts'
import type { ResultLine } from '../../src/eval/results.ts'
import { signTest } from '../../src/eval/sign-test.ts'
import { line } from './judged.ts'

function run(...questions: Partial<ResultLine>[]): ResultLine[] {
  return questions.map((given, at) => line({ id: `q${at + 1}`, ...given }))
}

describe('comparing two runs', () => {
  it('names the questions that were won and lost, each figure by itself', () => {
    const before = run({ rank: 2 }, { rank: null, quoteHit: false }, {}, { quoteHit: false }, {})
    const after = run({}, { rank: 1, quoteHit: false }, { rank: 3 }, {}, {})
    const [town] = compareRuns(before, after)
    expect(town).toMatchObject({
      dataset: 'town',
      questions: 5,
      answerable: 5,
      recallAt1: { before: 0.6, after: 0.8, won: ['q1', 'q2'], lost: ['q3'], pValue: signTest(2, 1) },
      quoteHitAt1: { before: 0.6, after: 0.8, won: ['q4'], lost: [], pValue: 1 },
      onlyBefore: [],
      onlyAfter: [],
    })
  })

  it('finds nothing won or lost in a run against itself', () => {
    const [town] = compareRuns(run({}, { rank: null }), run({}, { rank: null }))
    expect(town?.recallAt1).toEqual({ before: 0.5, after: 0.5, won: [], lost: [], pValue: 1 })
  })

  it('keeps questions of one id apart where their datasets are', () => {
    const compared = compareRuns(
      [line({ dataset: 'a', rank: 2 }), line({ dataset: 'b' })],
      [line({ dataset: 'b', rank: 2 }), line({ dataset: 'a' })],
    )
    expect(compared.map(({ dataset, recallAt1 }) => [dataset, recallAt1.won, recallAt1.lost])).toEqual([
      ['b', [], ['q1']],
      ['a', ['q1'], []],
    ])
  })

  it('does not count questions that nothing answers', () => {
    const off = { answerable: false, rank: null, quoteHit: false }
    const [town] = compareRuns(run(off, {}), run(off, {}))
    expect(town).toMatchObject({ questions: 2, answerable: 1 })
    expect(town?.recallAt1.before).toBe(1)
    expect(compareRuns(run(off), run(off))[0]?.recallAt1.before).toBeNull()
  })

  it('counts and names the questions that stand in one run only, and compares the others', () => {
    const [town] = compareRuns(run({}, { rank: 2 }, {}), run({ rank: 2 }, {}).concat(line({ id: 'new' })))
    expect(town).toMatchObject({ questions: 2, onlyBefore: ['q3'], onlyAfter: ['new'] })
    expect([town?.recallAt1.won, town?.recallAt1.lost]).toEqual([['q2'], ['q1']])
  })

  it('takes a question that was worded anew, or is no longer answerable, for another', () => {
    const before = run({ question: '灯塔高吗' }, { answerable: false })
    const [town] = compareRuns(before, run({}, {}))
    expect(town).toMatchObject({ questions: 0, onlyBefore: ['q1', 'q2'], onlyAfter: ['q1', 'q2'] })
  })

  it('names datasets that only one run has', () => {
    const compared = compareRuns([line({ dataset: 'old' })], [line({ dataset: 'new' })])
    expect(compared).toMatchObject([
      { dataset: 'new', questions: 0, onlyBefore: [], onlyAfter: ['q1'] },
      { dataset: 'old', questions: 0, onlyBefore: ['q1'], onlyAfter: [] },
    ])
  })

  it('pairs questions that stand twice by their order', () => {
    const twice = [line({ rank: 1 }), line({ rank: 2 })]
    const [town] = compareRuns(twice, [line({ rank: 1 }), line({ rank: 1 })])
    expect(town).toMatchObject({ questions: 2, onlyBefore: [], onlyAfter: [] })
    expect([town?.recallAt1.won, town?.recallAt1.lost]).toEqual([['q1'], []])
  })
})
