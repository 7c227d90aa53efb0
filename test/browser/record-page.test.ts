import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleScript } from '../../scripts/build-browser.mjs'
import type { LecternRecord } from '../../src/record/record.ts'
import { openLectern } from '../http/open-app.ts'
import { writeBriefing, writeHostileRecord } from '../http/records.ts'
import { openPage, openPageStage, type PageStage } from './open-page.ts'
import { citePath, writeArabic, writeLong, writeUnruly } from './record-page-records.ts'

const viewport = { width: 360, height: 640 }

let stage: PageStage
let briefing: LecternRecord
let long: LecternRecord
beforeAll(async () => {
  briefing = await writeBriefing()
  long = await writeLong()
  const records = [briefing, long, await writeHostileRecord(), await writeArabic(), await writeUnruly()]
  const { code } = await bundleScript('page')
  const script = { body: new TextEncoder().encode(code), type: 'text/javascript; charset=utf-8' }
  const assets = { read: async (name: string) => (name === 'page.js' ? script : undefined) }
  const lectern = await openLectern(records)
  stage = await openPageStage({ lectern, assets, today: () => '2026-02-03' })
})
afterAll(() => stage?.close())

async function open(path: string, options: BrowserContextOptions = {}) {
  const opened = await openPage(stage, { viewport, ...options })
  await opened.page.goto(`${stage.url}${path}`)
  return opened
}

const openPlain = (path: string, options: BrowserContextOptions = {}) =>
  open(path, { javaScriptEnabled: false, ...options })

/** Whether all of an element is inside what is seen. */
async function isInView(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).boundingBox()
  const { height = 0 } = page.viewportSize() ?? {}
  return box !== null && box.height > 0 && box.y >= 0 && box.y + box.height <= height
}

/** Runs in the page: counts how often words appear in a region that is read aloud. */
function countAnnouncements() {
  let announced = 0
  const observer = new MutationObserver(() => {
    for (const status of document.querySelectorAll('[role=status]')) {
      if (status.textContent !== '') document.documentElement.dataset.announced = String(++announced)
    }
  })
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
}

describe('without JavaScript', () => {
  it('a link to cited words shows them, far down a long record too', async () => {
    for (const [record, words] of [
      [briefing, '每天开行18班渡船'],
      [long, '第251个回答'],
    ] as const) {
      const { page, context } = await openPlain(citePath(record, words))
      expect(await page.locator('#quote').textContent()).toBe(words)
      expect(await isInView(page, '#quote')).toBe(true)
      await context.close()
    }
  })

  it('a link to a turn shows who speaks', async () => {
    const { page, context } = await openPlain(`/r/${long.id}#t249`)
    expect(await isInView(page, '#t249 .who')).toBe(true)
    expect(await page.locator('#t249 .who').textContent()).toContain('高屿')
    await context.close()
  })

  it('whoever speaks stays in sight while a long turn is read, unless the name would fill the screen', async () => {
    const { end } = long.turns[251]!.span
    const { page, context } = await openPlain(`/r/${long.id}?s=${end - 8}-${end}#quote`)
    expect(await isInView(page, '#t251 .who')).toBe(true)
    await page.goto(`${stage.url}/r/unruly`)
    await page.mouse.wheel(0, 3000)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2000)
    expect(await isInView(page, '#t0 .who')).toBe(false)
    await context.close()
  })

  it('words can be found in all of a long record', async () => {
    const { page, context } = await openPlain(`/r/${long.id}`)
    const find = (words: string) =>
      page.evaluate((words) => (window as unknown as { find(words: string): boolean }).find(words), words)
    expect(await find('第299个回答')).toBe(true)
    expect(await find('第301个回答')).toBe(false)
    await context.close()
  })

  it.each([
    ['v=0123456789ab&s=68-83', '这份记录在被引用之后有过改动'],
    ['s=68-99999', '网址没有指向这份记录中的文字'],
  ])('an address that names nothing is told of at the top (%s)', async (query, words) => {
    const { page, context } = await openPlain(`/r/${briefing.id}?${query}#quote`)
    expect(await page.locator('.notice b').textContent()).toBe(words)
    expect(await isInView(page, '.notice')).toBe(true)
    expect(await page.locator('mark').count()).toBe(0)
    await context.close()
  })

  it('the ways to cite open, and nothing is offered that would not work', async () => {
    const { page, context } = await openPlain(citePath(briefing, '每天开行18班渡船'))
    await page.locator('.about-quote summary').click()
    expect(await page.locator('#cite-plain').isVisible()).toBe(true)
    expect(await page.locator('main button:visible').count()).toBe(0)
    await context.close()
  })

  it('the rule at the side tells the kinds of turns apart without colour', async () => {
    const { page, context } = await openPlain(`/r/${briefing.id}`)
    const styleOf = (selector: string) =>
      page.locator(selector).evaluate((turn) => getComputedStyle(turn).borderInlineStartStyle)
    const styles = await Promise.all(['#t0', '#t1', '#t2'].map(styleOf))
    expect(styles).toEqual(['double', 'dotted', 'solid'])
    await context.close()
  })

  it('a record in Arabic reads from the right, with its rule there', async () => {
    const { page, context } = await openPlain('/r/arabic?lang=en')
    const turn = page.locator('#t0')
    expect(await turn.evaluate((turn) => getComputedStyle(turn).borderRightStyle)).toBe('double')
    const name = await turn.locator('.speaker').boundingBox()
    const kind = await turn.locator('.kind').boundingBox()
    expect(name!.x).toBeGreaterThan(kind!.x)
    await context.close()
  })

  it('nothing is wider than a telephone, and signs that turn the writing turn nothing beside them', async () => {
    const { page, context } = await openPlain('/r/unruly?lang=en')
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360)
    const name = await page.locator('#t1 .speaker').boundingBox()
    const role = await page.locator('#t1 .role').boundingBox()
    const kind = await page.locator('#t1 .kind').boundingBox()
    expect(name!.x).toBeLessThan(role!.x)
    expect(role!.x).toBeLessThan(kind!.x)
    await context.close()
  })
})

describe('with JavaScript', () => {
  const permissions = ['clipboard-read', 'clipboard-write']

  it('copies each citation exactly, says so once, and keeps the width of its button', async () => {
    const { page, complaints, context } = await open(citePath(briefing, '大桥计划今年12月28日通车。\n桥面'), {
      permissions,
    })
    await page.locator('.about-quote summary').click()
    const status = page.getByRole('status')
    await page.evaluate(countAnnouncements)
    for (const form of ['gbt7714', 'plain', 'markdown', 'bibtex', 'address']) {
      const button = page.locator(`button[data-copy=cite-${form}]`)
      const before = await button.boundingBox()
      await button.click()
      await expect.poll(() => button.getAttribute('class')).toContain('done')
      await expect.poll(() => status.textContent()).toBe('已复制')
      expect((await button.boundingBox())?.width).toBe(before?.width)
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      expect(copied).toBe(await page.locator(`#cite-${form}`).textContent())
      expect(copied.length).toBeGreaterThan(30)
    }
    expect(await page.evaluate(() => document.documentElement.dataset.announced)).toBe('5')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('copies what is cited of a hostile record, and runs none of it', async () => {
    const { id } = await writeHostileRecord()
    const { page, complaints, context } = await open(`/r/${encodeURIComponent(id)}`, { permissions })
    await page.locator('.cite summary').click()
    await page.locator('button[data-copy=cite-plain]').click()
    await expect.poll(() => page.getByRole('status').textContent()).toBe('已复制')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('《<img src=x onerror=alert(2)> 灯塔》，<b>publisher</b>')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('selects the text where copying is refused', async () => {
    const { page, context } = await open(`/r/${briefing.id}`)
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
    })
    await page.locator('.cite summary').click()
    await page.locator('button[data-copy=cite-plain]').click()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('文字已经选中')
    const selected = await page.evaluate(() => String(getSelection()))
    expect(selected.trim()).toBe(await page.locator('#cite-plain').textContent())
    await context.close()
  })

  it('prints', async () => {
    const { page, context } = await open(`/r/${briefing.id}`)
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printed'
      }
    })
    await page.getByRole('button', { name: '打印' }).click()
    expect(await page.title()).toBe('printed')
    await context.close()
  })
})
