import { beforeAll, describe, expect, it } from 'vitest'
import type { Quote } from '../../src/answer/answer.ts'
import type { AskRequest, Lectern } from '../../src/answer/lectern.ts'
import { openLectern } from '../support/index.ts'
import { writeJiangting } from '../support/town.ts'

describe('asking', () => {
  let lectern: Lectern
  beforeAll(async () => {
    lectern = await openLectern(await writeJiangting(), { threshold: 0 })
  })

  async function quotesOf(question: string, request: Partial<AskRequest> = {}): Promise<Quote[]> {
    const outcome = await lectern.ask({ question, ...request })
    return outcome.kind === 'answer' ? outcome.quotes : []
  }

  it.each([
    ['去年渡轮运送了多少旅客？', '三千五百万人次', '陆闻溪'],
    ['新港区到灯塔岛的航线什么时候开通', '8月31日', '陆闻溪'],
    ['招募了多少名志愿者', '420名志愿者', '陆闻溪'],
    ['海水淡化厂投资多少亿元', '5.3亿元', '高屿'],
    ['渡轮的票价涨不涨', '8元', '高屿'],
    ['How many tonnes does each new crane lift?', '900 tonnes', 'Ada Moor'],
    ['圖書館的閱覽室有多少座位', '座位180個', undefined],
    ['图书馆的阅览室有多少座位', '座位180個', undefined],
  ])('answers %s with the words of who said it', async (question, words, speaker) => {
    const [quote] = await quotesOf(question)
    expect(quote?.text).toContain(words)
    expect(quote?.citation.speaker?.name).toBe(speaker)
  })

  it('cites the whole source of a reply', async () => {
    const [quote] = await quotesOf('招募了多少名志愿者')
    expect(quote?.citation).toMatchObject({
      record: '2024-05-briefing-ferry',
      title: '江汀市渡轮情况发布会',
      kind: 'briefing',
      publisher: '江汀市新闻办',
      date: '2024-05-20',
      speaker: { name: '陆闻溪', role: '江汀市港务处处长' },
      question: { text: '请问志愿者招募了多少名？海水淡化厂什么时候完工？', asker: '江汀晚报记者' },
      section: '问答',
      url: '/r/2024-05-briefing-ferry#t2',
      source: 'https://jiangting.example/briefings/ferry',
    })
  })

  it('leaves out what the record does not tell', async () => {
    const [quote] = await quotesOf('集合地点提前半小时到达')
    for (const field of ['date', 'publisher', 'source', 'speaker', 'question', 'section']) {
      expect(quote?.citation).not.toHaveProperty(field)
    }
  })

  it('makes one quote of the same words in two records', async () => {
    const quotes = await quotesOf('一共招募了420名志愿者', { limit: 20 })
    const same = quotes.filter(({ text }) => text === '我们一共招募了420名志愿者。')
    expect(same).toHaveLength(1)
    const places = [same[0]?.citation, ...(same[0]?.alsoIn ?? [])].map((citation) => citation?.record)
    expect(places.sort()).toEqual(['2024-05-briefing-ferry', 'notice-volunteers'])
  })

  it('marks the words of the question in the quote', async () => {
    const [quote] = await quotesOf('灯塔岛的航线')
    const marked = quote?.highlights.map(({ start, end }) => quote.text.slice(start, end))
    expect(marked).toContain('灯塔岛的航线')
  })

  it('gives three quotes unless told otherwise', async () => {
    expect(await quotesOf('渡轮 志愿者 博物馆 crane 码头')).toHaveLength(3)
    expect((await quotesOf('渡轮 志愿者 博物馆 crane 码头', { limit: 20 })).length).toBeGreaterThan(3)
    expect(await quotesOf('渡轮 志愿者 博物馆 crane 码头', { limit: 1 })).toHaveLength(1)
  })

  it('tells the question as typed, the index and its counts', async () => {
    const outcome = await lectern.ask({ question: ' 燈塔？' })
    expect(outcome).toMatchObject({ kind: 'answer', question: ' 燈塔？', index: lectern.fingerprint })
    expect(lectern.counts.records).toBe(4)
    expect(lectern.records.map(({ id }) => id)).toContain('letter-museum')
  })

  it('prefers the newer record of equals', async () => {
    const [briefing] = await writeJiangting()
    if (!briefing) throw new Error('no briefing')
    const older = { ...briefing, id: 'older', date: '2023-05-20' }
    const newest = { ...briefing, id: 'newest', date: '2025-05-20' }
    const outcome = await (await openLectern([older, newest, briefing], { threshold: 0 })).ask({
      question: '票价',
    })
    const [quote] = outcome.kind === 'answer' ? outcome.quotes : []
    expect(quote?.citation.record).toBe('newest')
    expect(quote?.alsoIn.map(({ record }) => record)).toEqual(['2024-05-briefing-ferry', 'older'])
  })

  it('prefers a speaker whom the question names', async () => {
    for (const speaker of ['陆闻溪', '高屿']) {
      const [quote] = await quotesOf(`${speaker}怎么说`)
      expect(quote?.citation.speaker?.name).toBe(speaker)
    }
  })
})

describe('filters', () => {
  let lectern: Lectern
  beforeAll(async () => {
    lectern = await openLectern(await writeJiangting(), { threshold: 0 })
  })

  const everything = '渡轮 志愿者 博物馆 crane 码头 灯塔'

  it.each([
    [{ speaker: '陸聞溪' }, ['2024-05-briefing-ferry']],
    [{ speaker: 'ada moor' }, ['statement-cranes']],
    [{ record: 'letter-museum' }, ['letter-museum']],
    [{ kind: 'article' }, ['notice-volunteers']],
    [{ from: '2024-06-01' }, ['statement-cranes']],
    [{ from: '2025-02-15' }, ['statement-cranes']],
    [{ to: '2023-06-30' }, ['letter-museum']],
    [{ from: '2023-12-01', to: '2024-05-20' }, ['2024-05-briefing-ferry', 'letter-museum']],
    [{ from: '2026-01-01' }, []],
    [{ record: 'letter-museum', kind: 'article' }, []],
    [{ speaker: '无名氏' }, []],
  ])('of %j leave only what they accept', async (filters, records) => {
    const outcome = await lectern.ask({ question: everything, limit: 20, filters })
    const quotes = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
    const cited = quotes.flatMap(({ citation, alsoIn }) => [citation, ...alsoIn]).map(({ record }) => record)
    expect([...new Set(cited)].sort()).toEqual(records)
  })

  it('by speaker leave no other speaker of the record', async () => {
    const outcome = await lectern.ask({ question: everything, limit: 20, filters: { speaker: '高屿' } })
    const quotes = outcome.kind === 'answer' ? outcome.quotes : []
    expect(quotes.length).toBeGreaterThan(0)
    for (const { citation } of quotes) expect(citation.speaker?.name).toBe('高屿')
  })

  it('tell what was searched within them', async () => {
    const searched = async (filters: AskRequest['filters']) =>
      (await lectern.ask({ question: everything, ...(filters && { filters }) })).searched
    expect(await searched(undefined)).toEqual({
      records: 4,
      passages: lectern.counts.passages,
      from: '2023',
      to: '2025-02',
    })
    expect(await searched({ kind: 'letter' })).toEqual({ records: 1, passages: 1, from: '2023', to: '2023' })
    expect(await searched({ kind: 'article' })).toEqual({ records: 1, passages: 1 })
    expect(await searched({ from: '2026-01-01' })).toEqual({ records: 0, passages: 0 })
    const day = '2024-05-20'
    expect(await searched({ speaker: '陸聞溪' })).toMatchObject({ records: 1, from: day, to: day })
    expect(await searched({ speaker: '无名氏' })).toEqual({ records: 0, passages: 0 })
  })
})
