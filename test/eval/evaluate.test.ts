import { beforeAll, describe, expect, it } from 'vitest'
import { type GoldenQuestion, parseDataset } from '../../src/eval/dataset.ts'
import { evaluate, type QuestionResult, summarize } from '../../src/eval/evaluate.ts'
import { toRecord } from '../../src/eval/records.ts'
import { openRecords } from '../support/index.ts'

const passages = ['灯塔高四十一米，是白色的。', '渡轮 每天开行１８班。', '博物館週一閉館。']
const texts = passages.map((text, at) => JSON.stringify({ id: `p${at}`, text })).join('\n')

const questions: GoldenQuestion[] = [
  { id: 'right', question: '渡轮每天开行多少班', relevant: ['p1'], answers: ['不对', '渡轮每天开行18班'] },
  { id: 'other', question: '灯塔高多少米', relevant: ['p2'], answers: ['周一'] },
  { id: 'second', question: '博物馆周一闭馆，渡轮呢', relevant: ['p1'], answers: [] },
  { id: 'none', question: '骆驼', relevant: [], answers: [] },
]

describe('evaluating', () => {
  let results: QuestionResult[]
  const told: number[][] = []
  beforeAll(async () => {
    const { passages } = parseDataset(texts, '')
    const index = await openRecords(await Promise.all(passages.map(toRecord)))
    let clock = 0
    const now = () => clock++ * 5
    results = await evaluate(index, questions, { now, onQuestion: (...counts) => told.push(counts) })
  })

  it('ranks records by the first of their passages', () => {
    expect(results.map(({ id, rank }) => [id, rank])).toEqual([
      ['right', 1],
      ['other', undefined],
      ['second', 2],
      ['none', undefined],
    ])
  })

  it('looks for any of the answers in the first quote, folded and without spaces', () => {
    expect(results.map(({ quoteHit }) => quoteHit)).toEqual([true, false, false, false])
    expect(results[0]?.quote?.text).toBe('渡轮 每天开行１８班。')
  })

  it('gives the quote and its confidence even where it would abstain', () => {
    for (const { quote, confidence, verbatim } of results.slice(0, 3)) {
      expect(quote?.confidence).toBe(confidence)
      expect(confidence).toBeGreaterThan(0)
      expect(verbatim).toBe(true)
    }
    expect(results[3]).toMatchObject({ answerable: false, confidence: 0 })
    expect(results[3]).not.toHaveProperty('quote')
  })

  it('times each question by the clock that it is given, and tells when it is done', () => {
    expect(results.map(({ latencyMs }) => latencyMs)).toEqual([5, 5, 5, 5])
    expect(told.at(-1)).toEqual([4, 4])
  })

  it('is summed up over the answerable questions, abstention over both kinds', () => {
    expect(summarize(results, 3)).toEqual({
      passages: 3,
      questions: 4,
      recallAt1: 1 / 3,
      recallAt5: 2 / 3,
      recallAt10: 2 / 3,
      mrrAt10: 0.5,
      quoteHitAt1: 1 / 3,
      quoteCharsMean: expect.closeTo((11 + 13 + 8) / 3, 6),
      verbatim: 1,
      abstention: { auroc: 1, coverageAt5pctFalse: 1 },
      latencyMs: { p50: 5, p99: 5 },
    })
  })

  it('gives null for what a dataset cannot tell', () => {
    const none = summarize([], 0)
    expect([none.recallAt1, none.mrrAt10, none.quoteHitAt1, none.verbatim, none.latencyMs.p50]).toEqual(
      Array(5).fill(null),
    )
    const answerable = summarize(results.slice(0, 3), 3)
    expect(answerable.abstention).toEqual({ auroc: null, coverageAt5pctFalse: null })
    const unanswerable = summarize(results.slice(3), 3)
    expect([unanswerable.recallAt1, unanswerable.quoteHitAt1]).toEqual([null, null])
  })

  it('notices a quote that is not verbatim', () => {
    const [first] = results as [QuestionResult]
    expect(summarize([first, { ...first, verbatim: false }], 3).verbatim).toBe(0.5)
  })
})
