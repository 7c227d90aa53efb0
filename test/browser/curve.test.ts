import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawCurve } from '../../src/cli/draw-curve.ts'
import type { Curve } from '../../src/cli/eval-outcome.ts'
import { abstentionCurve, curveThresholds } from '../../src/eval/curve.ts'
import type { QuestionResult } from '../../src/eval/evaluate.ts'
import { reliability } from '../../src/eval/reliability.ts'
import { judged, unanswerable } from '../eval/judged.ts'
import { openChromium } from './chromium.ts'

const threshold = 0.437
const answerable = Array.from({ length: 400 }, (_, at) =>
  judged({ confidence: at / 400, rank: at % 400 < at ? 1 : 2 }),
)
const others = Array.from({ length: 100 }, (_, at) => unanswerable((at / 100) ** 3))

function toCurve(results: QuestionResult[]): Curve {
  const points = abstentionCurve(results, curveThresholds(threshold))
  return { threshold, points, reliability: reliability(results) }
}

let browser: Browser
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-curve-'))
  browser = await openChromium()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The drawing as a file of its own, which must be well-formed XML to be shown at all. */
async function show(dataset: string, curve: Curve): Promise<Page> {
  const file = join(folder, 'curve.svg')
  await writeFile(file, drawCurve(dataset, curve))
  const page = await browser.newPage({ viewport: { width: 1200, height: 520 }, colorScheme: 'dark' })
  await page.goto(pathToFileURL(file).href)
  return page
}

function textsOf(page: Page): Promise<string[]> {
  return page.$$eval('text', (texts) => texts.map((text) => text.textContent ?? ''))
}

describe('the drawing of an abstention curve', () => {
  it('names its axes, its lines, its dataset and the threshold in use', async () => {
    const page = await show('港口 <a&b>', toCurve([...answerable, ...others]))
    expect(await page.evaluate(() => document.documentElement.nodeName)).toBe('svg')
    const texts = await textsOf(page)
    for (const text of [
      '港口 <a&b>: abstention',
      'threshold on the confidence',
      'share',
      'coverage',
      'false answers',
      'precision',
      'quote precision',
      'in use: 0.437',
      'mean confidence of the bin',
      'accuracy',
    ]) {
      expect(texts).toContain(text)
    }
    await page.close()
  })

  it('brings its own white ground, for readers who prefer dark', async () => {
    const page = await show('town', toCurve(answerable))
    const ground = await page.$eval('rect', (rect) => {
      const { x, y, width, height } = rect.getBoundingClientRect()
      return { fill: getComputedStyle(rect).fill, x, y, width, height }
    })
    const drawn = await page.evaluate(() => {
      const { width, height } = document.documentElement.getBoundingClientRect()
      return { x: 0, y: 0, width, height }
    })
    expect(ground).toEqual({ fill: 'rgb(255, 255, 255)', ...drawn })
    const inks = await page.$$eval('text', (texts) => texts.map((text) => getComputedStyle(text).fill))
    expect(new Set(inks)).toEqual(new Set(['rgb(31, 35, 40)']))
    await page.close()
  })

  it('keeps everything inside, and the labels of one panel apart', async () => {
    const page = await show('town', toCurve([...answerable, ...others]))
    const boxes = await page.$$eval('text', (texts) =>
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        return { text: text.textContent ?? '', left, right, top, bottom }
      }),
    )
    for (const { left, right, top, bottom } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(1120)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeLessThanOrEqual(440)
    }
    const legend = boxes.filter(({ text }) =>
      /^(coverage|false answers|precision|quote precision)$/.test(text),
    )
    for (const [at, { right }] of legend.entries()) {
      expect(right).toBeLessThan(legend[at + 1]?.left ?? Number.POSITIVE_INFINITY)
    }
    await page.close()
  })

  it('draws a line for each figure that the dataset tells, and marks bins that deviate', async () => {
    const lines = (page: Page) => page.$$eval('g[aria-label="line"]', (groups) => groups.length)
    const all = await show('town', toCurve([...answerable, ...others]))
    const without = await show('town', toCurve(answerable))
    expect((await lines(all)) - (await lines(without))).toBe(1)
    const wrong = await show(
      'town',
      toCurve(Array.from({ length: 60 }, () => judged({ confidence: 0.95, rank: 2 }))),
    )
    expect(await textsOf(wrong)).toContain('60 !')
    expect((await textsOf(without)).filter((text) => text.endsWith('!'))).toEqual([])
    for (const page of [all, without, wrong]) await page.close()
  })

  it('shows a dataset without questions as empty', async () => {
    const page = await show('town', toCurve([]))
    expect(await textsOf(page)).toContain('town: abstention')
    await page.close()
  })

  it('is the same text every time', () => {
    expect(drawCurve('town', toCurve(others))).toBe(drawCurve('town', toCurve(others)))
  })
})
