import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, openWidget, type Stage } from './widget-page.ts'

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
    await focusOn(page, '在记录中查看')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.app.url}/r/**`)
    const marked = page.locator('#t4 mark').first()
    expect(await marked.textContent()).toContain('渡口保留到明年6月')
    await page.goBack()
    await widget.getByRole('log').locator('blockquote').first().waitFor()
    await expect.poll(() => focusedText(page)).toBe('在记录中查看')
    await page.keyboard.press('Escape')
    expect(await widget.getByRole('dialog').isVisible()).toBe(false)
    expect(await focusedText(page)).toBe('向记录提问')
    expect(complaints).toEqual([])
    expect(stage.host.reports).toEqual([])
    await close()
  })
})

type OpenPage = Awaited<ReturnType<typeof openWidget>>['page']

/** Walks backwards, from the field into what was answered last, to the control that says `text`. */
async function focusOn(page: OpenPage, text: string): Promise<void> {
  for (let step = 0; step < 30; step++) {
    if ((await focusedText(page)) === text) return
    await page.keyboard.press('Shift+Tab')
  }
  throw new Error(`no control says ${text}`)
}

function focusedText(page: OpenPage): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)
}
