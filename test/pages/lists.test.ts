import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeSitemaps } from '../../src/pages/sitemap.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { hostile, writeRecord } from '../http/records.ts'

let app: Hono
/** 60 briefings at which 陈晖 speaks twice each, and one at which he is written in Traditional characters. */
let many: Hono
beforeAll(async () => {
  app = await openApp()
  many = await openApp({ lectern: await openLectern(await writeMany()), siteUrl: 'https://luming.example' })
})

function writeMany() {
  const briefings = Array.from({ length: 60 }, (_, at) => {
    const date = `20${24 + (at % 2)}-03-${String((at % 30) + 1).padStart(2, '0')}`
    return writeRecord(
      { id: `b${at}`, kind: 'briefing', title: `第${at}场發布會`, date, language: 'zh-Hans' },
      [
        { kind: 'statement', speaker: '陈晖', role: '镇水务所所长', says: `第${at}次，大家好！今天说渡口。` },
        { kind: 'question', speaker: '鹿鸣晚报记者', says: `第${at}个问题是什么？` },
        { kind: 'reply', speaker: '陈晖', role: '镇水务所所长', says: '渡口保留。步道不收费。' },
      ],
    )
  })
  const other = writeRecord(
    { id: 'other', kind: 'letter', title: '渡口的信', date: '2023-07', language: 'zh-Hant' },
    [{ kind: 'statement', speaker: '陳暉', role: '鎮長', says: '渡口保留。' }],
  )
  return Promise.all([...briefings, other])
}

async function open(path: string, from = app) {
  const response = await from.request(path, { headers: { Accept: 'text/html' } })
  const html = await response.text()
  return { status: response.status, html, document: parseHTML(html).document }
}

function textOf(element: { textContent: string | null } | null | undefined): string {
  return element?.textContent ?? ''
}

function textsOf(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map(textOf)
}

describe('the list of records', () => {
  it('is by year, the newest first, those without a date at the end', async () => {
    const { status, document } = await open('/records')
    expect(status).toBe(200)
    expect(textsOf(document, 'h2')).toEqual(['2025', '2024', '日期不详'])
    const links = [...document.querySelectorAll('.entry a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      '/r/2025-05-briefing-bridge',
      `/r/${encodeURIComponent(hostile.id)}`,
      '/r/letter-orchard',
    ])
    expect(textsOf(document, '.entry:first-child .note')[0]).toBe('发布会鹿鸣镇新闻办5 段发言')
    expect(textOf(document.querySelector('.intro'))).toBe(
      '全部 3 份记录（2024-02-29 至 2025-05-20），最新的在前。',
    )
  })

  it('says which records are in another language than the page', async () => {
    const noted = async (path: string) =>
      textsOf((await open(path)).document, '.entry .note').map((note) => note.split('发言')[1] ?? note)
    expect((await noted('/records'))[2]).toBe('信函英语')
    expect((await noted('/records?lang=en'))[2]).toBe('Letter')
    expect((await noted('/records?lang=en'))[0]).toContain('Simplified Chinese')
  })

  it('is filtered by kind, dates and words of the title, in either script', async () => {
    const found = async (query: string) => {
      const { document } = await open(`/records?${query}`, many)
      return {
        total: textOf(document.querySelector('[role=status]')),
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
    const { status, document } = await open('/records?from=2025-02-30&title=渡口', many)
    expect(status).toBe(400)
    expect(textOf(document.querySelector('#from-fault'))).toContain('没有这一天')
    expect(document.querySelector('#from')?.getAttribute('value')).toBe('2025-02-30')
    expect(document.querySelector('#title')?.getAttribute('value')).toBe('渡口')
  })

  it('has 50 a page, with links to the pages beside it that keep the filters', async () => {
    const first = await open('/records?kind=briefing&lang=en', many)
    expect(first.document.querySelectorAll('.entry')).toHaveLength(50)
    expect(first.document.querySelector('a[rel=prev]')).toBeNull()
    const next = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
    expect(next).toBe('/records?kind=briefing&page=2&lang=en')
    expect(first.document.querySelector('head link[rel=next]')?.getAttribute('href')).toBe(next)
    const second = await open(next, many)
    expect(second.document.querySelectorAll('.entry')).toHaveLength(10)
    expect(second.document.querySelector('a[rel=prev]')?.getAttribute('href')).toBe(
      '/records?kind=briefing&lang=en',
    )
    expect(textOf(second.document.querySelector('.pager span'))).toBe('Page 2 of 2')
    const listed = [...textsOf(first.document, '.title'), ...textsOf(second.document, '.title')]
    expect(new Set(listed).size).toBe(60)
  })

  it('counts the records of each year, and links to them', async () => {
    const { document } = await open('/records', many)
    expect(textsOf(document, '.years li')).toEqual(['2025 30', '2024 30', '2023 1'])
    const { document: year } = await open(
      document.querySelector('.years li:last-child a')?.getAttribute('href') ?? '',
      many,
    )
    expect(textsOf(year, '.title')).toEqual(['渡口的信'])
  })

  it.each(['page=3', 'page=0', 'page=x', 'page=-1', 'page=9999999999'])(
    'has no page for %s',
    async (query) => {
      const { status, document } = await open(`/records?${query}`, many)
      expect(status).toBe(404)
      expect(textOf(document.querySelector('h1'))).toBe('列表没有这一页。')
    },
  )

  it('is kept out of search engines where it is filtered, and only then', async () => {
    const robots = async (path: string) =>
      (await open(path, many)).document.querySelector('meta[name=robots]')
    expect(await robots('/records?kind=letter')).not.toBeNull()
    expect(await robots('/records')).toBeNull()
    const { document } = await open('/records?page=2&utm_source=mail', many)
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://luming.example/records?page=2',
    )
  })
})

describe('the list of speakers', () => {
  it('tells who can be quoted, in what office, how often; askers are left out', async () => {
    const { document } = await open('/speakers')
    const entries = [...document.querySelectorAll('.entry')]
    expect(entries.map((entry) => textOf(entry.querySelector('bdi')))).toEqual([
      '白舟',
      hostile.speaker,
      '颜青禾',
    ])
    expect(textsOf(document, '.entry .role')).toEqual(['镇交通处处长', hostile.role, '镇航运所所长'])
    expect(textOf(entries[0]?.querySelector('.note'))).toBe('2 段发言1 份记录')
    expect(document.querySelectorAll('.index')).toHaveLength(0)
  })

  it('counts the same name in both scripts as one', async () => {
    const { document } = await open('/speakers', many)
    expect(textsOf(document, '.entry .title')).toEqual(['陈晖'])
    expect(textOf(document.querySelector('.entry .note'))).toBe('121 段发言61 份记录')
  })

  it('has an index by name when it is long', async () => {
    const names = Array.from(
      { length: 31 },
      (_, at) => `Speaker ${String.fromCharCode(65 + ((at * 7) % 31))}`,
    )
    const turns = names.map((speaker) => ({
      kind: 'statement' as const,
      speaker,
      says: 'We will lend ladders.',
    }))
    const record = await writeRecord({ id: 'names', kind: 'meeting', title: 'Names', language: 'en' }, turns)
    const { document } = await open('/speakers', await openApp({ lectern: await openLectern([record]) }))
    const links = [...document.querySelectorAll('.index a')]
    expect(links.map(textOf)).toEqual([...names].sort(new Intl.Collator('zh-Hans').compare))
    for (const link of links) {
      expect(textOf(document.querySelector(`${link.getAttribute('href')} .title`))).toBe(textOf(link))
    }
  })
})

describe('the page of a speaker', () => {
  it('tells each office with the dates of its records', async () => {
    const { document } = await open('/speakers/陈晖', many)
    expect(textOf(document.querySelector('h1'))).toBe('陈晖')
    expect(textsOf(document, '.offices li')).toEqual([
      '镇水务所所长 见于 2024-03-01 至 2025-03-30 的记录',
      '鎮長 见于 2023-07 的记录',
    ])
  })

  it('links to each turn by its first sentence, under its record, the newest first', async () => {
    const { document } = await open('/speakers/陈晖', many)
    const [first] = document.querySelectorAll('.said')
    expect(textOf(first?.querySelector('h3'))).toBe('第29场發布會 2025-03-30')
    const links = [...(first?.querySelectorAll('.turns a') ?? [])]
    expect(links.map((link) => [link.getAttribute('href'), textOf(link)])).toEqual([
      ['/r/b29#t0', '第29次，大家好！'],
      ['/r/b29#t2', '渡口保留。'],
    ])
    expect(textOf(first?.querySelector('.replied bdi'))).toBe('第29个问题是什么？')
  })

  it('has 50 turns a page', async () => {
    const counts = []
    let path = '/speakers/陈晖'
    while (path !== '') {
      const { document } = await open(path, many)
      counts.push(document.querySelectorAll('.turns li').length)
      path = document.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
    }
    expect(counts).toEqual([50, 50, 21])
    expect((await open('/speakers/陈晖?page=4', many)).status).toBe(404)
    expect((await open('/speakers/陈晖?page=x', many)).status).toBe(404)
  })

  it('asks only this speaker', async () => {
    const { document } = await open('/speakers/颜青禾')
    const form = document.querySelector('form')
    expect(form?.getAttribute('action')).toBe('/#outcome')
    expect(form?.querySelector('[name=speaker]')?.getAttribute('value')).toBe('颜青禾')
  })

  it('is found under the other script, by a redirect', async () => {
    const response = await many.request('/speakers/陳暉?lang=zh-Hant')
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe(`/speakers/${encodeURIComponent('陈晖')}?lang=zh-Hant`)
  })

  it.each(['nobody', '%E9%99', '鹿鸣晚报记者', 'a'.repeat(5000), '..%2f..%2fetc'])(
    'says that there is none: %#',
    async (name) => {
      const { status, document } = await open(`/speakers/${name}`)
      expect(status).toBe(404)
      expect(textOf(document.querySelector('h1'))).toBe('记录中没有这位发言人。')
      expect(document.querySelector('.ways a')?.getAttribute('href')).toBe('/speakers')
    },
  )
})

describe('hostile text in lists', () => {
  it.each([
    '/',
    '/records',
    '/speakers',
    `/speakers/${encodeURIComponent(hostile.speaker)}`,
    `/records?title=${encodeURIComponent('"><script>')}&kind=${encodeURIComponent('<img src=x>')}`,
  ])('is never markup: %s', async (path) => {
    const { status, document } = await open(path)
    expect(status).toBe(200)
    expect(
      document.querySelectorAll('script, img, svg, i, style, [onclick], [onerror], [onload]'),
    ).toHaveLength(0)
    for (const link of document.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).toMatch(/^(?:\/(?!\/)|#)/u)
    }
  })

  it('is shown as it stands', async () => {
    const { document } = await open(`/speakers/${encodeURIComponent(hostile.speaker)}`)
    expect(textOf(document.querySelector('h1'))).toBe(hostile.speaker)
    expect(textOf(document.querySelector('.said h3 bdi'))).toBe(hostile.title)
    expect(hostile.says.startsWith(textOf(document.querySelector('.turns a')))).toBe(true)
  })
})

describe('a name that no address can hold', () => {
  it('is listed, and its page is found', async () => {
    const record = await writeRecord(
      { id: 'half', kind: 'statement', title: '半个字', language: 'zh-Hans' },
      [{ kind: 'statement', speaker: '白\ud83d舟', says: '渡口保留。' }],
    )
    const half = await openApp({ lectern: await openLectern([record]) })
    const { document } = await open('/speakers', half)
    const address = document.querySelector('.entry a')?.getAttribute('href') ?? ''
    expect(decodeURIComponent(address)).toBe('/speakers/白\ufffd舟')
    expect((await open(address, half)).status).toBe(200)
  })
})

describe('files for crawlers', () => {
  it('ask them to read the pages and leave questions alone', async () => {
    const response = await many.request('/robots.txt')
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    const lines = (await response.text()).split('\n')
    expect(lines).toContain('Disallow: /api/')
    expect(lines).toContain('Disallow: /?q=')
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
