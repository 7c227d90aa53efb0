import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp, openLectern } from '../http/open-app.ts'
import { writeRecord } from '../http/records.ts'
import { openPage, textOf, textsOf } from './open-page.ts'

let app: Hono
beforeAll(async () => {
  app = await openApp()
})

describe('who has asked nothing yet', () => {
  it('is told how many records of which days are searched, and shown the latest', async () => {
    const { document } = await openPage(app, '/')
    expect(textOf(document, '.intro')).toBe(
      '提出问题，在 3 份记录（2024-02-29 至 2025-05-20）中查找发言人的原话。逐字引用，注明出处，不生成任何文字。',
    )
    const latest = [...document.querySelectorAll('.latest .entry')]
    expect(latest.map((entry) => textOf(entry, 'time, .undated'))).toEqual([
      '2025-05-20',
      '2024-02-29',
      '日期不详',
    ])
    expect(latest[0]?.querySelector('a')?.getAttribute('href')).toBe('/r/2025-05-briefing-bridge')
    expect(textOf(latest[2], '.note')).toBe('信函英语')
  })

  it('is told where there are no records', async () => {
    const empty = await openApp({ lectern: await openLectern([]) })
    const told = '这里还没有记录，所以还不能回答问题。'
    expect(textOf((await openPage(empty, '/')).document, '.intro')).toBe(told)
    expect(textOf((await openPage(empty, '/?q=大桥')).document, '.verdict p')).toBe(told)
  })

  it('finds the page in search engines, without what others put on links', async () => {
    const { document } = await openPage(app, '/?utm_source=mail&speaker=白舟')
    expect(document.querySelector('meta[name=robots]')).toBeNull()
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('http://localhost/')
  })
})

describe('filters in use', () => {
  it('are told, and each is taken off by a link', async () => {
    const { document } = await openPage(
      app,
      '/?q=大桥&speaker=白舟&kind=briefing&from=2025-01-01&lang=zh-Hant',
    )
    const chips = [...document.querySelectorAll('.filters-set .chip')]
    expect(textsOf(document, '.filters-set .chip')).toEqual([
      '× 發言人：白舟',
      '× 記錄類型：發布會',
      '× 起始日期：2025-01-01',
    ])
    expect(chips[1]?.getAttribute('aria-label')).toBe('取消篩選「記錄類型：發布會」')
    const left = new URL(chips[1]?.getAttribute('href') ?? '', 'http://here')
    expect(left.hash).toBe('#outcome')
    expect(Object.fromEntries(left.searchParams)).toEqual({
      q: '大桥',
      speaker: '白舟',
      from: '2025-01-01',
      lang: 'zh-Hant',
    })
    const none = new URL(
      document.querySelector('.filters-set .plain')?.getAttribute('href') ?? '',
      'http://here',
    )
    expect([...none.searchParams.keys()]).toEqual(['q', 'lang'])
    expect(textOf(document, '#speaker option[selected]')).toBe('白舟 · 镇交通处处长')
  })

  it('are none where what was sent is blank', async () => {
    const { document } = await openPage(app, '/?q=大桥&speaker=&kind=+&from=&to=')
    expect(document.querySelectorAll('.filters-set')).toHaveLength(0)
  })

  it('that no record meets are told as such', async () => {
    const { document } = await openPage(app, '/?q=大桥&from=2030-01-01')
    expect(textOf(document, '.verdict p')).toBe('没有符合筛选条件的记录，所以没有查找任何文字。请放宽筛选。')
  })

  it('by speaker are typed where there are too many to choose from', async () => {
    const says = '桥头广场的灯塔明年春天开放。'
    const turns = Array.from({ length: 101 }, (_, at) => ({
      kind: 'statement' as const,
      speaker: `第${at}人`,
      says,
    }))
    const record = await writeRecord({ id: 'many', kind: 'statement', title: '众人', language: 'zh' }, turns)
    const { document } = await openPage(await openApp({ lectern: await openLectern([record]) }), '/')
    expect(document.querySelector('#speaker')?.getAttribute('list')).toBe('speakers')
    expect(document.querySelectorAll('#speakers option')).toHaveLength(101)
  })
})
