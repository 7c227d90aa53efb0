import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LecternChat } from '../../src/widget/lectern-chat.ts'
import { openStage, type Stage, type WidgetPage } from './widget-page.ts'
import { openState, type WidgetState, widgetStates } from './widget-states.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const states = (Object.keys(widgetStates) as WidgetState[]).filter((state) => state !== 'slow')

describe('320 pixels wide', () => {
  it.each(states)('nothing is cut off or scrolls sideways: %s', async (state) => {
    const opened = await openState(stage, state, { viewport: { width: 320, height: 568 } })
    const wide = await opened.widget.evaluate((element) => {
      const all = [...(element.shadowRoot?.querySelectorAll('*') ?? [])]
      const beyond = all.filter((one) => {
        const { left, right } = one.getBoundingClientRect()
        return right > innerWidth + 0.5 || left < -0.5
      })
      const scrolls = all.filter(
        (one) => one.scrollWidth > one.clientWidth + 1 && one.matches('.scroller, .panel'),
      )
      return [...beyond, ...scrolls].map(({ className }) => className)
    })
    expect(wide).toEqual([])
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await opened.close()
  })

  it('the panel fills the screen, and its field stays in view', async () => {
    const opened = await openState(stage, 'answer', { viewport: { width: 320, height: 568 } })
    const panel = await opened.widget.getByRole('dialog').boundingBox()
    expect(panel).toEqual({ x: 0, y: 0, width: 320, height: 568 })
    const field = await opened.widget.locator('textarea').boundingBox()
    expect((field?.y ?? 999) + (field?.height ?? 0)).toBeLessThanOrEqual(568)
    await opened.close()
  })
})

describe('a window of which zooming to 200% leaves a quarter', () => {
  it('shows the answer, the field and the way to close', async () => {
    const opened = await openState(stage, 'answer', {
      viewport: { width: 640, height: 360 },
      deviceScaleFactor: 2,
    })
    const { widget } = opened
    for (const part of [widget.getByRole('button', { name: '关闭' }), widget.locator('textarea')]) {
      const box = await part.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(360)
    }
    const log = await widget.locator('.scroller').boundingBox()
    expect(log?.height).toBeGreaterThan(120)
    await opened.close()
  })
})

describe('what is touched', () => {
  it('is 24 pixels high at least, and 44 where it matters most', async () => {
    const opened = await openState(stage, 'full')
    const heights = await opened.widget
      .locator('a, button, textarea')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .map(
            (one) => [one.getAttribute('part') ?? one.className, one.getBoundingClientRect().height] as const,
          ),
      )
    expect(heights.length).toBeGreaterThan(12)
    expect(heights.filter(([, height]) => height < 24)).toEqual([])
    const main = ['launcher', 'submit', 'input', 'chip', 'close', 'clear']
    expect(heights.filter(([part, height]) => main.includes(part) && height < 44)).toEqual([])
    await opened.close()
  })
})

describe('a page that reads from right to left', () => {
  it('has the launcher on its other side, and the widget reads from left to right within', async () => {
    const opened = await openState(stage, 'answer', {
      html: 'lang="ar" dir="rtl"',
      viewport: { width: 1000, height: 800 },
    })
    const { widget } = opened
    expect((await widget.locator('.launcher').boundingBox())?.x).toBeLessThan(100)
    expect((await widget.getByRole('dialog').boundingBox())?.x).toBeLessThan(100)
    expect(await readStyle(opened, '.panel', 'direction')).toBe('ltr')
    const quote = await widget.locator('blockquote').first().boundingBox()
    const mark = await widget.locator('mark').first().boundingBox()
    expect((mark?.x ?? 0) - (quote?.x ?? 0)).toBeLessThan(120)
    await opened.close()
  })
})

describe('the styles of the page', () => {
  it('do not come in', async () => {
    const opened = await openState(stage, 'answer')
    expect(await opened.page.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('30px')
    expect(await readStyle(opened, '.intro', 'letter-spacing')).toBe('normal')
    expect(await readStyle(opened, '.intro', 'text-transform')).toBe('none')
    expect(await readStyle(opened, '.intro', 'background-color')).toBe('rgba(0, 0, 0, 0)')
    expect(await readStyle(opened, '.asked', 'font-size')).toBe('16px')
    expect(await readStyle(opened, '.asked', 'color')).toBe('rgb(29, 27, 25)')
    await opened.close()
  })

  it('set the looks by custom properties', async () => {
    const opened = await openState(stage, 'answer')
    await opened.widget.evaluate((element) => {
      element.style.setProperty('--lectern-accent', 'rgb(0, 90, 60)')
      element.style.setProperty('--lectern-ink', 'rgb(1, 2, 3)')
    })
    expect(await readStyle(opened, '.launcher', 'background-color')).toBe('rgb(0, 90, 60)')
    expect(await readStyle(opened, '.asked', 'color')).toBe('rgb(1, 2, 3)')
    await opened.close()
  })
})

describe('what the reader has chosen', () => {
  it('is followed in dark and light', async () => {
    for (const [colorScheme, ground] of [
      ['light', 'rgb(253, 252, 250)'],
      ['dark', 'rgb(23, 22, 20)'],
    ] as const) {
      const opened = await openState(stage, 'open', { colorScheme })
      expect(await readStyle(opened, '.panel', 'background-color')).toBe(ground)
      await opened.close()
    }
  })

  it('gives way to a site that has only light or only dark', async () => {
    for (const [colorScheme, own, ground] of [
      ['dark', 'light', 'rgb(253, 252, 250)'],
      ['light', 'dark', 'rgb(23, 22, 20)'],
      ['dark', 'sepia', 'rgb(23, 22, 20)'],
    ] as const) {
      const opened = await openState(stage, 'open', { colorScheme, attributes: { 'color-scheme': own } })
      expect(await readStyle(opened, '.panel', 'background-color')).toBe(ground)
      await opened.close()
    }
  })

  it('is followed where colours are forced: borders show, and highlights are marked', async () => {
    const opened = await openState(stage, 'answer', { forcedColors: 'active' })
    for (const selector of ['.launcher', '.submit', '.panel']) {
      expect(await readStyle(opened, selector, 'border-top-style')).toBe('solid')
      expect(await readStyle(opened, selector, 'border-left-width')).toBe('1px')
    }
    expect(await readStyle(opened, 'mark', 'background-color')).not.toBe(
      await readStyle(opened, '.panel', 'background-color'),
    )
    await opened.close()
  })

  it('is followed where motion is to be reduced: nothing moves anyway', async () => {
    const opened = await openState(stage, 'loading', { reducedMotion: 'reduce' })
    const moving = await opened.widget.evaluate((element) => {
      const all = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].map((one) => getComputedStyle(one))
      return [
        document.getAnimations().length,
        all.filter((style) => style.transitionDuration !== '0s' || style.scrollBehavior !== 'auto').length,
      ]
    })
    expect(moving).toEqual([0, 0])
    await opened.close()
  })

  it('is shown where the focus is', async () => {
    const opened = await openState(stage, 'answer')
    await opened.page.keyboard.press('Tab')
    for (let step = 0; step < 8; step++) {
      await opened.page.keyboard.press('Tab')
      const outline = await opened.widget.evaluate((element) => {
        const active = element.shadowRoot?.activeElement
        return active ? getComputedStyle(active).outlineStyle : 'elsewhere'
      })
      expect(['solid', 'elsewhere']).toContain(outline)
    }
    await opened.close()
  })
})

describe('on paper', () => {
  it('the conversation is whole, with addresses, and without what only a screen can use', async () => {
    const opened = await openState(stage, 'full')
    const { page, widget } = opened
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['.launcher', 'form', '.rating', '.follow-ups', '.unfold']) {
      expect(await widget.locator(gone).first().isVisible(), gone).toBe(false)
    }
    const cut = await widget.evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll('.panel, .scroller, blockquote') ?? [])]
        .filter((one) => one.scrollHeight > one.clientHeight + 1)
        .map(({ className }) => className),
    )
    expect(cut).toEqual([])
    expect(await readStyle(opened, '.panel', 'position')).toBe('static')
    const printed = await widget
      .locator('a.read')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(printed).toContain(stage.fake.url)
    await opened.close()
  })

  it('a closed widget leaves nothing', async () => {
    const opened = await openState(stage, 'closed')
    await opened.page.emulateMedia({ media: 'print' })
    expect(await opened.widget.locator('.launcher, .panel').filter({ visible: true }).count()).toBe(0)
    await opened.close()
  })
})

describe('inline', () => {
  it('stands in the page as a region, without a launcher, and takes no focus', async () => {
    const opened = await openState(stage, 'inline')
    const { page, widget } = opened
    expect(await widget.getByRole('region', { name: '向记录提问' }).isVisible()).toBe(true)
    expect(await widget.getByRole('button', { name: '向记录提问' }).count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await page.keyboard.press('Escape')
    await widget.evaluate((element) => (element as LecternChat).close())
    expect(await widget.evaluate((element) => (element as LecternChat).opened)).toBe(true)
    await opened.close()
  })

  it('tells what will be searched before anything is asked', async () => {
    const opened = await openState(stage, 'closed', { attributes: { mode: 'inline' } })
    await expect
      .poll(() => opened.widget.locator('.scope').textContent())
      .toMatch(/^可查 3 份记录，\d+ 个段落，日期从 2024-02-29 到 2025-05-20$/u)
    await opened.close()
  })
})

// ---------------------------------------------------------------------------

function readStyle({ widget }: WidgetPage, selector: string, property: string): Promise<string> {
  return widget
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
}
