import { describe, expect, it } from 'vitest'
import type { LecternRecord } from '../../src/record/record.ts'
import { parseQuery } from '../../src/search/query.ts'
import { measureHits } from '../../src/search/rank.ts'
import { findSentences } from '../../src/text/sentence.ts'
import { openRecords } from '../support/index.ts'
import { writeArticle, writeRecord } from '../support/records.ts'

async function windowsOf(records: readonly LecternRecord[], question: string, quoteChars = 160) {
  const index = await openRecords(records)
  const query = parseQuery(question, index)
  const hits = await index.retriever.retrieve(query, { limit: 100 })
  return measureHits(index, query, hits, { quoteChars }).flatMap(({ record, windows }) =>
    windows.map(({ span, features }) => ({
      text: record.text.slice(span.start, span.end),
      span,
      record,
      features,
    })),
  )
}

/** Three sentences a paragraph, too long for one passage. */
const paragraph = Array.from(
  { length: 9 },
  (_, number) =>
    `第${number}段航线由渡轮公司按照当年批准的班期和票价单独经营，旅客在码头购票后依次登船前往灯塔。`,
).join('')

describe('the windows of a passage', () => {
  it('are runs of whole sentences, no longer than a quote may be', async () => {
    const windows = await windowsOf([await writeArticle({ id: 'a' }, paragraph)], '渡轮航线')
    expect(windows.length).toBeGreaterThan(9)
    for (const { text, span, record } of windows) {
      expect(text.length).toBeLessThanOrEqual(160)
      const sentences = findSentences(record.text)
      expect(sentences.some(({ start }) => start === span.start)).toBe(true)
      expect(sentences.some(({ end }) => end === span.end)).toBe(true)
    }
  })

  it('reach over the edge of the passage, but not of its paragraph', async () => {
    const record = await writeArticle({ id: 'a' }, `${paragraph}\n${paragraph}`)
    const index = await openRecords([record])
    const edges = [...index.passages].slice(1).map(({ span }) => span.start)
    const windows = await windowsOf([record], '渡轮航线')
    const crossing = edges.filter((edge) => windows.some(({ span }) => span.start < edge && span.end > edge))
    expect(crossing.length).toBeGreaterThan(0)
    for (const { text } of windows) expect(text).not.toContain('\n')
  })

  it('stay inside a turn', async () => {
    const record = await writeRecord({ id: 'a', title: '' }, [
      { kind: 'statement', speaker: '高屿', says: '渡轮明年大修。' },
      { kind: 'statement', speaker: '陆闻溪', says: '渡轮票价八元。' },
    ])
    for (const { text } of await windowsOf([record], '渡轮')) expect(text).not.toMatch(/大修.*票价/su)
  })

  it('begin where a sentence does, even one that is longer than a quote may be', async () => {
    const long = `渡轮${'在每个清晨从码头出发，'.repeat(30)}到灯塔。`
    const windows = await windowsOf([await writeArticle({ id: 'a' }, `先说灯塔。${long}`)], '渡轮')
    expect(windows.some(({ text }) => text.startsWith('渡轮'))).toBe(true)
    for (const { text } of windows) expect(text.startsWith('渡轮') || text.startsWith('先说灯塔')).toBe(true)
  })
})

describe('what a window tells', () => {
  it('is more of the question where it holds more of it', async () => {
    const windows = await windowsOf([await writeArticle({ id: 'a' }, '灯塔很高。渡轮票价八元。')], '渡轮票价')
    const one = windows.find(({ text }) => text === '灯塔很高。')
    const other = windows.find(({ text }) => text === '渡轮票价八元。')
    expect(one?.features.terms).toBe(0)
    expect(other?.features.terms).toBeCloseTo(1, 9)
    expect(other?.features.subwords).toBeCloseTo(1, 9)
  })

  it('is what the title says too, apart', async () => {
    const windows = await windowsOf(
      [await writeArticle({ id: 'a', title: '渡轮' }, '票价八元。')],
      '渡轮票价',
    )
    expect(windows[0]?.features.context).toBeGreaterThan(0)
    expect(windows[0]?.features.terms).toBeGreaterThan(0)
  })

  it('is more where an enumeration is whole, when a list is asked for', async () => {
    const text = '措施如下。一是增开渡轮航线；二是修建码头。三是扩建图书馆；四是降低票价。'
    const windows = await windowsOf([await writeArticle({ id: 'a' }, text)], '渡轮有哪些措施')
    const typeOf = (begin: string, end: string) =>
      windows.find((window) => window.text.startsWith(begin) && window.text.endsWith(end))?.features
        .answerType ?? 0
    expect(typeOf('措施', '票价。')).toBeGreaterThan(typeOf('一是', '码头。'))
  })

  it('is less where it only announces', async () => {
    const windows = await windowsOf(
      [await writeArticle({ id: 'a' }, '渡轮取得以下成果：\n票价降到八元。')],
      '渡轮成果',
    )
    expect(windows.find(({ text }) => text.endsWith('：'))?.features.announcing).toBe(1)
    expect(windows.find(({ text }) => text.endsWith('。'))?.features.announcing).toBe(0)
  })

  it('is how near the answer stands to the words of the question', async () => {
    const near = await windowsOf([await writeArticle({ id: 'a' }, '渡轮开了12班。')], '渡轮开了多少班')
    const far = await windowsOf(
      [await writeArticle({ id: 'a' }, '渡轮照常开行。岸上开了12班客车。')],
      '渡轮开了多少班',
    )
    const apart = (windows: typeof near) =>
      windows.find(({ text }) => text.includes('12') && text.includes('渡轮'))
    expect(apart(near)?.features.answerApart).toBe(0)
    expect(apart(far)?.features.answerApart).toBeGreaterThan(0)
  })
})
