import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LecternRecord } from '../../src/record/record.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { hostile, writeBriefing, writeHostileRecord, writeLetter, writeRecord } from '../http/records.ts'
import { hrefsOf, openPage, textOf, textsOf } from './open-page.ts'

const bridge = '/r/2025-05-briefing-bridge'

let app: Hono
let briefing: LecternRecord
beforeAll(async () => {
  briefing = await writeBriefing()
  const orchard = { ...(await writeLetter()), people: [{ name: 'Ada Moor', role: 'gardener' }] }
  app = await openWith(briefing, orchard, await writeHostileRecord())
})

async function openWith(...records: LecternRecord[]): Promise<Hono> {
  return openApp({ lectern: await openLectern(records), today: () => '2026-02-03' })
}

async function openRecord(record: LecternRecord) {
  return openPage(await openWith(record), `/r/${encodeURIComponent(record.id)}`)
}

describe('the head of a record', () => {
  it('tells kind, publisher, date, language and how many turns there are', async () => {
    const { document } = await openPage(app, bridge)
    expect(textOf(document, '.record-head .where')).toBe('发布会鹿鸣镇新闻办2025-05-20简体中文5 段')
    const english = await openPage(app, '/r/letter-orchard?lang=en')
    expect(textOf(english.document, '.record-head .where')).toBe('LetterEnglish1 turn')
  })

  it('names who speaks, with links, who asks and who is there', async () => {
    const { document } = await openPage(app, bridge)
    expect(textsOf(document, '.people')).toEqual([
      '白舟 镇交通处处长颜青禾 镇航运所所长',
      '鹿鸣晚报记者河湾电台记者',
    ])
    expect(hrefsOf(document, '.people a')).toEqual(
      ['白舟', '颜青禾'].map((name) => `/speakers/${encodeURIComponent(name)}`),
    )
    for (const href of hrefsOf(document, '.people a')) expect((await app.request(href)).status).toBe(200)
    const letter = await openPage(app, '/r/letter-orchard?lang=en')
    expect(textOf(letter.document, '.facts')).toBe('PresentAda Moor gardener')
  })

  it('takes no label of a question for a name', async () => {
    const record = await writeRecord({ id: 'qa', kind: 'interview', title: '问答', language: 'zh-Hans' }, [
      { kind: 'question', speaker: '问', says: '大桥通车了吗？' },
      { kind: 'reply', speaker: '白舟', says: '通车了。' },
    ])
    const { document } = await openRecord(record)
    expect(textOf(document, '.facts')).toBe('发言白舟')
    expect(textsOf(document, '.who')).toEqual(['提问', '白舟 回答'])
    const [asked = ''] = hrefsOf(document, '#t0 .turn-links a:last-child')
    const { document: cited } = await openPage(await openWith(record), asked)
    expect(textOf(cited, '#cite-plain')).toMatch(/^“大桥通车了吗？”\n——《问答》/)
  })

  it('links to the source only where it is on the web', async () => {
    const sourceOf = async (path: string) =>
      hrefsOf((await openPage(app, path)).document, '.tools a[rel~=external]')
    expect(await sourceOf(bridge)).toEqual(['https://luming.example/briefings/5'])
    expect(await sourceOf(`/r/${encodeURIComponent(hostile.id)}`)).toEqual([])
  })

  it('tells the version, short and whole', async () => {
    const { document } = await openPage(app, bridge)
    expect(textOf(document, '.version summary code')).toBe(briefing.version.slice(0, 12))
    expect(textOf(document, '.version p code')).toBe(briefing.version)
  })

  it('shows what was removed and mended, with signs that cannot be seen', async () => {
    const record = { ...(await writeBriefing()), id: 'repaired' }
    record.repairs = [
      { kind: 'furniture', before: '展开全文<b>', after: '', length: 900, line: 3 },
      { kind: 'line-break', before: '大\n桥', after: '大桥', length: 3 },
      { kind: 'control', before: 'a\u202eb', after: 'ab', length: 3, line: 7 },
    ]
    const { document } = await openRecord(record)
    expect(textOf(document, '.repairs summary')).toBe('整理改动 3 处')
    expect(textsOf(document, '.repairs .label')).toEqual([
      '第 3 行页面附带文字原长 900 字符，中间从略',
      '句中断行',
      '第 7 行控制字符',
    ])
    expect(textsOf(document, '.repairs del')).toEqual(['展开全文<b>', '大↵桥', 'aU+202Eb'])
    expect(textsOf(document, '.repairs ins')).toEqual(['大桥', 'ab'])
    expect(textsOf((await openPage(app, bridge)).document, '.repairs')).toEqual([])
  })

  it('lists three sections or more, and leads to them', async () => {
    const pieces = ['一', '二', '三'].flatMap((heading) => [
      { heading },
      { kind: 'statement' as const, speaker: '白舟', says: '大桥。' },
    ])
    const record = await writeRecord(
      { id: 'parts', kind: 'briefing', title: '大桥', language: 'zh-Hans' },
      pieces,
    )
    const { document } = await openRecord(record)
    expect(textsOf(document, '.contents a')).toEqual(['一', '二', '三'])
    expect(hrefsOf(document, '.contents a').map((href) => textOf(document, href))).toEqual(['一', '二', '三'])
    expect(textsOf((await openPage(app, bridge)).document, '.contents')).toEqual([])
  })
})

describe('the headings of a record', () => {
  it('go down one step at a time, whatever levels the record has, and are all led to', async () => {
    const { document } = await openRecord(
      await writeRecord(sectioned, [
        ...[{ heading: '深' }, { kind: 'statement' as const, says: '一。' }],
        ...[{ heading: '外' }, { heading: '内' }, { kind: 'statement' as const, says: '二。' }],
      ]).then(withLevels(4, 1, 3)),
    )
    expect([...document.querySelectorAll('.transcript :is(h2, h3)')].map(({ tagName }) => tagName)).toEqual([
      ...['H2', 'H2', 'H3'],
    ])
    expect(hrefsOf(document, '.contents a').map((href) => textOf(document, href))).toEqual(['深', '外', '内'])
  })

  it('are kept where the text ends before them', async () => {
    const record = await writeRecord(sectioned, [{ kind: 'statement', says: '一。' }])
    record.sections = [
      { title: '空', level: 1, span: { start: record.text.length, end: record.text.length } },
    ]
    expect(textsOf((await openRecord(record)).document, 'h2')).toEqual(['空'])
  })
})

const sectioned = { id: 'parts', kind: 'briefing', title: '大桥', language: 'zh-Hans' }

/** Gives the sections these levels, each up to the next one as high. */
function withLevels(...levels: number[]) {
  return (record: LecternRecord): LecternRecord => {
    const sections = record.sections.map((section, at) => ({ ...section, level: levels[at] ?? 1 }))
    for (const [at, { level, span }] of sections.entries()) {
      const next = sections.slice(at + 1).find((other) => other.level <= level)
      span.end = next?.span.start ?? record.text.length
    }
    return { ...record, sections }
  }
}
