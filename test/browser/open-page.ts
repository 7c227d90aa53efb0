import type { Browser, BrowserContext, Page } from 'playwright-core'

/** How a page is looked at. */
export interface Screen {
  javaScriptEnabled: boolean
  width?: number
  height?: number
  /** Device pixels to a CSS pixel, as zooming makes them. */
  scale?: number
}

/** A fresh page, with what it asked other servers than `own` for and what it complained of. */
export interface Opened {
  page: Page
  context: BrowserContext
  foreign: string[]
  complaints: string[]
}

export async function openPage(browser: Browser, own: string, screen: Screen): Promise<Opened> {
  const { javaScriptEnabled, width = 1024, height = 800, scale = 1 } = screen
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: 'zh-CN',
    viewport: { width, height },
    deviceScaleFactor: scale,
  })
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
  return { page, context, foreign, complaints }
}
