import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type NodeServer, serveNode } from '../../src/adapter/node.ts'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { openChromium } from './chromium.ts'
import { hostileQuestion, hostileTexts, writeHostileRecords } from './hostile-records.ts'

const names = Object.keys(hostileTexts)

/** One for all: to open a window costs more than to open a page in it. */
let page: Page
let seen: Seen
let lectern: NodeServer
let host: Server
let hostUrl: string
beforeAll(async () => {
  host = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', hostPolicy())
    response.end(hostPage(new URL(request.url ?? '/', 'http://host').searchParams.get('record') ?? ''))
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`
  const opened = await openLectern(await writeHostileRecords(), { threshold: 0, quoteChars: 2000 })
  const app = await openApp({ lectern: opened, assets: nodeAssets(), corsOrigins: [hostUrl] })
  lectern = await serveNode({ app, port: 0 })
  page = await openPage()
})
beforeEach(() => {
  seen = { dialogs: [], requests: [], complaints: [] }
})
afterAll(async () => {
  await page?.context().close()
  await lectern?.close()
  host?.close()
})

/** What runs nowhere: scripts of others, requests for what the texts name, complaints of the browser. */
interface Seen {
  dialogs: string[]
  requests: string[]
  complaints: string[]
}

async function openPage(): Promise<Page> {
  const browser = await openChromium()
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const url = request.url()
    const isOwn = url.startsWith(lectern.url) || url.startsWith(hostUrl)
    if (!isOwn || /^\/taken|\.exe$/u.test(new URL(url).pathname)) seen.requests.push(url)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.complaints.push(message.text())
  })
  page.on('pageerror', (error) => seen.complaints.push(error.message))
  return page
}

const nothing: Seen = { dialogs: [], requests: [], complaints: [] }

/** Schemes of all links, in the page and in the widget; a scheme that runs something is among them at once. */
function collectSchemes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots = [document, document.querySelector('lectern-chat')?.shadowRoot]
    const links = roots.flatMap((root) => [...(root?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [])])
    return [...new Set(links.map(({ protocol }) => protocol))]
  })
}

/** Lets what was loaded run and be painted. */
function settle(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30))))
}

/** Lone surrogates as browsers send and show them. */
function toWellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

/** Pixels by which the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

const given = Object.entries(hostileTexts).map(([name, text]) => [name, toWellFormed(text)] as const)
const paths: [what: string, path: string][] = [
  ['the page to ask on', `/?q=${hostileQuestion}&limit=20`],
  ['an abstention', '/?q=火星'],
  ['the records', '/records'],
  ['the speakers', '/speakers'],
  ['the page of the widget', '/embed'],
  ['the sitemap', '/sitemap.xml'],
  ...given.flatMap(([name, text]): [string, string][] => [
    [`the record ${name}`, `/r/hostile-${name}?s=5-60`],
    [`the Markdown of ${name}`, `/r/hostile-${name}.md`],
    [`the speaker ${name}`, `/speakers/${encodeURIComponent(`${text} 石榴`)}`],
    [`the question ${name}`, `/?q=${encodeURIComponent(text.slice(0, 1500))}`],
    [`the filter ${name}`, `/?q=${hostileQuestion}&speaker=${encodeURIComponent(text.slice(0, 400))}`],
  ]),
]

describe('hostile text in text, speaker, role, title, publisher, source, heading and question', () => {
  it.each(paths)('runs nowhere and upsets nothing on %s', async (_, path) => {
    const response = await page.goto(`${lectern.url}${path}`)
    expect([200, path]).toEqual([response?.status(), path])
    await settle(page)
    expect(seen).toEqual(nothing)
    expect(await page.title()).not.toBe('taken')
    const isPage = response?.headers()['content-type']?.startsWith('text/html') === true
    if (isPage) {
      expect((await collectSchemes(page)).filter((scheme) => !/^https?:$/u.test(scheme))).toEqual([])
      expect(await overflow(page)).toBe(0)
    }
  })

  it.each(names)('runs nowhere and upsets nothing in the widget on another site: %s', async (name) => {
    await page.goto(`${hostUrl}/?record=hostile-${name}`)
    const widget = page.locator('lectern-chat')
    await widget.evaluate(
      (element, question) => (element as unknown as { ask(question: string): unknown }).ask(question),
      hostileQuestion,
    )
    await widget.locator('blockquote').first().waitFor()
    for (const button of await widget.getByRole('button', { expanded: false }).all()) await button.click()
    expect(seen).toEqual(nothing)
    expect((await collectSchemes(page)).filter((scheme) => !/^https?:$/u.test(scheme))).toEqual([])
    expect(await overflow(page)).toBe(0)
    const shown = await widget.evaluate((element) => element.shadowRoot?.textContent ?? '')
    expect(toWellFormed(shown)).toContain(Object.fromEntries(given)[name])
  })
})

// ---------------------------------------------------------------------------

/** The strictest that a site can have and still show the widget. */
function hostPolicy(): string {
  const { url } = lectern
  return `default-src 'none'; script-src ${url}; style-src 'self'; connect-src ${url}; require-trusted-types-for 'script'`
}

function hostPage(record: string): string {
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width"></head><body>
<script src="${lectern.url}/widget.js" defer></script>
<lectern-chat src="${lectern.url}" mode="inline" record="${record}"></lectern-chat></body></html>`
}
