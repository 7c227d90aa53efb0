import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeptQuestion, Store, Vote } from '../../src/store/store.ts'

/** A store whose clock the tests set. */
export interface TestedStore {
  store: Store
  /** What `now` of the store gives from now on. */
  setTime(time: number): void
}

export interface TestedStoreOptions {
  retentionDays?: number
  questionLog?: boolean
}

const day = 86_400_000
const start = Date.parse('2025-08-29T09:00:00Z')

const question: KeptQuestion = {
  answer: 'a1',
  platform: 'api',
  question: '港区去年的集装箱吞吐量是多少？',
  outcome: 'answer',
  nearest: { record: 'port', span: { start: 3, end: 9 }, title: '港口运行情况', confidence: 0.9 },
}
const declined: KeptQuestion = {
  answer: 'a2',
  platform: 'page',
  question: '明年春晚谁主持',
  outcome: 'abstention',
  reason: 'no-match',
}
const vote: Vote = { platform: 'api', answer: 'a1', user: 'wen', vote: 'down' }

/** The suite that every store passes. `open` gives an empty one, at the time of its clock. */
export function testStore(
  name: string,
  open: (start: number, options?: TestedStoreOptions) => Promise<TestedStore>,
): void {
  describe(name, () => {
    let opened: TestedStore[] = []
    let store: Store
    let setTime: TestedStore['setTime']
    const openOne = async (options?: TestedStoreOptions) => {
      const tested = await open(start, options)
      opened.push(tested)
      return tested
    }
    beforeEach(async () => {
      ;({ store, setTime } = await openOne())
    })
    afterEach(async () => {
      for (const tested of opened) await tested.store.close()
      opened = []
    })

    describe('questions', () => {
      it('are counted by their words, most often asked first', async () => {
        await store.keepQuestion(declined)
        await store.keepQuestion(question)
        setTime(start + 5000)
        await store.keepQuestion({ ...question, answer: 'a3', question: '港區去年的 集裝箱吞吐量是多少' })
        expect(await store.listQuestions({})).toEqual([
          {
            question: '港區去年的 集裝箱吞吐量是多少',
            count: 2,
            last: '2025-08-29T09:00:05.000Z',
            abstained: 0,
            down: 0,
            up: 0,
            nearest: question.nearest,
          },
          {
            question: '明年春晚谁主持',
            count: 1,
            last: '2025-08-29T09:00:00.000Z',
            abstained: 1,
            down: 0,
            up: 0,
          },
        ])
      })

      it('without an answer are those with an abstention or a thumb down', async () => {
        await store.keepQuestion(question)
        await store.keepQuestion(declined)
        const unanswered = async () =>
          (await store.listQuestions({ only: 'unanswered' })).map(({ question }) => question)
        expect(await unanswered()).toEqual([declined.question])
        await store.keepVote(vote)
        expect((await unanswered()).sort()).toEqual([declined.question, question.question].sort())
        await store.keepVote({ ...vote, vote: 'up' })
        expect(await unanswered()).toEqual([declined.question])
      })

      it('are listed a page at a time, and from a day or a time on', async () => {
        for (const words of ['一', '二', '三', '四']) {
          await store.keepQuestion({ ...declined, question: words })
          setTime((await lastTime(store)) + 3_600_000)
        }
        const list = async (filter: Parameters<Store['listQuestions']>[0]) =>
          (await store.listQuestions(filter)).map(({ question }) => question).join('')
        expect(await list({})).toBe('四三二一')
        expect(await list({ limit: 2 })).toBe('四三')
        expect(await list({ limit: 2, offset: 1 })).toBe('三二')
        expect(await list({ since: '2025-08-29T11:00:00Z' })).toBe('四三')
        expect(await list({ since: '2025-08-30' })).toBe('')
        await expect(store.listQuestions({ since: 'yesterday' })).rejects.toThrow(
          '"yesterday" is no date: write it as 2025-08-29 or 2025-08-29T12:00:00Z',
        )
      })

      it('come back as they were typed, whatever they hold', async () => {
        const odd = `'); DROP TABLE questions; -- "%_\\ ${'长'.repeat(1900)}𠮷`
        await store.keepQuestion({ ...declined, question: odd })
        await store.keepQuestion({ ...declined, question: '？？' })
        const listed = await store.listQuestions({})
        expect(listed.map(({ question }) => question).sort()).toEqual([odd, '？？'].sort())
      })

      it('are not kept where the log is off, and votes are', async () => {
        const { store: silent } = await openOne({ questionLog: false })
        await silent.keepQuestion(declined)
        await silent.keepVote(vote)
        expect(await silent.listQuestions({})).toEqual([])
      })
    })

    describe('votes', () => {
      const votes = async () => {
        const [first] = await store.listQuestions({})
        return [first?.up, first?.down]
      }
      beforeEach(() => store.keepQuestion(question))

      it('of one user on one answer are one, and the last one counts', async () => {
        await store.keepVote(vote)
        await store.keepVote(vote)
        expect(await votes()).toEqual([0, 1])
        await store.keepVote({ ...vote, vote: 'up' })
        expect(await votes()).toEqual([1, 0])
        await store.keepVote({ ...vote, vote: 'withdrawn' })
        expect(await votes()).toEqual([0, 0])
        await store.keepVote({ ...vote, vote: 'withdrawn' })
        expect(await votes()).toEqual([0, 0])
      })

      it('of others, on another platform or another answer are others', async () => {
        await store.keepVote(vote)
        await store.keepVote({ ...vote, user: 'lin' })
        await store.keepVote({ ...vote, answer: 'a9' })
        await store.keepVote({ ...vote, platform: 'slack' })
        expect(await votes()).toEqual([0, 2])
        await store.keepQuestion({ ...question, platform: 'slack' })
        expect(await votes()).toEqual([0, 3])
      })

      it('are counted once however often their question is asked', async () => {
        await store.keepVote(vote)
        for (let times = 0; times < 3; times++) await store.keepQuestion(question)
        expect(await votes()).toEqual([0, 1])
      })

      it('remain the same user’s when the salt has changed', async () => {
        await store.keepVote(vote)
        setTime(start + 40 * day)
        await store.keepVote({ ...vote, vote: 'up' })
        expect(await votes()).toEqual([1, 0])
        setTime(start + 75 * day)
        await store.keepVote({ ...vote, vote: 'withdrawn' })
        expect(await votes()).toEqual([0, 0])
      })

      it('count as the last of each user says, in whatever order they come', async () => {
        const kinds = fc.constantFrom('up' as const, 'down' as const, 'withdrawn' as const)
        const cast = fc.record({ user: fc.constantFrom('wen', 'lin', 'he'), vote: kinds, days: fc.nat(20) })
        let round = 0
        await fc.assert(
          fc.asyncProperty(fc.array(cast, { maxLength: 12 }), async (casts) => {
            const answer = `round${round++}`
            const asked = { ...question, answer, question: answer }
            let time = start
            for (const { days, ...one } of casts) {
              time += days * (day / 10)
              setTime(time)
              await store.keepVote({ platform: 'api', answer, ...one })
            }
            setTime(time)
            await store.keepQuestion(asked)
            const last = new Map(casts.map(({ user, vote }) => [user, vote]))
            const count = (kind: string) => [...last.values()].filter((one) => one === kind).length
            const listed = await store.listQuestions({ limit: 1000 })
            const { up, down } = listed.find((one) => one.question === answer) ?? {}
            expect([up, down]).toEqual([count('up'), count('down')])
          }),
          { numRuns: 15 },
        )
      })
    })

    describe('deliveries', () => {
      it('are claimed once, also when many claim at once', async () => {
        const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim('slack:1')))
        expect(claims.filter((isFirst) => isFirst)).toHaveLength(1)
        expect(await store.claim('slack:2')).toBe(true)
      })

      it('can be claimed again once released, or forgotten after eight hours', async () => {
        await store.claim('slack:1')
        await store.release('slack:1')
        expect(await store.claim('slack:1')).toBe(true)
        setTime(start + 8 * 3_600_000 - 1)
        await store.prune()
        expect(await store.claim('slack:1')).toBe(false)
        setTime(start + 8 * 3_600_000)
        expect(await store.claim('slack:1')).toBe(true)
        expect(await store.claim('slack:1')).toBe(false)
      })
    })

    describe('what is too old', () => {
      it('is not listed, and is gone after it is pruned', async () => {
        const { store, setTime } = await openOne({ retentionDays: 10 })
        await store.keepQuestion(question)
        await store.keepVote(vote)
        setTime(start + 9 * day)
        await store.prune()
        expect(await store.listQuestions({})).toMatchObject([{ count: 1, down: 1 }])
        setTime(start + 10 * day + 1)
        expect(await store.listQuestions({})).toEqual([])
        await store.prune()
        setTime(start)
        expect(await store.listQuestions({})).toEqual([])
        await store.keepQuestion(question)
        expect(await store.listQuestions({})).toMatchObject([{ count: 1, down: 0 }])
      })
    })
  })
}

// ---------------------------------------------------------------------------

async function lastTime(store: Store): Promise<number> {
  const [first] = await store.listQuestions({})
  return Date.parse(first?.last ?? '')
}
