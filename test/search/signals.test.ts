import { describe, expect, it } from 'vitest'
import { findHits } from '../../src/answer/create-lectern.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { openRecords, words } from '../support/index.ts'
import { writeArticle, writeRecord } from '../support/records.ts'

async function signalsOf(records: readonly LecternRecord[], question: string) {
  const index = await openRecords(records, [...words, '上海合作组织'])
  const { hits } = await findHits(index, question, { filters: {}, quoteChars: 160 })
  return hits[0]?.signals
}

const dated = (text: string) =>
  writeRecord({ id: 'a', title: '渡轮', date: '2025-03-12' }, [
    { kind: 'statement', speaker: '高屿', says: text },
  ])

describe('a question about another year or place', () => {
  it.each([
    ['2023年渡轮有多少艘', '去年渡轮有12艘。'],
    ['上海渡轮有多少艘', '渡轮有12艘。'],
    ['上海市渡轮有多少艘', '渡轮有12艘，由上海合作组织的青年参观。'],
    ['2023年上海渡轮有多少艘', '2023年渡轮有12艘。'],
  ])('%s: is told of %s', async (question, text) => {
    expect((await signalsOf([await dated(text)], question))?.elsewhere).toBe(1)
  })

  it.each([
    ['2023年渡轮有多少艘', '2023年渡轮有12艘。'],
    ['2024年渡轮有多少艘', '去年渡轮有12艘。'],
    ['2025年渡轮有多少艘', '渡轮有12艘。'],
    ['上海渡轮有多少艘', '上海的渡轮有12艘。'],
    ['上海合作组织的渡轮有多少艘', '渡轮有12艘。'],
    ['渡轮有2012艘吗', '渡轮有12艘。'],
  ])('%s: is not told of %s', async (question, text) => {
    expect((await signalsOf([await dated(text)], question))?.elsewhere).toBe(0)
  })
})

describe('a question about what somebody said', () => {
  const turns = [
    { kind: 'statement', speaker: '高屿', says: '渡轮明年大修。' },
    { kind: 'statement', speaker: '陆闻溪', says: '灯塔票价八元。' },
  ] as const

  it('is told of the words of others, and not of those of the one whom it names', async () => {
    const record = await writeRecord({ id: 'a', title: '' }, [...turns])
    expect((await signalsOf([record], '陆闻溪怎么说灯塔票价'))?.otherSpeaker).toBe(0)
    expect((await signalsOf([record], '灯塔票价是多少'))?.otherSpeaker).toBe(0)
  })

  it('is told first what that one said, and of what others said with no confidence', async () => {
    const record = await writeRecord({ id: 'a', title: '' }, [
      { kind: 'statement', speaker: '高屿', says: '灯塔明年大修。' },
      turns[1],
    ])
    const index = await openRecords([record], [...words])
    const { hits } = await findHits(index, '高屿怎么说灯塔票价', { filters: {}, quoteChars: 160 })
    expect(hits.map(({ turn, signals }) => [turn.speaker, signals.otherSpeaker])).toEqual([
      ['高屿', 0],
      ['陆闻溪', 1],
    ])
  })

  it('is told of nothing that others say who do not name that one', async () => {
    const named = { kind: 'statement', speaker: '关峤', says: '灯塔票价由高屿决定。' } as const
    const record = await writeRecord({ id: 'a', title: '' }, [...turns])
    const other = await writeRecord({ id: 'b', title: '' }, [turns[0], named])
    expect((await signalsOf([record], '高屿的灯塔票价'))?.otherSpeaker).toBe(1)
    expect((await signalsOf([other], '高屿的灯塔票价'))?.otherSpeaker).toBe(0)
  })
})

describe('how much a question says', () => {
  it('grows with its words, in any script', async () => {
    const record = await writeArticle({ id: 'a' }, '渡轮明年大修。 The ferry sails to the island.')
    const lengthOf = async (question: string) => (await signalsOf([record], question))?.length ?? 0
    expect(await lengthOf('渡轮明年大修')).toBeGreaterThan(await lengthOf('渡轮'))
    expect(await lengthOf('ferry sails island')).toBeGreaterThan(await lengthOf('ferry'))
  })
})
