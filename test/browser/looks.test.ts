import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveNode } from '../../src/adapter/node.ts'
import { pageLanguages } from '../../src/pages/language.ts'
import { openApp, openLectern } from '../http/open-app.ts'
import { hostile, writeRecord } from '../http/records.ts'
import { openPage, openPageStage, type PageStage } from './open-page.ts'

let stage: PageStage
beforeAll(async () => {
  stage = await openPageStage()
})
afterAll(() => stage?.close())

describe('pages', () => {
  const paths = [
    '/',
    '/?q=大桥什么时候通车&speaker=白舟&kind=briefing&from=2025-01-01&to=2025-12-31',
    '/?q=灯塔有多高',
    '/?q=a&from=2025-02-30',
    '/records',
    '/records?from=2025-02-30',
    '/speakers',
    `/speakers/${encodeURIComponent(hostile.speaker)}`,
    '/embed',
    '/nothing',
  ]

  it.each([
    ['a narrow telephone', 320, 640, 1],
    ['a telephone', 360, 740, 1],
    ['a desk at 200%', 640, 450, 2],
  ])('fit %s', async (_, width, height, scale) => {
    const { page, context } = await openPage(stage, {
      viewport: { width, height },
      deviceScaleFactor: scale,
    })
    for (const lang of pageLanguages) {
      for (const path of paths) {
        await page.goto(`${stage.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
        for (const summary of await page.locator('main summary').all()) {
          if (await summary.evaluate(({ parentElement }) => !parentElement?.hasAttribute('open')))
            await summary.click()
        }
        const wide = await page.locator('html').evaluate((html) => html.scrollWidth)
        expect(wide, `${path} ${lang}`).toBeLessThanOrEqual(width)
      }
    }
    await context.close()
  })

  it('wrap a word of 10,000 characters', async () => {
    const word = 'a'.repeat(10_000)
    const record = await writeRecord(
      { id: 'long', kind: word, title: word, publisher: word, date: '2025-01-02', language: 'en' },
      [{ kind: 'statement', speaker: word, role: word, says: `lighthouse ${word}` }],
    )
    const app = await openApp({ lectern: await openLectern([record], { threshold: 0 }) })
    const long = await serveNode({ app, port: 0 })
    const { page, context } = await openPage(stage, {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    })
    for (const path of [
      '/',
      '/?q=lighthouse',
      `/?q=${word.slice(0, 1900)}`,
      '/records',
      '/speakers',
      `/speakers/${word}`,
    ]) {
      expect((await page.goto(`${long.url}${path}`))?.status(), path.slice(0, 40)).toBeLessThan(401)
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth)
      expect(wide, path.slice(0, 40)).toBeLessThanOrEqual(320)
    }
    await context.close()
    await long.close()
  })

  it('have targets of 24 pixels at least, but for links in running text', async () => {
    const { page, context } = await openPage(stage, {
      viewport: { width: 360, height: 740 },
    })
    for (const path of paths) {
      await page.goto(`${stage.url}${path}`)
      const small = await page
        .locator('button, select, input, summary, nav a, .chip, .links a')
        .evaluateAll((targets) =>
          targets
            .filter((target) => target.checkVisibility())
            .map((target) => ({
              text: target.outerHTML.slice(0, 80),
              height: target.getBoundingClientRect().height,
            }))
            .filter(({ height }) => height < 24),
        )
      expect(small, path).toEqual([])
    }
    await context.close()
  })

  it.each(['light', 'dark'] as const)('have borders of fields that can be seen, %s', async (colorScheme) => {
    const { page, context } = await openPage(stage)
    await page.emulateMedia({ colorScheme })
    await page.goto(`${stage.url}/`)
    const colours = await page
      .locator('#q')
      .evaluate((field) => [
        getComputedStyle(field).borderTopColor,
        getComputedStyle(document.body).backgroundColor,
      ])
    // WCAG 2.2, 1.4.11: three to one.
    expect(contrastOf(colours)).toBeGreaterThanOrEqual(3)
    await context.close()
  })

  it('print the question with its answer', async () => {
    const { page, context } = await openPage(stage, { javaScriptEnabled: false })
    await page.goto(`${stage.url}/?q=大桥什么时候通车`)
    const question = page.locator('.on-paper')
    expect(await question.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await question.isVisible()).toBe(true)
    expect(await question.innerText()).toContain('大桥什么时候通车')
    expect(await page.locator('form').isVisible()).toBe(false)
    await context.close()
  })

  it('set Traditional text in Traditional forms, wherever it stands', async () => {
    const { page, context } = await openPage(stage)
    await page.goto(`${stage.url}/`)
    const fonts = await page.evaluate(() =>
      ['zh-Hans', 'zh-Hant', 'zh-TW', 'en'].map((lang) => {
        const quote = document.createElement('blockquote')
        quote.lang = lang
        document.body.append(quote)
        const inner = document.createElement('bdi')
        inner.lang = lang
        document.querySelector('h1')?.append(inner)
        return [getComputedStyle(quote).fontFamily, getComputedStyle(inner).fontFamily]
      }),
    )
    for (const [at, forms] of [/CJK SC/u, /CJK TC/u, /CJK TC/u, /Georgia/u].entries()) {
      for (const family of fonts[at] ?? []) expect(family).toMatch(forms)
    }
    await context.close()
  })
})

/** Contrast of two colours written `rgb(…)`, 1 to 21. */
function contrastOf(colours: string[]): number {
  const [darker = 0, lighter = 0] = colours.map(luminanceOf).sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/gu) ?? []).map((channel) => {
    const share = Number(channel) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
