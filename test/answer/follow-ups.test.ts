import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { FollowUp, Outcome } from '../../src/answer/answer.ts'
import { createLectern, type LecternOptions } from '../../src/answer/create-lectern.ts'
import type { AskRequest, Lectern, Prepared } from '../../src/answer/lectern.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { sliceSpan } from '../../src/text/span.ts'
import { openLectern, openRecords } from '../support/index.ts'
import { type Heading, type Piece, writeRecord } from '../support/records.ts'

type Exchange = [asked: string, replied: string, speaker?: string]

function writeExchanges(head: Heading, exchanges: Exchange[]): Promise<LecternRecord> {
  const pieces = exchanges.flatMap(([asked, replied, speaker = '陆闻溪']): Piece[] => [
    { kind: 'question', speaker: '江汀晚报记者', says: asked },
    { kind: 'reply', speaker, says: replied },
  ])
  return writeRecord(head, pieces)
}

const harbour: Exchange[] = [
  ['灯塔的修缮工程什么时候完工？', '灯塔的修缮工程明年四月完工。'],
  ['谢谢。请问图书馆的阅览室有多少座位？', '图书馆的阅览室有一百八十个座位。'],
  ['海水淡化厂每天供水多少万吨？', '海水淡化厂每天供水二十万吨。', '高屿'],
  ['那么票价呢？', '票价不变。'],
  ['新港区的渡轮航线一共有几条？', '新港区的渡轮航线一共有七条。'],
  ['请介绍博物馆的志愿者招募情况。', '博物馆的志愿者招募了四百二十名。'],
]

/** Small records make for small confidence: what counts here is where a question is answered. */
function open(records: LecternRecord[]): Promise<Lectern> {
  return openLectern(records, { threshold: 0.01 })
}

function followUpsOf(outcome: Outcome): FollowUp[] {
  return outcome.kind === 'answer' ? outcome.followUps : []
}

describe('follow-ups', () => {
  let lectern: Lectern
  let record: LecternRecord
  beforeAll(async () => {
    record = await writeExchanges({ id: 'harbour', date: '2025-03-01' }, harbour)
    const older = await writeExchanges({ id: 'older', date: '2025-01-01' }, [
      ['码头的夜间照明什么时候安装？', '码头的夜间照明六月安装。'],
      ['灯塔的旧透镜保存在哪里？', '灯塔的旧透镜保存在博物馆。', '高屿'],
      ['海水淡化厂的取水口在哪里？', '海水淡化厂的取水口在礁石湾。', '高屿'],
    ])
    const english = await writeExchanges({ id: 'english', date: '2025-03-02', language: 'en' }, [
      ['How many cranes does the old harbour have?', 'The old harbour has nine cranes.'],
    ])
    lectern = await open([record, older, english])
  })

  async function ask(question: string, request: Partial<AskRequest> = {}): Promise<FollowUp[]> {
    const outcome = await lectern.ask({ question, ...request })
    expect(outcome.kind).toBe('answer')
    return followUpsOf(outcome)
  }

  it('are the questions that the record asks after the quote, then those before it', async () => {
    expect(await ask('图书馆的阅览室有多少座位')).toEqual([
      { question: '海水淡化厂每天供水多少万吨？', url: '/r/harbour#t4' },
      { question: '新港区的渡轮航线一共有几条？', url: '/r/harbour#t8' },
      { question: '灯塔的修缮工程什么时候完工？', url: '/r/harbour#t0' },
    ])
  })

  it('stand word for word in the record that they link to', async () => {
    for (const { question, url } of await ask('新港区的渡轮航线有几条')) {
      const turn = record.turns[Number(url.split('#t')[1])]
      expect(turn && sliceSpan(record.text, turn.span)).toContain(question)
    }
  })

  it('are answered, where they are asked', async () => {
    for (const asked of ['图书馆的阅览室有多少座位', '灯塔的修缮工程什么时候完工']) {
      for (const { question, url } of await ask(asked)) {
        const outcome = await lectern.ask({ question })
        const [quote] = outcome.kind === 'answer' ? outcome.quotes : []
        expect(quote?.citation.url).toBe(url.replace(/\d+$/u, (turn) => String(Number(turn) + 1)))
      }
    }
  })

  it('leave out the question just asked, in whichever script', async () => {
    for (const asked of ['新港区的渡轮航线一共有几条', '新港區的渡輪航線一共有幾條？']) {
      const told = (await ask(asked)).map(({ question }) => question)
      expect(told).toHaveLength(3)
      expect(told).not.toContain('新港区的渡轮航线一共有几条？')
    }
  })

  it('put questions that are too short to tell much last', async () => {
    const brief = await writeExchanges({ id: 'brief' }, [
      ['灯塔的修缮工程什么时候完工？', '灯塔的修缮工程明年四月完工。'],
      ['海水淡化厂涨价吗？', '海水淡化厂不涨价。'],
      ['图书馆的阅览室有多少座位？', '图书馆的阅览室有一百八十个座位。'],
    ])
    const outcome = await (await open([brief])).ask({ question: '灯塔的修缮工程几月完工' })
    expect(followUpsOf(outcome).map(({ url }) => url)).toEqual(['/r/brief#t4', '/r/brief#t2'])
  })

  it.each([
    '那么票价呢，还是两元吗？',
    '特别是在冬天，渡轮的票价会不会涨？',
    '所以渡轮的票价不会涨，对吗？',
    '刚才介绍的渡轮票价会不会涨？',
    '他们的渡轮票价会不会涨？',
    'Is it true that the ferry fares rise?',
    '涨价吗？',
    '请介绍渡轮票价的情况。',
    `渡轮的票价会不会涨，${'尤其是在冬天的时候，'.repeat(8)}请您介绍？`,
  ])('leave out what cannot be understood alone, asks nothing or is too long: %s', async (asked) => {
    const town = await writeExchanges({ id: 'town' }, [
      ['灯塔的修缮工程什么时候完工？', '灯塔的修缮工程明年四月完工。'],
      [asked, '渡轮的票价不会涨，还是两元。 The ferry fares do not rise.'],
    ])
    const outcome = await (await open([town])).ask({ question: '灯塔的修缮工程几月完工' })
    expect(outcome).toMatchObject({ kind: 'answer', followUps: [] })
  })

  it('come from other records of the same language that ask about the same', async () => {
    const told = await ask('海水淡化厂的取水口')
    expect(told).toEqual([
      { question: '灯塔的旧透镜保存在哪里？', url: '/r/older#t2' },
      { question: '码头的夜间照明什么时候安装？', url: '/r/older#t0' },
      { question: '海水淡化厂每天供水多少万吨？', url: '/r/harbour#t4' },
    ])
    const others = (await ask('码头的夜间照明什么时候安装')).filter(({ url }) => !url.startsWith('/r/older'))
    expect(others).toEqual([])
    expect(await ask('How many cranes does the old harbour have?')).toEqual([])
  })

  it('stay within the filters', async () => {
    expect(await ask('码头的夜间照明什么时候安装', { filters: { record: 'older' } })).toEqual([
      { question: '灯塔的旧透镜保存在哪里？', url: '/r/older#t2' },
      { question: '海水淡化厂的取水口在哪里？', url: '/r/older#t4' },
    ])
    const byOne = await ask('海水淡化厂每天供水多少', { filters: { speaker: '高屿' } })
    expect(byOne).toEqual([{ question: '海水淡化厂的取水口在哪里？', url: '/r/older#t4' }])
    const early = await ask('海水淡化厂的取水口', { filters: { to: '2025-02-01' } })
    expect(early).toHaveLength(2)
    for (const { url } of early) expect(url).toMatch(/^\/r\/older#/u)
  })

  it('are none of those that are answered elsewhere than where they are asked', async () => {
    const vague = await writeRecord({ id: 'vague' }, [
      {
        kind: 'statement',
        speaker: '高屿',
        says: '博物馆的闭馆清洗推迟到明年三月，是因为潜水员不够。',
      },
      { kind: 'question', speaker: '江汀晚报记者', says: '博物馆的闭馆清洗是因为什么推迟到明年三月？' },
      { kind: 'reply', speaker: '陆闻溪', says: '前面介绍过了。' },
      { kind: 'question', speaker: '河湾电台记者', says: '灯塔的修缮工程什么时候完工？' },
      { kind: 'reply', speaker: '陆闻溪', says: '灯塔的修缮工程明年四月完工。' },
    ])
    const outcome = await (await open([vague])).ask({ question: '灯塔的修缮工程明年几月完工' })
    expect(outcome).toMatchObject({ kind: 'answer', followUps: [] })
  })

  it('are no two that say the same', async () => {
    const twice = await writeExchanges({ id: 'twice' }, [
      ['灯塔的修缮工程什么时候完工？', '灯塔的修缮工程明年四月完工。'],
      ['图书馆的阅览室有多少座位？', '图书馆的阅览室有一百八十个座位。'],
      ['請問圖書館的閱覽室有多少座位？', '图书馆的阅览室有一百八十个座位，刚才说过。'],
    ])
    const outcome = await (await open([twice])).ask({ question: '灯塔的修缮工程明年几月完工' })
    expect(followUpsOf(outcome)).toHaveLength(1)
  })

  it('are headings too that ask something', async () => {
    const guide = await writeRecord({ id: 'guide' }, [
      { heading: '灯塔怎么走？' },
      { heading: '灯塔什么时候对游客开放？' },
      { kind: 'narration', says: '灯塔周末对游客开放。' },
      { heading: '渡轮的联票在哪里可以购买？' },
      { kind: 'narration', says: '渡轮的联票在码头购买。' },
    ])
    const told = followUpsOf(await (await open([guide])).ask({ question: '灯塔周末对游客开放吗' }))
    expect(told).toEqual([{ question: '渡轮的联票在哪里可以购买？', url: '/r/guide#t1' }])
  })

  it('are the same whatever was asked before', async () => {
    const first = await ask('图书馆的阅览室有多少座位')
    await ask('海水淡化厂每天供水多少')
    expect(await ask('图书馆的阅览室有多少座位')).toEqual(first)
  })

  /** Counts how often the index is searched. */
  async function openCounted(options: LecternOptions = {}) {
    const index = await openRecords([record])
    const retrieve = vi.fn(index.retriever.retrieve)
    const retriever = { ...index.retriever, retrieve }
    return { retrieve, lectern: createLectern({ ...index, retriever }, { threshold: 0.01, ...options }) }
  }

  async function prepareElsewhere(options: LecternOptions = {}): Promise<Prepared> {
    const { lectern } = await openCounted(options)
    return JSON.parse(JSON.stringify(await lectern.prepare(async () => {})))
  }

  it('are tested once each', async () => {
    const { retrieve, lectern } = await openCounted()
    await lectern.ask({ question: '图书馆的阅览室有多少座位' })
    const once = retrieve.mock.calls.length
    expect(once).toBeLessThanOrEqual(9)
    await lectern.ask({ question: '图书馆的阅览室有多少座位' })
    expect(retrieve).toHaveBeenCalledTimes(once + 1)
  })

  it('are the same once they are prepared, and each answer then asks nothing but its own question', async () => {
    const { retrieve, lectern } = await openCounted()
    const rest = vi.fn(async () => {})
    await lectern.prepare(rest)
    expect(rest.mock.calls.length).toBeGreaterThan(retrieve.mock.calls.length)
    for (const question of [
      '图书馆的阅览室有多少座位',
      '灯塔的修缮工程什么时候完工',
      '海水淡化厂每天供水多少',
    ]) {
      retrieve.mockClear()
      const prepared = await lectern.ask({ question })
      expect(retrieve).toHaveBeenCalledTimes(1)
      expect(followUpsOf(prepared)).not.toEqual([])
      const { lectern: unprepared } = await openCounted()
      expect(prepared).toEqual(await unprepared.ask({ question }))
    }
  })

  it('need no tests where the same index was prepared elsewhere', async () => {
    const prepared = await prepareElsewhere()
    const { lectern: unprepared } = await openCounted()
    for (const question of ['图书馆的阅览室有多少座位', '海水淡化厂每天供水多少']) {
      const { retrieve, lectern } = await openCounted({ prepared })
      expect(await lectern.ask({ question })).toEqual(await unprepared.ask({ question }))
      expect(retrieve).toHaveBeenCalledTimes(1)
      expect(await lectern.prepare(async () => {})).toEqual(prepared)
      expect(retrieve).toHaveBeenCalledTimes(1)
    }
  })

  it('are tested where what was prepared is of another threshold', async () => {
    const prepared = await prepareElsewhere({ threshold: 1 })
    expect(prepared.places.flat()).toContain(null)
    const question = '图书馆的阅览室有多少座位'
    const { retrieve, lectern } = await openCounted({ prepared })
    const { lectern: unprepared } = await openCounted()
    expect(await lectern.ask({ question })).toEqual(await unprepared.ask({ question }))
    expect(retrieve.mock.calls.length).toBeGreaterThan(1)
  })

  it('are prepared only for as long as there is rest', async () => {
    const { retrieve, lectern } = await openCounted()
    await expect(lectern.prepare(() => Promise.reject(new Error('no time')))).rejects.toThrow('no time')
    expect(retrieve).not.toHaveBeenCalled()
  })

  it('are asked within the filters, prepared or not', async () => {
    const { retrieve, lectern } = await openCounted()
    await lectern.prepare(async () => {})
    retrieve.mockClear()
    const request = { question: '图书馆的阅览室有多少座位', filters: { speaker: '陆闻溪' } }
    const outcome = await lectern.ask(request)
    expect(retrieve.mock.calls.length).toBeGreaterThan(1)
    const { lectern: unprepared } = await openCounted()
    expect(outcome).toEqual(await unprepared.ask(request))
  })
})
