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
  app = await openWith(briefing, orchard, await writeHostileRecord(), await writeHebrew())
})

async function openWith(...records: LecternRecord[]): Promise<Hono> {
  return openApp({ lectern: await openLectern(records), today: () => '2026-02-03' })
}

async function openRecord(record: LecternRecord, query = '') {
  return openPage(await openWith(record), `/r/${encodeURIComponent(record.id)}${query}`)
}

function writeHebrew(): Promise<LecternRecord> {
  return writeRecord({ id: 'port-he', kind: 'statement', title: 'הודעת הנמל', language: 'he' }, [
    { kind: 'statement', speaker: 'נועה לוי', says: 'הנמל ייפתח ב-3 במאי.' },
  ])
}

describe('the page of a record', () => {
  it('shows its turns in order, each where permalinks lead, under its headings', async () => {
    const { document } = await openPage(app, bridge)
    expect(textOf(document, 'h1')).toBe('鹿鸣镇跨河大桥情况发布会')
    expect([...document.querySelectorAll('.turn')].map(({ id }) => id)).toEqual([
      't0',
      't1',
      't2',
      't3',
      't4',
    ])
    expect(textsOf(document, 'h2')).toEqual(['开场', '问答'])
    expect(textOf(document, '#t2 .who')).toBe('白舟 镇交通处处长 回答')
    expect(textsOf(document, '#t2 .spoken p')).toEqual([
      '大桥计划今年12月28日通车。',
      '桥面两侧各有一条三米宽的步道，行人可以走。',
    ])
  })

  it('tells the kinds of turns apart', async () => {
    const { document } = await openPage(app, bridge)
    const kinds = [...document.querySelectorAll('.turn')].map(({ className }) => className)
    expect(kinds).toEqual(['turn statement', 'turn question', 'turn reply', 'turn question', 'turn reply'])
    expect(textsOf(document, '.turn .kind')).toEqual(['发言', '提问', '回答', '提问', '回答'])
  })

  it('links each turn to itself and to where all of it is marked', async () => {
    const { document } = await openPage(app, bridge)
    const { span } = briefing.turns[2]!
    const cite = `${bridge}?s=${span.start}-${span.end}&v=${briefing.version.slice(0, 12)}#quote`
    expect(hrefsOf(document, '#t2 .turn-links a')).toEqual([`${bridge}#t2`, cite])
    const { document: cited } = await openPage(app, cite.replace(/#.*/, ''))
    expect(textsOf(cited, 'mark').join('\n')).toBe(briefing.text.slice(span.start, span.end))
  })

  it('keeps the language of the page in its links', async () => {
    const { document } = await openPage(app, `${bridge}?lang=en`)
    const inner = hrefsOf(document, 'main a').filter((href) => /^\/(?:r\/[^.]*$|speakers)/.test(href))
    expect(inner.length).toBeGreaterThan(10)
    for (const href of inner) expect(new URL(href, 'http://here').searchParams.get('lang')).toBe('en')
  })

  it('is in the language of the record, whatever the page speaks', async () => {
    const { document } = await openPage(app, '/r/letter-orchard?lang=zh-Hans')
    expect(document.documentElement.getAttribute('lang')).toBe('zh-Hans')
    expect(document.querySelector('.transcript')?.getAttribute('lang')).toBe('en')
    expect(document.querySelector('h1')?.getAttribute('lang')).toBe('en')
  })

  it('reads from right to left where its language does', async () => {
    const direction = async (path: string) =>
      (await openPage(app, path)).document.querySelector('.transcript')?.getAttribute('dir')
    expect(await direction('/r/port-he')).toBe('rtl')
    expect(await direction(bridge)).toBe('ltr')
    const unknown = { ...(await writeHebrew()), language: 'und' }
    expect((await openRecord(unknown)).document.querySelector('.transcript')?.getAttribute('dir')).toBe('rtl')
  })

  it('says that there is no such record', async () => {
    const { status, document } = await openPage(app, '/r/nothing', { 'Accept-Language': 'en-GB' })
    expect(status).toBe(404)
    expect(textOf(document, 'h1')).toBe('There is no such record.')
  })

  it.each([
    '..%2f..%2fpackage.json',
    '%00',
    '..%5c..%5cpackage.json',
    'a'.repeat(10_000),
    '%ff%fe',
    '.md',
    'a%2fb.json',
  ])('takes no id for a file (%#)', async (id) => {
    const { status, headers, html } = await openPage(app, `/r/${id}`, { Accept: 'text/html' })
    expect(status).toBe(404)
    expect(headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(html).not.toContain('dependencies')
  })
})

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

describe('what others are told of a record', () => {
  it('is its own address, without what is cited', async () => {
    const { document } = await openPage(app, `${bridge}?s=0-2&v=${briefing.version.slice(0, 12)}&lang=en`)
    expect(hrefsOf(document, 'link[rel=canonical]')).toEqual([`http://localhost${bridge}`])
    expect(hrefsOf(document, 'link[rel=alternate][type]')).toEqual([
      `http://localhost${bridge}.md`,
      `http://localhost${bridge}.json`,
    ])
  })

  it('is the quoted words, whole or not at all', async () => {
    const describe = async (path: string) =>
      (await openPage(app, path)).document
        .querySelector('meta[property="og:description"]')
        ?.getAttribute('content')
    const at = briefing.text.indexOf('大桥计划')
    expect(await describe(`${bridge}?s=${at}-${at + 14}`)).toBe('大桥计划今年12月28日通车')
    expect(await describe(bridge)).toBe(
      '发布会 · 鹿鸣镇新闻办 · 2025-05-20 · 5 段 · 提问 2 · 回答 2 · 发言 1',
    )
    const long = await writeRecord({ id: 'long', kind: 'letter', title: 'Long', language: 'en' }, [
      { kind: 'narration', says: 'word '.repeat(80).trim() },
    ])
    const { document } = await openRecord(long, '?s=0-301&lang=en')
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe('Letter · 1 turn')
  })
})
