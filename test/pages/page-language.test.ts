import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { choosePageLanguage } from '../../src/pages/language.ts'
import { openApp } from '../http/open-app.ts'
import { openPage } from './open-page.ts'

let app: Hono
beforeAll(async () => {
  app = await openApp()
})

describe('the language of a page', () => {
  it.each([
    [undefined, undefined, 'zh-Hans'],
    [undefined, 'en-US,en;q=0.9', 'en'],
    [undefined, 'zh-TW,en;q=0.9', 'zh-Hant'],
    [undefined, 'zh-HK', 'zh-Hant'],
    [undefined, 'zh-Hans-HK', 'zh-Hans'],
    ['zh-hant', 'zh-CN', 'zh-Hant'],
    [undefined, 'fr, en;q=0.4, zh;q=0.8', 'zh-Hans'],
    [undefined, 'zh;q=0, en;q=0.1', 'en'],
    [undefined, 'ru', 'zh-Hans'],
    [undefined, ';;q=x,', 'zh-Hans'],
    ['en', 'zh-CN', 'en'],
    ['tlh', 'en', 'en'],
  ] as const)('asked %s, accepted %s: %s', (asked, accepted, language) => {
    expect(choosePageLanguage(asked, accepted)).toBe(language)
  })

  it('is carried along by links and form once it is asked for', async () => {
    const { document } = await openPage(app, '/?q=大桥什么时候通车&lang=en')
    expect(document.querySelector('input[name=lang]')?.getAttribute('value')).toBe('en')
    expect(document.querySelector('.links a')?.getAttribute('href')).toMatch(
      /\?s=\d+-\d+&v=\w+&lang=en#quote$/u,
    )
    const other = document.querySelector('footer nav a')?.getAttribute('href') ?? ''
    expect(new URL(other, 'http://here').searchParams.get('q')).toBe('大桥什么时候通车')
  })

  it('is told to caches', async () => {
    const { headers } = await app.request('/')
    expect(headers.get('Vary')).toBe('Accept, Accept-Language')
    expect(headers.get('Content-Language')).toBe('zh-Hans')
  })
})
