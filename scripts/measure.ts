// How soon a reader sees the first quote on a slow machine: `npm run measure [-- RUNS]`.
// A real Chromium with its CPU slowed four times, everything on this machine, nothing cached.

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { serveNode } from '../src/adapter/node.ts'
import { nodeAssets } from '../src/adapter/node-assets.ts'
import { buildCorpusIndex } from '../src/adapter/node-build.ts'
import { openIndexFolder } from '../src/adapter/node-index.ts'
import { createLectern } from '../src/answer/create-lectern.ts'
import { createApp } from '../src/http/app.ts'
import { launchChromium } from '../test/browser/chromium.ts'

const slowness = 4
const question = '港区去年的集装箱吞吐量是多少'
const runs = Number(process.argv[2] ?? 7)

const scratch = await mkdtemp(join(tmpdir(), 'lectern-measure-'))
const index = join(scratch, 'index')
await buildCorpusIndex({ corpus: 'corpus', index, now: () => performance.now() })
const lectern = createLectern(await openIndexFolder(index))
const app = createApp({ lectern, version: '0.1.0', assets: nodeAssets(), corsOrigins: ['*'] })
const server = await serveNode({ app, port: 0 })
const host = await serveHost(server.url)
const browser = await launchChromium()
try {
  await report('the page /?q=, from navigation', () => measurePage(browser))
  await report('the widget on another origin, from navigation', () => measureWidget(browser, 'navigation'))
  await report('the widget on another origin, from Ask', () => measureWidget(browser, 'ask'))
} finally {
  await browser.close()
  await host.close()
  await server.close()
  await rm(scratch, { recursive: true, force: true })
}

// ---------------------------------------------------------------------------

async function report(what: string, measure: () => Promise<number>): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await measure())
  const ordered = times.sort((a, b) => a - b)
  const median = ordered[Math.floor(runs / 2)] as number
  const [least = 0] = ordered
  const most = ordered.at(-1) as number
  console.log(
    `first quote painted, CPU slowed ${slowness} times, ${what}: median ${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)}, ${runs} runs)`,
  )
}

async function measurePage(browser: Browser): Promise<number> {
  const page = await openSlowPage(browser)
  await page.goto(`${server.url}/?q=${question}`, { waitUntil: 'commit' })
  const time = await page.evaluate(waitForQuote, 0)
  await page.context().close()
  return time
}

async function measureWidget(browser: Browser, from: 'navigation' | 'ask'): Promise<number> {
  const page = await openSlowPage(browser)
  await page.goto(host.url, { waitUntil: 'commit' })
  await page.waitForFunction(() => customElements.get('lectern-chat') !== undefined)
  if (from === 'ask') await page.waitForLoadState('networkidle')
  const asked = await page.evaluate((words) => {
    const widget = document.querySelector('lectern-chat') as Element & { ask(question: string): unknown }
    const now = performance.now()
    widget.ask(words)
    return now
  }, question)
  const time = await page.evaluate(waitForQuote, from === 'ask' ? asked : 0)
  await page.context().close()
  return time
}

async function openSlowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  return page
}

/** Milliseconds from `since`, on the page's clock, to the frame after the one that has the quote. Runs in the page. */
function waitForQuote(since: number): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const widget = document.querySelector('lectern-chat')
      const quote = (widget?.shadowRoot ?? document).querySelector('blockquote')
      if (!quote || quote.getClientRects().length === 0) requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)))
    }
    look()
  })
}

/** Another site, with the widget in a page of its own. */
async function serveHost(lecternUrl: string) {
  const html = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Host</title>
<script src="${lecternUrl}/widget.js" defer></script><lectern-chat mode="inline" src="${lecternUrl}"></lectern-chat>`
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(host.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => host.close(resolve)),
  }
}
