import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { bundleScript } from '../../scripts/build-browser.mjs'
import { type NodeServer, serveNode } from '../../src/adapter/node.ts'
import type { AppOptions } from '../../src/http/app.ts'
import type { LecternChat } from '../../src/widget/lectern-chat.ts'
import { openApp } from '../http/open-app.ts'
import { openChromium } from './chromium.ts'
import { type FakeServer, type FakeWay, serveFake } from './widget-fake.ts'
import { type HostSite, serveHost } from './widget-servers.ts'

/** A browser, the real app, a server that fails in every way, and a site on another origin that embeds the widget. */
export interface Stage {
  browser: Browser
  app: NodeServer
  fake: FakeServer
  host: HostSite
  close(): Promise<void>
}

export interface WidgetPage {
  page: Page
  /** The element; locators look into its shadow tree. */
  widget: Locator
  /** Errors and warnings of the console, and faults of scripts. */
  complaints: string[]
  close(): Promise<void>
}

export interface PageOptions extends BrowserContextOptions {
  /** Attributes of the element; `src` defaults to the real app, `lang` to `zh-Hans`. */
  attributes?: Record<string, string>
  /** A way of the fake server, in the place of the real app. */
  way?: FakeWay
  /** Attributes of the page's `html`. */
  html?: string
  /** What else stands in the page. */
  body?: string
}

/** What a site's own style sheet may do to anything in reach. */
const loudStyles = `
body { font: 30px/3 monospace; margin: 0; }
* { color: red; letter-spacing: 5px; }
p, button, textarea, a, h2 { background: yellow !important; text-transform: uppercase; }
`

/** @param options of the real app. */
export async function openStage(options: Partial<AppOptions> = {}): Promise<Stage> {
  const { code } = await bundleScript('widget')
  const connectable: string[] = []
  const host = await serveHost({ script: code, styles: loudStyles, connectable: () => connectable })
  const app = await serveNode({ app: await openApp({ corsOrigins: [host.url], ...options }), port: 0 })
  const fake = await serveFake()
  connectable.push(app.url, fake.url)
  const browser = await openChromium()
  const close = async () => void (await Promise.all([app.close(), fake.close(), host.close()]))
  return { browser, app, fake, host, close }
}

/** Opens a page of the other site with the widget in it. */
export async function openWidget(stage: Stage, options: PageOptions = {}): Promise<WidgetPage> {
  const { attributes = {}, way, html = 'lang="zh-Hans"', body = '', ...rest } = options
  const context = await stage.browser.newContext({ locale: 'zh-CN', ...rest })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const src = way === undefined ? stage.app.url : `${stage.fake.url}/${way}`
  await page.goto(stage.host.put(writePage({ html, body, attributes: { src, ...attributes } })))
  await page.waitForFunction(() => customElements.get('lectern-chat') !== undefined)
  return { page, widget: page.locator('lectern-chat'), complaints, close: () => context.close() }
}

/** Asks by the element's method and waits for what comes of it: an outcome or a problem. */
export async function askWidget({ widget }: Pick<WidgetPage, 'widget'>, question: string): Promise<void> {
  await widget.evaluate((element, asked) => void (element as LecternChat).ask(asked), question)
}

/** All that the tab and the site keep. */
export function readStorage(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => ({ ...sessionStorage, ...localStorage }))
}

// ---------------------------------------------------------------------------

function writePage({
  html,
  body,
  attributes,
}: {
  html: string
  body: string
  attributes: Record<string, string>
}): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<!doctype html>
<html ${html}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>鹿鸣镇</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><script src="/widget.js" defer></script></head>
<body>${body}<lectern-chat${written.join('')}></lectern-chat></body>
</html>`
}
