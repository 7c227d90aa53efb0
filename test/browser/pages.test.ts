import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeServer, serveNode } from '../../src/adapter/node.ts'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import { openApp } from '../http/open-app.ts'
import { launchChromium } from './chromium.ts'

let browser: Browser
let server: NodeServer
beforeAll(async () => {
  server = await serveNode({ app: await openApp({ assets: nodeAssets() }), port: 0 })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A fresh page, with what it asked other origins for and what it complained of. */
async function openPage({ javaScriptEnabled }: { javaScriptEnabled: boolean }) {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' })
  const page = await context.newPage()
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(server.url) && !url.startsWith('data:')) foreign.push(url)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, foreign, complaints }
}

describe('without JavaScript', () => {
  it('a question is asked, its answer read and followed into the record', async () => {
    const { page, context, foreign, complaints } = await openPage({ javaScriptEnabled: false })
    await page.goto(`${server.url}/`)
    await page.getByLabel('问题').fill('渡口保留到什么时候')
    await page.getByText('筛选').click()
    await page.getByLabel('发言人').fill('颜青禾')
    await page.getByRole('button', { name: '提问' }).click()
    const quote = page.locator('.quote').first()
    expect(await quote.locator('blockquote').textContent()).toContain('渡口保留到明年6月')
    expect(await quote.locator('.who').textContent()).toContain('颜青禾')
    await quote.getByRole('link', { name: '在记录中查看' }).click()
    expect(new URL(page.url()).hash).toBe('#quote')
    expect(await page.locator('#t4 mark').first().textContent()).toContain('渡口保留到明年6月')
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('a page fits a telephone', async () => {
    const { page, context } = await openPage({ javaScriptEnabled: false })
    await page.setViewportSize({ width: 360, height: 740 })
    for (const path of ['/', '/?q=大桥什么时候通车', '/?q=灯塔有多高', '/r/2025-05-briefing-bridge']) {
      await page.goto(`${server.url}${path}`)
      const width = await page.locator('html').evaluate((html) => html.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(360)
    }
    await context.close()
  })
})

describe('/docs', () => {
  it('shows the operations, loads nothing from elsewhere and complains of nothing', async () => {
    const { page, context, foreign, complaints } = await openPage({ javaScriptEnabled: true })
    await page.goto(`${server.url}/docs`)
    await page.locator('.opblock').first().waitFor()
    const summaries = await page.locator('.opblock-summary-path').allTextContents()
    expect(summaries.map((path) => path.replace(/\u200b/gu, ''))).toContain('/api/records/{id}')
    await page.locator('#operations-ask-ask .opblock-summary-control').click()
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.getByRole('button', { name: 'Execute' }).click()
    await page.locator('.live-responses-table').waitFor()
    expect(await page.locator('.live-responses-table .response-col_status').last().textContent()).toContain(
      '200',
    )
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})
