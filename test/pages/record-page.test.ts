import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LecternRecord } from '../../src/record/record.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { writeBriefing, writeLetter, writeRecord } from '../http/records.ts'
import { hrefsOf, openPage, textOf, textsOf } from './open-page.ts'

const bridge = '/r/2025-05-briefing-bridge'

let app: Hono
let briefing: LecternRecord
beforeAll(async () => {
  briefing = await writeBriefing()
  app = await openWith(briefing, await writeLetter(), await writeHebrew())
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

describe('what others are told of a record', () => {
  it('is its own address, without what is cited', async () => {
    const { document } = await openPage(app, `${bridge}?s=0-2&v=${briefing.version.slice(0, 12)}&lang=en`)
    expect(hrefsOf(document, 'link[rel=canonical]')).toEqual([`http://localhost${bridge}`])
    expect(hrefsOf(document, 'link[rel=alternate][type]')).toEqual([
      `http://localhost${bridge}.md`,
      `http://localhost${bridge}.json`,
    ])
  })

  it('is the quoted words: whole sentences with what qualifies them, or none', async () => {
    const describe = async (path: string) =>
      (await openPage(app, path)).document
        .querySelector('meta[property="og:description"]')
        ?.getAttribute('content')
    const at = briefing.text.indexOf('大桥计划')
    const about = '发布会 · 鹿鸣镇新闻办 · 2025-05-20 · 5 段 · 提问 2 · 回答 2 · 发言 1'
    expect(await describe(`${bridge}?s=${at}-${at + 15}`)).toBe('大桥计划今年12月28日通车。')
    expect(await describe(`${bridge}?s=${at + 4}-${at + 15}`)).toBe(about)
    expect(await describe(bridge)).toBe(about)
    const says = '桥头的灯塔明年春天开放。但夜间不开放。'
    const bounded = await writeRecord({ id: 'square', kind: 'letter', title: '广场', language: 'zh-Hans' }, [
      { kind: 'narration', says },
    ])
    const { document: widened } = await openRecord(bounded, '?s=0-12')
    expect(widened.querySelector('meta[name=description]')?.getAttribute('content')).toBe(says)
    const long = await writeRecord({ id: 'long', kind: 'letter', title: 'Long', language: 'en' }, [
      { kind: 'narration', says: 'word '.repeat(80).trim() },
    ])
    const { document } = await openRecord(long, '?s=0-301&lang=en')
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe('Letter · 1 turn')
  })
})
