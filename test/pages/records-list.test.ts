import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../http/open-app.ts'
import { hostile } from '../http/records.ts'
import { openManyApp } from './many-records.ts'
import { openPage, textOf, textsOf } from './open-page.ts'

let app: Hono
let many: Hono
beforeAll(async () => {
  app = await openApp()
  many = await openManyApp()
})

describe('the list of records', () => {
  it('is by year, the newest first, those without a date at the end', async () => {
    const { status, document } = await openPage(app, '/records')
    expect(status).toBe(200)
    expect(textsOf(document, 'h2')).toEqual(['2025', '2024', '日期不详'])
    const links = [...document.querySelectorAll('.entry a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      '/r/2025-05-briefing-bridge',
      `/r/${encodeURIComponent(hostile.id)}`,
      '/r/letter-orchard',
    ])
    expect(textsOf(document, '.entry:first-child .note')[0]).toBe('发布会鹿鸣镇新闻办5 段发言')
    expect(textOf(document, '.intro')).toBe('全部 3 份记录（2024-02-29 至 2025-05-20），最新的在前。')
  })

  it('says which records are in another language than the page', async () => {
    const noted = async (path: string) =>
      textsOf((await openPage(app, path)).document, '.entry .note').map(
        (note) => note.split('发言')[1] ?? note,
      )
    expect((await noted('/records'))[2]).toBe('信函英语')
    expect((await noted('/records?lang=en'))[2]).toBe('Letter')
    expect((await noted('/records?lang=en'))[0]).toContain('Simplified Chinese')
  })

  it('is filtered by kind, dates and words of the title, in either script', async () => {
    const found = async (query: string) => {
      const { document } = await openPage(many, `/records?${query}`)
      return {
        total: textOf(document, '[role=status]'),
        titles: textsOf(document, '.entry .title'),
      }
    }
    expect(await found('kind=letter')).toEqual({ total: '共 1 份记录', titles: ['渡口的信'] })
    expect((await found('title=发布会')).total).toBe('共 60 份记录')
    expect((await found('title=第7场')).titles).toEqual(['第7场發布會'])
    expect((await found('from=2025-01-01&to=2025-12-31&kind=briefing')).total).toBe('共 30 份记录')
    expect((await found('kind=speech')).total).toBe('没有符合条件的记录。')
  })

  it('keeps what was typed where it is no filter, and says what is wrong', async () => {
    const { status, document } = await openPage(many, '/records?from=2025-02-30&title=渡口')
    expect(status).toBe(400)
    expect(textOf(document, '#from-fault')).toContain('没有这一天')
    expect(document.querySelector('#from')?.getAttribute('value')).toBe('2025-02-30')
    expect(document.querySelector('#title')?.getAttribute('value')).toBe('渡口')
  })

  it('has 50 a page, with links to the pages beside it that keep the filters', async () => {
    const first = await openPage(many, '/records?kind=briefing&lang=en')
    expect(first.document.querySelectorAll('.entry')).toHaveLength(50)
    expect(first.document.querySelector('a[rel=prev]')).toBeNull()
    const next = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
    expect(next).toBe('/records?kind=briefing&page=2&lang=en')
    expect(first.document.querySelector('head link[rel=next]')?.getAttribute('href')).toBe(next)
    const second = await openPage(many, next)
    expect(second.document.querySelectorAll('.entry')).toHaveLength(10)
    expect(second.document.querySelector('a[rel=prev]')?.getAttribute('href')).toBe(
      '/records?kind=briefing&lang=en',
    )
    expect(textOf(second.document, '.pager span')).toBe('Page 2 of 2')
    const listed = [...textsOf(first.document, '.title'), ...textsOf(second.document, '.title')]
    expect(new Set(listed).size).toBe(60)
  })

  it('counts the records of each year, and links to them', async () => {
    const { document } = await openPage(many, '/records')
    expect(textsOf(document, '.years li')).toEqual(['2025 30', '2024 30', '2023 1'])
    const { document: year } = await openPage(
      many,
      document.querySelector('.years li:last-child a')?.getAttribute('href') ?? '',
    )
    expect(textsOf(year, '.title')).toEqual(['渡口的信'])
  })

  it.each(['page=3', 'page=0', 'page=x', 'page=-1', 'page=9999999999'])(
    'has no page for %s',
    async (query) => {
      const { status, document } = await openPage(many, `/records?${query}`)
      expect(status).toBe(404)
      expect(textOf(document, 'h1')).toBe('列表没有这一页。')
    },
  )

  it('is kept out of search engines where it is filtered, and only then', async () => {
    const robots = async (path: string) =>
      (await openPage(many, path)).document.querySelector('meta[name=robots]')
    expect(await robots('/records?kind=letter')).not.toBeNull()
    expect(await robots('/records')).toBeNull()
    const { document } = await openPage(many, '/records?page=2&utm_source=mail')
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://luming.example/records?page=2',
    )
  })
})
