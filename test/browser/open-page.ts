import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { serveNode } from '../../src/adapter/node.ts'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import type { AppOptions } from '../../src/http/app.ts'
import { openApp } from '../http/open-app.ts'
import { openChromium } from './chromium.ts'

/** A browser, and the real app at `url`. */
export interface PageStage {
  browser: Browser
  url: string
  close(): Promise<void>
}

/** A fresh page, with what it asked other servers than the app for and what it complained of. */
export interface Opened {
  page: Page
  context: BrowserContext
  foreign: string[]
  complaints: string[]
}

/** Serves the app, with all of its scripts unless `options` say otherwise, in the browser of all tests. */
export async function openPageStage(options: Partial<AppOptions> = {}): Promise<PageStage> {
  const server = await serveNode({ app: await openApp({ assets: nodeAssets(), ...options }), port: 0 })
  const browser = await openChromium()
  return { browser, url: server.url, close: server.close }
}

export async function openPage(
  { browser, url: own }: PageStage,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const viewport = { width: 1024, height: 800 }
  const context = await browser.newContext({ locale: 'zh-CN', viewport, ...options })
  const page = await context.newPage()
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(own) && !url.startsWith('data:')) foreign.push(url)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
  return { page, context, foreign, complaints }
}
