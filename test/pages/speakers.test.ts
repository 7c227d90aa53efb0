import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp, openLectern } from '../http/open-app.ts'
import { hostile, writeRecord } from '../http/records.ts'
import { openManyApp } from './many-records.ts'
import { openPage, textOf, textsOf } from './open-page.ts'

let app: Hono
let many: Hono
beforeAll(async () => {
  app = await openApp()
  many = await openManyApp()
})

describe('the list of speakers', () => {
  it('tells who can be quoted, in what office, how often; askers are left out', async () => {
    const { document } = await openPage(app, '/speakers')
    const entries = [...document.querySelectorAll('.entry')]
    expect(entries.map((entry) => textOf(entry, 'bdi'))).toEqual(['白舟', hostile.speaker, '颜青禾'])
    expect(textsOf(document, '.entry .role')).toEqual(['镇交通处处长', hostile.role, '镇航运所所长'])
    expect(textOf(entries[0], '.note')).toBe('2 段发言1 份记录')
    expect(document.querySelectorAll('.index')).toHaveLength(0)
  })

  it('counts the same name in both scripts as one', async () => {
    const { document } = await openPage(many, '/speakers')
    expect(textsOf(document, '.entry .title')).toEqual(['陈晖'])
    expect(textOf(document, '.entry .note')).toBe('121 段发言61 份记录')
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
    const { document } = await openPage(await openApp({ lectern: await openLectern([record]) }), '/speakers')
    const links = [...document.querySelectorAll('.index a')]
    expect(textsOf(document, '.index a')).toEqual([...names].sort(new Intl.Collator('zh-Hans').compare))
    for (const link of links) {
      expect(textOf(document, `${link.getAttribute('href')} .title`)).toBe(link.textContent)
    }
  })
})

describe('the page of a speaker', () => {
  it('tells each office with the dates of its records', async () => {
    const { document } = await openPage(many, '/speakers/陈晖')
    expect(textOf(document, 'h1')).toBe('陈晖')
    expect(textsOf(document, '.offices li')).toEqual([
      '镇水务所所长 见于 2024-03-01 至 2025-03-30 的记录',
      '鎮長 见于 2023-07 的记录',
    ])
  })

  it('links to each turn by its first sentence, under its record, the newest first', async () => {
    const { document } = await openPage(many, '/speakers/陈晖')
    const [first] = document.querySelectorAll('.said')
    expect(textOf(first, 'h3')).toBe('第29场發布會 2025-03-30')
    const links = [...(first?.querySelectorAll('.turns a') ?? [])]
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['/r/b29#t0', '第29次，大家好！'],
      ['/r/b29#t2', '渡口保留。'],
    ])
    expect(textOf(first, '.replied bdi')).toBe('第29个问题是什么？')
  })

  it('has 50 turns a page', async () => {
    const counts = []
    let path = '/speakers/陈晖'
    while (path !== '') {
      const { document } = await openPage(many, path)
      counts.push(document.querySelectorAll('.turns li').length)
      path = document.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
    }
    expect(counts).toEqual([50, 50, 21])
    expect((await openPage(many, '/speakers/陈晖?page=4')).status).toBe(404)
    expect((await openPage(many, '/speakers/陈晖?page=x')).status).toBe(404)
  })

  it('asks only this speaker', async () => {
    const { document } = await openPage(app, '/speakers/颜青禾')
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
      const { status, document } = await openPage(app, `/speakers/${name}`)
      expect(status).toBe(404)
      expect(textOf(document, 'h1')).toBe('记录中没有这位发言人。')
      expect(document.querySelector('.ways a')?.getAttribute('href')).toBe('/speakers')
    },
  )
})

describe('a name that no address can hold', () => {
  it('is listed, and its page is found', async () => {
    const record = await writeRecord(
      { id: 'half', kind: 'statement', title: '半个字', language: 'zh-Hans' },
      [{ kind: 'statement', speaker: '白\ud83d舟', says: '渡口保留。' }],
    )
    const half = await openApp({ lectern: await openLectern([record]) })
    const { document } = await openPage(half, '/speakers')
    const address = document.querySelector('.entry a')?.getAttribute('href') ?? ''
    expect(decodeURIComponent(address)).toBe('/speakers/白\ufffd舟')
    expect((await openPage(half, address)).status).toBe(200)
  })
})
