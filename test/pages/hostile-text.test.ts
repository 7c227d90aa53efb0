import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../http/open-app.ts'
import { hostile } from '../http/records.ts'
import { hrefsOf, openPage, textOf, textsOf } from './open-page.ts'

let app: Hono
beforeAll(async () => {
  app = await openApp()
})

describe('text from outside', () => {
  it.each([
    '/',
    '/?q=灯塔有多高',
    `/?q=${encodeURIComponent('"><script>alert(9)</script>灯塔')}&speaker=${encodeURIComponent('"><img src=x>')}`,
    `/?q=灯塔&lang=${encodeURIComponent('"><script>')}`,
    `/r/${encodeURIComponent(hostile.id)}`,
    '/records',
    `/records?title=${encodeURIComponent('"><script>')}&kind=${encodeURIComponent('<img src=x>')}`,
    '/speakers',
    `/speakers/${encodeURIComponent(hostile.speaker)}`,
  ])('is never markup, nor a link that runs anything: %s', async (path) => {
    const { status, document } = await openPage(app, path)
    expect(status).toBe(200)
    const foreign = 'script, img, svg, i, style, [onclick], [onerror], [onload]'
    expect(document.querySelectorAll(foreign)).toHaveLength(0)
    for (const link of document.querySelectorAll('a[href], [cite]')) {
      expect(link.getAttribute('href') ?? link.getAttribute('cite')).toMatch(/^(?:\/(?!\/)|#|https?:\/\/)/u)
    }
  })

  it('is shown as it stands in an answer', async () => {
    const text = textOf((await openPage(app, '/?q=灯塔有多高')).document, 'main')
    const { says, title, publisher, speaker, role, asker, question } = hostile
    for (const shown of [says, title, publisher, speaker, role, asker, question]) {
      expect(text).toContain(shown)
    }
  })

  it('is shown as it stands on the page of its record', async () => {
    const { document } = await openPage(app, `/r/${encodeURIComponent(hostile.id)}`)
    expect(textOf(document, 'h1')).toBe(hostile.title)
    expect(textsOf(document, 'h2')).toEqual([hostile.heading])
  })

  it('is shown as it stands on the page of its speaker', async () => {
    const { document } = await openPage(app, `/speakers/${encodeURIComponent(hostile.speaker)}`)
    expect(textOf(document, 'h1')).toBe(hostile.speaker)
    expect(textOf(document, '.said h3 bdi')).toBe(hostile.title)
    expect(textOf(document, '.turns a')).not.toBe('')
    expect(hostile.says.startsWith(textOf(document, '.turns a'))).toBe(true)
  })
})

describe('a path that begins with two slashes', () => {
  it('makes no link to another host', async () => {
    const { document } = await openPage(app, 'http://localhost//evil.example/path')
    const links = hrefsOf(document, 'a[href]')
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(link).not.toMatch(/^\/\//u)
  })
})
