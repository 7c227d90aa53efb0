import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLectern, maxLimit, maxQuestionLength } from '../../src/answer/create-lectern.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import type { Filters } from '../../src/search/filters.ts'
import type { LecternIndex } from '../../src/search/lectern-index.ts'
import { anyText } from '../support/arbitrary.ts'
import { faultOf, openLectern, openRecords } from '../support/index.ts'
import { writeJiangting } from '../support/town.ts'

let lectern: Lectern
beforeAll(async () => {
  lectern = await openLectern(await writeJiangting())
})

describe('abstaining', () => {
  it.each([
    ['words that no record holds', '骆驼', ['骆驼']],
    ['marks only', '？！……。，', []],
    ['emoji', '🚢👩‍👩‍👧🏴󠁧󠁢󠁳󠁣󠁴󠁿', []],
    ['a right-to-left script', 'متى يغادر القارب؟ מתי', ['متى', 'يغادر', 'القارب', 'מתי']],
    ['lone surrogates', '\ud842 \udfb7\ud83d', []],
    ['control characters', '\u0000\u0007\u200b', []],
    ['a regular expression', '(.*)+$^[\\', []],
    [
      'names of the language',
      '__proto__ constructor hasOwnProperty',
      ['proto', 'constructor', 'hasOwnProperty'],
    ],
  ])('gives no-match for %s', async (_, question, missing) => {
    expect(await lectern.ask({ question })).toEqual({
      kind: 'abstention',
      question,
      reason: 'no-match',
      nearest: [],
      missing,
      searched: { records: 4, passages: lectern.counts.passages, from: '2023', to: '2025-02' },
      index: lectern.fingerprint,
    })
  })

  it('gives no-match for any question to an index of nothing', async () => {
    const empty = await openLectern([])
    expect(await empty.ask({ question: '渡轮' })).toMatchObject({
      kind: 'abstention',
      reason: 'no-match',
      searched: { records: 0, passages: 0 },
    })
  })

  it('gives no-match where the filters leave nothing', async () => {
    const outcome = await lectern.ask({ question: '渡轮', filters: { record: 'nowhere' } })
    expect(outcome).toMatchObject({ reason: 'no-match', nearest: [] })
  })

  it('shows the nearest passages, but not as answers, when its confidence is low', async () => {
    const outcome = await lectern.ask({ question: '灯塔上的石像鬼是哪位雕塑家在哪一年雕刻的' })
    expect(outcome).toMatchObject({ kind: 'abstention', reason: 'low-confidence' })
    if (outcome.kind !== 'abstention') return
    expect(outcome.nearest.length).toBeGreaterThan(0)
    expect(outcome).not.toHaveProperty('quotes')
  })

  it('answers exactly when the confidence of the first quote reaches it, and with no quote below it', async () => {
    const index = await openRecords(await writeJiangting())
    const all = await createLectern(index, { threshold: 0 }).ask({ question: '招募了多少名志愿者' })
    const quotes = all.kind === 'answer' ? all.quotes : []
    const confidence = quotes[0]?.confidence as number
    const at = await createLectern(index, { threshold: confidence }).ask({ question: '招募了多少名志愿者' })
    expect(at).toMatchObject({
      kind: 'answer',
      quotes: quotes.filter((quote) => quote.confidence >= confidence),
    })
    expect(quotes.length).toBeGreaterThan(1)
    const above = await createLectern(index, { threshold: confidence + 1e-9 }).ask({
      question: '招募了多少名志愿者',
    })
    expect(above).toMatchObject({ kind: 'abstention', reason: 'low-confidence', nearest: quotes })
  })

  it('takes any text that is not blank for a question', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText.filter((text) => text.trim() !== ''),
        async (question) => {
          expect((await lectern.ask({ question })).question).toBe(question)
        },
      ),
    )
  })
})

describe('what is missing', () => {
  async function missingOf(question: string, filters: Filters = {}): Promise<string[]> {
    const strict = createLectern(index, { threshold: 1 })
    const outcome = await strict.ask({ question, filters })
    if (outcome.kind !== 'abstention') throw new Error('answered')
    return outcome.missing
  }

  let index: LecternIndex
  beforeAll(async () => {
    index = await openRecords(await writeJiangting())
  })

  it.each([
    ['灯塔上的石像鬼是哪位雕塑家雕刻的', ['石像鬼', '雕塑家雕刻']],
    ['渡轮运送旅客去冬奥会吗', ['冬奥会']],
    ['冬奧會的志願者招募了多少名', ['冬奧會']],
    ['请问2022年的冬奥会有多少名志愿者', ['2022', '冬奥会']],
    ['海水淡化厂投资5.3亿元吗', []],
    ['渡轮去年运送了三千五百万名旅客吗', []],
    ['火星上有渡轮吗', ['火星']],
    ['Does the Eiffel Tower have cranes from the quarry?', ['Eiffel Tower', 'quarry']],
    ['Which crane lifts 900 tonnes?', []],
    ['who is the old harbour master', []],
  ])('of %s are %j', async (question, missing) => {
    expect(await missingOf(question)).toEqual(missing)
  })

  it('are words that only records outside the filters hold', async () => {
    expect(await missingOf('渡轮的票价')).toEqual([])
    expect(await missingOf('渡轮的票价', { record: 'letter-museum' })).toEqual(['渡轮', '票价'])
    expect(await missingOf('渡轮的票价', { speaker: '高屿' })).toEqual([])
  })

  it('are no words that a title or the question of an exchange holds', async () => {
    expect(await missingOf('发布会和志愿者招募公告')).toEqual([])
    expect(await missingOf('票价会不会涨', { speaker: '高屿' })).toEqual([])
  })

  it('stand in the question as typed, each once', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText.filter((text) => text.trim() !== ''),
        async (question) => {
          const missing = await missingOf(question).catch(() => [])
          for (const word of missing) expect(question).toContain(word)
          expect(new Set(missing).size).toBe(missing.length)
        },
      ),
    )
  })
})

describe('refusing', () => {
  it.each(['', ' ', '\n\t　', '\ufeff'])('says that the question %j is empty', async (question) => {
    const fault = await faultOf(lectern.ask({ question }))
    expect(fault.code).toBe('question-empty')
    expect(fault.message).toBe('The question is empty: ask something')
  })

  it('says how long a question is and may be', async () => {
    const fault = await faultOf(lectern.ask({ question: '渡'.repeat(100_000) }))
    expect(fault.code).toBe('question-too-long')
    expect(fault.message).toContain('100000 characters')
    expect(fault.message).toContain(`${maxQuestionLength} are allowed`)
  })

  it('takes a question as long as is allowed', async () => {
    const question = '渡轮去年运送了多少旅客？'.repeat(maxQuestionLength).slice(0, maxQuestionLength)
    expect((await lectern.ask({ question })).question).toBe(question)
    const fault = await faultOf(lectern.ask({ question: `${question}？` }))
    expect(fault.code).toBe('question-too-long')
  })

  it.each([0, -1, 1.5, maxLimit + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d quotes',
    async (limit) => {
      const fault = await faultOf(lectern.ask({ question: '渡轮', limit }))
      expect(fault.code).toBe('limit-invalid')
      expect(fault.message).toBe(`limit is ${limit}: give a whole number from 1 to ${maxLimit}`)
    },
  )
})
