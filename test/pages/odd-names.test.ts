import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { toBlocks } from '../../src/pages/record/blocks.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { writeRecord } from '../http/records.ts'
import { cpuTime } from '../support/cpu-time.ts'
import { hrefsOf, openPage, textsOf } from './open-page.ts'

/** Kinds and names that mean something to a language of programming, or to an address. */
const kinds = ['constructor', '__proto__', 'toString']
const names = ['.', '..', '%2e', 'a/b', '//evil.example', '?x=1', '#h', '100%25', '__proto__', '白舟']

let app: Hono
beforeAll(async () => {
  const records = await Promise.all([
    ...kinds.map((kind) =>
      writeRecord({ id: `k-${kind}`, kind, title: `渡口 ${kind}`, language: 'zh-Hans' }, [
        { kind: 'narration', says: `渡口保留，${kind}。` },
      ]),
    ),
    ...names.map((speaker, at) =>
      writeRecord({ id: `s${at}`, kind: 'statement', title: `渡口 ${at}`, language: 'zh-Hans' }, [
        { kind: 'statement', speaker, says: `渡口保留到${at + 1}月。` },
      ]),
    ),
  ])
  app = await openApp({ lectern: await openLectern(records), siteUrl: 'https://luming.example' })
})

describe('a kind of record that is called as something every object has', () => {
  it.each([
    ...kinds.flatMap((kind) => [`/r/k-${kind}`, `/records?kind=${kind}`, `/?q=渡口&kind=${kind}`]),
    '/records?kind=valueOf',
    '/?q=渡口&kind=hasOwnProperty',
  ])('is shown by its own name: %s', async (path) => {
    const { status, html } = await openPage(app, path)
    expect(status).toBe(200)
    expect(html).not.toMatch(/native code|\[object/)
    expect(html).toContain(path.slice(path.search(/[-=][^-=]*$/) + 1))
  })
})

describe('a speaker whose name an address could mistake', () => {
  it('is linked to a page of their own, or not at all', async () => {
    const { document } = await openPage(app, '/speakers')
    expect(new Set(textsOf(document, '.title'))).toEqual(new Set(names))
    const links = hrefsOf(document, 'a.title')
    expect(links).toHaveLength(names.length - 2)
    for (const link of links) expect((await app.request(link)).status, link).toBe(200)
  })

  it('stands in no sitemap without a page', async () => {
    const xml = await (await app.request('/sitemap.xml')).text()
    const paths = [...xml.matchAll(/<loc>https:\/\/luming\.example(\/speakers\/[^<]*)<\/loc>/g)]
    expect(paths).toHaveLength(names.length - 2)
    for (const [, path = ''] of paths) expect((await app.request(path)).status, path).toBe(200)
  })
})

describe('a label of 100,000 blanks', () => {
  it('is read at once', async () => {
    const record = await writeRecord({ id: 'a', kind: 'briefing', title: '渡口', language: 'zh-Hans' }, [
      { kind: 'statement', speaker: `白舟${' '.repeat(100_000)}处长`, says: '渡口保留。' },
    ])
    const [turn] = toBlocks(record).blocks
    expect(cpuTime(() => toBlocks(record))).toBeLessThan(500)
    expect(turn).toMatchObject({ kind: 'turn', label: { start: 0, end: 100_004 } })
  })
})
