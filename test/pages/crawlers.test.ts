import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeSitemaps } from '../../src/pages/sitemap.ts'
import { openApp } from '../http/open-app.ts'
import { hostile } from '../http/records.ts'
import { openManyApp } from './many-records.ts'

let app: Hono
let many: Hono
beforeAll(async () => {
  app = await openApp()
  many = await openManyApp()
})

describe('files for crawlers', () => {
  it('ask them to read the pages, those with a question too, which say that they are not to be listed', async () => {
    const response = await many.request('/robots.txt')
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    const lines = (await response.text()).split('\n')
    expect(lines).toContain('Disallow: /api/')
    expect(lines.filter((line) => line.includes('q='))).toEqual([])
    expect(lines).toContain('Sitemap: https://luming.example/sitemap.xml')
  })

  it('list every page by its address, with the day of a record where it is known', async () => {
    const response = await app.request('/sitemap.xml')
    expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
    const text = await response.text()
    const addresses = [...text.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/gu)]
    expect(addresses.map(([, address, day]) => [address, day])).toEqual([
      ['http://localhost/', undefined],
      ['http://localhost/records', undefined],
      ['http://localhost/speakers', undefined],
      ['http://localhost/r/2025-05-briefing-bridge', '2025-05-20'],
      [`http://localhost/r/${encodeURIComponent(hostile.id)}`, '2024-02-29'],
      ['http://localhost/r/letter-orchard', undefined],
      ...['白舟', hostile.speaker, '颜青禾'].map((name) => [
        `http://localhost/speakers/${encodeURIComponent(name)}`,
        undefined,
      ]),
    ])
    for (const [, address = ''] of addresses) expect((await app.request(address)).status, address).toBe(200)
  })

  it('leave out the day of a record of which only the month is known', async () => {
    expect(await (await many.request('/sitemap.xml')).text()).toContain(
      '<loc>https://luming.example/r/other</loc></url>',
    )
  })

  it('are several where one would hold too many', () => {
    const entries = Array.from({ length: 7 }, (_, at) => ({ path: `/r/${at}?a&b` }))
    const { root, parts } = writeSitemaps('https://luming.example', entries, 3)
    expect(root.match(/<sitemap>/gu)).toHaveLength(3)
    expect(root).toContain('<loc>https://luming.example/sitemap-3.xml</loc>')
    expect(parts.map((part) => part.match(/<url>/gu)?.length)).toEqual([3, 3, 1])
    expect(parts[2]).toContain('<loc>https://luming.example/r/6?a&#38;b</loc>')
  })

  it('are not there beyond what there is', async () => {
    expect((await app.request('/sitemap-1.xml')).status).toBe(404)
  })
})
