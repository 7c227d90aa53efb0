import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHits } from '../../src/answer/create-lectern.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { featureWeights, scoreOf } from '../../src/search/features.ts'
import { inverseFrequency } from '../../src/search/term-weights.ts'
import { anyCorpus, anyQuestion } from '../support/corpus.ts'
import { openRecords } from '../support/index.ts'
import { writeArticle, writeRecord } from '../support/records.ts'

async function find(records: readonly LecternRecord[], question: string) {
  const { hits } = await findHits(await openRecords(records), question, { filters: {}, quoteChars: 160 })
  return hits
}

describe('inverseFrequency', () => {
  it('falls as more passages hold the term, and stays above 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (N, seed) => {
        const n = seed % N
        expect(inverseFrequency(n, N)).toBeGreaterThan(inverseFrequency(n + 1, N))
        expect(inverseFrequency(n + 1, N)).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the rank of hits', () => {
  it('can be explained: the score is the weighted sum of the features', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, anyQuestion, async (write, question) => {
        for (const { score, features } of await find(await write(), question)) {
          const names = Object.keys(featureWeights) as (keyof typeof features)[]
          const sum = names.reduce((total, name) => total + featureWeights[name] * features[name], 0)
          expect(score).toBeCloseTo(sum, 9)
          expect(scoreOf(features)).toBe(score)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('has features and signals in their bounds', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, anyQuestion, async (write, question) => {
        for (const { features, signals } of await find(await write(), question)) {
          const { bm25, record, spoken, named, outdated, added, opening, announcing, ...shares } = features
          for (const value of [...Object.values(shares), ...Object.values(signals)])
            expect(value >= 0 && value <= 1 + 1e-9).toBe(true)
          for (const value of [spoken, named, outdated, added, opening, announcing])
            expect([0, 1]).toContain(value)
          expect(bm25 >= 0 && record >= 0).toBe(true)
          expect(shares.terms + shares.context).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('prefers the passage of a record that matches as a whole', async () => {
    const about = await writeRecord({ id: 'about', title: '渡轮' }, [
      { kind: 'statement', speaker: '高屿', says: '渡轮明年大修。' },
      { kind: 'statement', speaker: '陆闻溪', says: '渡轮票价八元。' },
    ])
    const other = await writeRecord({ id: 'other', title: '大修' }, [
      { kind: 'statement', speaker: '高屿', says: '仓库明年大修。' },
    ])
    const [first] = await find([other, about], '渡轮大修')
    expect(first?.record.id).toBe('about')
  })

  it('prefers how many there are to how many came anew, when a count is asked for', async () => {
    const added = await writeArticle({ id: 'added', title: '' }, '渡轮新增了12艘。')
    const all = await writeArticle({ id: 'all', title: '' }, '渡轮共有15艘。')
    expect((await find([added, all], '渡轮有多少艘'))[0]?.record.id).toBe('all')
    expect((await find([added, all], '渡轮新增了多少艘'))[0]?.record.id).toBe('added')
  })

  it('prefers what is said now to what was said of before, when a count is asked for', async () => {
    const before = await writeArticle({ id: 'before', title: '' }, '此前渡轮有12艘。')
    const now = await writeArticle({ id: 'now', title: '' }, '目前渡轮有15艘。')
    for (const records of [
      [before, now],
      [now, before],
    ]) {
      expect((await find(records, '渡轮有多少艘'))[0]?.record.id).toBe('now')
    }
  })

  it('takes the words of those who answer and not those of the one who asks', async () => {
    const record = await writeRecord({ id: 'a' }, [
      { kind: 'question', speaker: '记者', says: '灯塔什么时候开放？灯塔的门票多少钱？' },
      { kind: 'reply', speaker: '高屿', says: '下个月开放，不收门票。' },
    ])
    const turns = (await find([record], '灯塔什么时候开放，门票多少钱')).map(({ turn }) => turn.kind)
    expect(turns).toEqual(['reply'])
  })

  it('has the words of the one who asks where nothing else matches', async () => {
    const record = await writeRecord({ id: 'a' }, [
      { kind: 'question', speaker: '记者', says: '灯塔什么时候开放？' },
    ])
    const turns = (await find([record], '灯塔')).map(({ turn }) => turn.kind)
    expect(turns).toEqual(['question'])
  })
})
