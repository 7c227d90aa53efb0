import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { toMarkdown } from '../../src/record/markdown.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { writeBriefing, writeHostileRecord, writeLetter, writeRecord } from '../http/records.ts'
import { hrefsOf, openPage } from './open-page.ts'

const bridge = '/r/2025-05-briefing-bridge'
const address = `http://localhost${bridge}`

let app: Hono
let briefing: LecternRecord
beforeAll(async () => {
  briefing = await writeBriefing()
  app = await openWith([briefing, await writeLetter(), await writeHostileRecord()])
})

async function openWith(records: readonly LecternRecord[]): Promise<Hono> {
  return openApp({ lectern: await openLectern(records), today: () => '2026-02-03' })
}

async function get(path: string, headers: Record<string, string> = {}, from = app) {
  const response = await from.request(path, { headers })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const typeOf = (headers: Headers) => headers.get('Content-Type')

describe('a record as Markdown', () => {
  it.each([
    [`${bridge}.md`, {}],
    [`${bridge}.md`, { Accept: 'text/html' }],
    [bridge, { Accept: 'text/markdown' }],
    [bridge, { Accept: 'text/markdown, text/html;q=0.9, */*;q=0.1' }],
  ])('is what the library writes (%#)', async (path, headers) => {
    const { status, body, headers: sent } = await get(path, headers as Record<string, string>)
    expect(status).toBe(200)
    expect(body).toBe(toMarkdown(briefing, { address }))
    expect(typeOf(sent)).toBe('text/markdown; charset=utf-8')
    expect(sent.get('Content-Language')).toBe('zh-Hans')
    expect(sent.get('Vary')).toBe('Accept')
    expect(sent.get('Content-Disposition')).toBe("inline; filename*=UTF-8''2025-05-briefing-bridge.md")
  })

  it('is not sent again while it is the same, and only then', async () => {
    const tag = async (from: Hono, path = `${bridge}.md`) =>
      (await get(path, {}, from)).headers.get('ETag') ?? ''
    const first = await tag(app)
    const again = await get(`${bridge}.md`, { 'If-None-Match': first })
    expect([again.status, again.body]).toEqual([304, ''])
    expect(again.headers.get('Vary')).toBe('Accept')
    const retitled = await openWith([{ ...briefing, title: '大桥' }])
    const rewritten = await openWith([await rewrite(briefing)])
    const moved = await openApp({ siteUrl: 'https://luming.example' })
    const others = [await tag(retitled), await tag(rewritten), await tag(moved)]
    const tags = [first, ...others, await tag(app, `${bridge}.json`)]
    expect(new Set(tags).size).toBe(5)
  })

  it('has a name that every header can carry', async () => {
    const odd = { ...briefing, id: "it's (a) 记录*" }
    const { headers } = await get(`/r/${encodeURIComponent(odd.id)}.md`, {}, await openWith([odd]))
    expect(headers.get('Content-Disposition')).toBe(
      "inline; filename*=UTF-8''it%27s%20%28a%29%20%E8%AE%B0%E5%BD%95%2a.md",
    )
  })

  it('tells no language where nothing tells', async () => {
    const own = await openWith([{ ...briefing, language: 'und' }])
    expect((await get(`${bridge}.md`, {}, own)).headers.has('Content-Language')).toBe(false)
  })
})

describe('a record as JSON', () => {
  it.each([
    [`${bridge}.json`, {}],
    [bridge, { Accept: 'application/json' }],
  ])('is what the API gives (%#)', async (path, headers) => {
    const { status, body, headers: sent } = await get(path, headers as Record<string, string>)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual(await (await app.request('/api/records/2025-05-briefing-bridge')).json())
    expect(typeOf(sent)).toMatch(/^application\/json/)
    expect(sent.get('Vary')).toBe('Accept')
  })
})

describe('the page of a record', () => {
  it.each([
    undefined,
    '*/*',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'application/json;q=0.1, text/html',
    'text/*',
    'image/png',
    'application/json;q=0',
    ';;q=,',
  ])('is what others get (Accept: %s)', async (accept) => {
    const { status, headers } = await get(bridge, accept === undefined ? {} : { Accept: accept })
    expect([status, typeOf(headers)]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(headers.get('Vary')).toContain('Accept')
  })

  it('leads to the other forms, of a hostile record too', async () => {
    for (const { id } of [briefing, await writeHostileRecord()]) {
      const { document } = await openPage(app, `/r/${encodeURIComponent(id)}`)
      const links = hrefsOf(document, '.tools a[rel=alternate]')
      expect(links).toHaveLength(2)
      for (const href of links) expect((await get(href)).status).toBe(200)
      expect((await get(links[1] ?? '')).body).toContain(JSON.stringify(id))
    }
  })
})

describe('an id that ends like a form', () => {
  it('is its own, and its record keeps its forms', async () => {
    const named = await writeRecord({ id: 'notes.md', kind: 'article', title: 'Notes', language: 'en' }, [])
    const other = { ...named, id: 'notes', title: 'Other' }
    const own = await openWith([briefing, named, other])
    const { document } = await openPage(own, '/r/notes.md')
    expect(document.querySelector('h1')?.textContent).toBe('Notes')
    expect((await get('/r/notes.md.md', {}, own)).body).toContain('Notes')
    expect((await get('/r/notes', { Accept: 'text/markdown' }, own)).body).toContain('Other')
    expect(hrefsOf((await openPage(own, '/r/notes')).document, '.tools a[rel=alternate]')).toEqual([
      '/r/notes.json',
    ])
  })

  it('of no record is refused in the form that was asked for', async () => {
    const page = await get('/r/nothing.md', { Accept: 'text/html' })
    expect([page.status, typeOf(page.headers)]).toEqual([404, 'text/html; charset=UTF-8'])
    for (const [path, accept] of [
      ['/r/nothing.json', '*/*'],
      ['/r/nothing', 'application/json'],
    ] as const) {
      const { status, headers, body } = await get(path, { Accept: accept })
      expect([status, typeOf(headers)]).toEqual([404, 'application/problem+json'])
      expect(JSON.parse(body)).toMatchObject({ code: 'record-unknown' })
    }
  })
})

async function rewrite({ id, kind, title, language }: LecternRecord): Promise<LecternRecord> {
  return writeRecord({ id, kind, title, language }, [{ kind: 'narration', says: '大桥改期。' }])
}
