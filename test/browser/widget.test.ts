import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askWidget, openStage, openWidget, readStorage, type Stage } from './widget-page.ts'
import { openState } from './widget-states.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

describe('<lectern-chat> by keyboard alone', () => {
  it('opens, asks, leads into the record and back, and closes', async () => {
    const { page, widget, complaints, close } = await openWidget(stage)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await widget.getByRole('dialog').isVisible()).toBe(true)
    await page.keyboard.type('渡口保留到什么时候')
    await page.keyboard.press('Enter')
    const quote = widget.getByRole('log').locator('blockquote').first()
    await quote.waitFor()
    expect(await quote.textContent()).toContain('渡口保留到明年6月')
    expect(await widget.locator('.name').first().textContent()).toBe('颜青禾')
    await walkBackTo(page, '在记录中查看')
    const before = await readStorage(page)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.app.url}/r/**`)
    const marked = page.locator('#t4 mark').first()
    expect(await marked.textContent()).toContain('渡口保留到明年6月')
    await expect.poll(() => isInView(page, '#t4 mark')).toBe(true)
    expect(new URL(page.url()).searchParams.get('lang')).toBe('zh-Hans')
    await page.goBack()
    await quote.waitFor()
    await expect.poll(() => focusedText(page)).toBe('在记录中查看')
    await page.keyboard.press('Escape')
    expect(await widget.getByRole('dialog').isVisible()).toBe(false)
    expect(await focusedText(page)).toBe('向记录提问')
    expect([before, await readStorage(page)]).toEqual([{}, {}])
    expect(complaints).toEqual([])
    expect(stage.host.reports).toEqual([])
    await close()
  })

  it('breaks the line with Shift+Enter, and never asks while a sign is being composed', async () => {
    const { page, widget, close } = await openState(stage, 'open')
    const field = widget.locator('textarea')
    await field.pressSequentially('一')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('二')
    expect(await field.inputValue()).toBe('一\n二')
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      await field.dispatchEvent('keydown', { key: 'Enter', ...composing })
      expect(await field.inputValue()).toBe('一\n二')
    }
    await field.dispatchEvent('keydown', { key: 'Enter' })
    expect(await field.inputValue()).toBe('')
    await close()
  })

  it('passes over a closed panel, which is inert', async () => {
    const { page, widget, close } = await openWidget(stage, { body: '<button>前</button>' })
    const panel = widget.locator('#panel')
    const states = () =>
      panel.evaluate((element) => [element.hasAttribute('hidden'), element.hasAttribute('inert')])
    expect(await states()).toEqual([true, true])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focusedText(page)).toBe('向记录提问')
    const launcher = widget.getByRole('button', { name: '向记录提问' })
    expect(await launcher.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('lectern-chat')
    await launcher.press('Enter')
    expect(await launcher.getAttribute('aria-expanded')).toBe('true')
    expect(await states()).toEqual([false, false])
    await close()
  })

  it('leaves an Escape alone that something else has handled', async () => {
    const { page, widget, close } = await openState(stage, 'open')
    await page.evaluate(() =>
      document.addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true }),
    )
    await page.keyboard.press('Escape')
    expect(await widget.getByRole('dialog').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await widget.getByRole('dialog').count()).toBe(0)
    await close()
  })
})

describe('going back from a record', () => {
  it('is no fault where storage is blocked', async () => {
    const { page, widget, complaints, close } = await openWidget(stage)
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    })
    await page.reload()
    await askWidget({ widget }, '渡口保留到什么时候')
    await widget.locator('a.read').first().click()
    await page.waitForURL(`${stage.app.url}/r/**`)
    await page.goBack()
    await widget.getByRole('button', { name: '向记录提问' }).waitFor()
    expect(await widget.getByRole('dialog').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  it('leaves nothing behind on a page that comes back as it was left', async () => {
    const { page, widget, close } = await openState(stage, 'answer')
    await page.evaluate(() => document.addEventListener('click', (event) => event.preventDefault()))
    await widget.locator('a.read').first().click()
    expect(Object.keys(await readStorage(page))).toHaveLength(1)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    expect(await readStorage(page)).toEqual({})
    await close()
  })

  it('asks once only: a page that is loaded anew has nothing of it', async () => {
    const { page, widget, close } = await openWidget(stage)
    await askWidget({ widget }, '渡口保留到什么时候')
    await widget.locator('a.read').first().click()
    await page.waitForURL(`${stage.app.url}/r/**`)
    await page.goBack()
    await widget.locator('article').waitFor()
    await page.reload()
    await widget.getByRole('button', { name: '向记录提问' }).waitFor()
    expect(await widget.getByRole('dialog').count()).toBe(0)
    await close()
  })
})

describe('the log', () => {
  it('is given each outcome once and whole, and is not touched after that', async () => {
    const { page, widget, close } = await openWidget(stage)
    await widget.evaluate((element) => {
      const log = element.shadowRoot?.querySelector('[role=log]') as Element
      const seen: string[][] = []
      Object.assign(window, { seen })
      new MutationObserver((mutations) => {
        for (const { type, addedNodes, removedNodes } of mutations) {
          seen.push([type, [...addedNodes].map((node) => node.textContent).join(), `${removedNodes.length}`])
        }
      }).observe(log, { childList: true, subtree: true, characterData: true })
    })
    await askWidget({ widget }, '渡口保留到什么时候')
    await widget.locator('article').waitFor()
    await askWidget({ widget }, '火星上有水吗')
    await widget.locator('article').nth(1).waitFor()
    await page.waitForTimeout(400)
    const seen = await page.evaluate(() => (window as unknown as { seen: string[][] }).seen)
    expect(seen.map(([type, , removed]) => [type, removed])).toEqual([
      ['childList', '0'],
      ['childList', '0'],
    ])
    expect(seen[0]?.[1]).toMatch(/渡口保留到什么时候.*颜青禾.*渡口保留到明年6月.*查找范围/su)
    expect(seen[1]?.[1]).toMatch(/火星上有水吗.*没有回答这个问题/su)
    await close()
  })

  it('is emptied on request, and the focus goes to the question', async () => {
    const { widget, close } = await openState(stage, 'answer')
    await widget.getByRole('button', { name: '清空' }).click()
    expect(await widget.locator('article').count()).toBe(0)
    expect(await widget.getByRole('button', { name: '清空' }).isVisible()).toBe(false)
    expect(await widget.evaluate((element) => element.shadowRoot?.activeElement?.id)).toBe('question')
    await close()
  })
})

// ---------------------------------------------------------------------------

/** Walks backwards, from the field into what was answered last, to the control that says `text`. */
async function walkBackTo(page: Page, text: string): Promise<void> {
  for (let step = 0; step < 30; step++) {
    if ((await focusedText(page)) === text) return
    await page.keyboard.press('Shift+Tab')
  }
  throw new Error(`no control says ${text}`)
}

function focusedText(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)
}

function isInView(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    })
}
