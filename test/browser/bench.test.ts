import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawHttp, drawWorker } from '../../scripts/bench/report/plot-bars.ts'
import { drawCosts, drawQuestions } from '../../scripts/bench/report/plot-engines.ts'
import type { EngineFigures, EngineResult } from '../../scripts/bench/retrieval/retrieval.ts'
import { launchChromium } from './chromium.ts'

let browser: Browser
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Label {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** Texts and places in a drawing that is a file of its own, and must be well-formed to be shown. */
async function show(svg: string): Promise<{ labels: Label[]; width: number; height: number }> {
  const file = join(folder, 'drawing.svg')
  await writeFile(file, svg)
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } })
  await page.goto(pathToFileURL(file).href)
  expect(await page.evaluate(() => document.documentElement.nodeName)).toBe('svg')
  const labels = await page.$$eval('text', (texts) =>
    texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect()
      return { text: text.textContent ?? '', left, right, top, bottom }
    }),
  )
  const [width, height] = await page.evaluate(() => {
    const { width, height } = document.documentElement.getBoundingClientRect()
    return [width, height] as const
  })
  await page.close()
  return { labels, width, height }
}

/** An engine whose every figure is a number of times the passages. */
function measured(engine: string, times: number): EngineResult[] {
  const names = ['build', 'disk', 'open', 'held', 'openResident', 'resident', 'shortP50', 'shortP99'] as const
  const others = ['longP50', 'longP99', 'shortSearchP50', 'longSearchP50', 'shortAsked', 'longAsked'] as const
  return [1000, 10_000, 31_000].map((passages) => {
    const entries = [...names, ...others].map((name) => [name, times * passages])
    const figures = Object.fromEntries(entries) as EngineFigures
    return { engine, passages, figures, ratios: figures, agreement: 1 }
  })
}

function expectReadable({ labels, width, height }: Awaited<ReturnType<typeof show>>): void {
  for (const { text, left, right, top, bottom } of labels) {
    expect([text, left >= 0, top >= 0, right <= width, bottom <= height]).toEqual([
      text,
      true,
      true,
      true,
      true,
    ])
  }
  for (const [at, one] of labels.entries()) {
    const over = labels
      .slice(at + 1)
      .filter(
        ({ left, right, top, bottom }) =>
          left < one.right && right > one.left && top + 2 < one.bottom && bottom - 2 > one.top,
      )
    expect([one.text, over.map(({ text }) => text)]).toEqual([one.text, []])
  }
}

describe('the pictures of the bench', () => {
  const results = [
    ...measured('MiniSearch', 1),
    ...measured('MiniSearch, counted', 1.01),
    ...measured('frozen <a&b>', 0.99),
    ...measured('SQLite FTS5', 20),
    ...measured('Orama', 0.98),
  ]

  it.each([drawQuestions, drawCosts])(
    'name every engine at the end of its line, none over another',
    async (draw) => {
      const shown = await show(draw(results))
      expectReadable(shown)
      const texts = shown.labels.map(({ text }) => text)
      for (const { engine } of results) expect(texts.some((text) => text.startsWith(engine))).toBe(true)
      expect(texts).toContain('passages (log scale)')
      expect(texts).toContain('ms (log scale)')
    },
  )

  it('can be drawn of one size alone, and of figures that are 0', async () => {
    const [one] = measured('MiniSearch', 1) as [EngineResult]
    const svg = drawCosts([{ ...one, figures: { ...one.figures, resident: 0 } }])
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expectReadable(await show(svg))
  })

  it('name what is served and started, with figures and ratios', async () => {
    const scenes = ['bare Hono route', '/api/ask (minisearch), different questions']
    const figures = { rate: 7000, p50: 1, p99: 2 }
    const served = await show(
      drawHttp(
        scenes.map((what, at) => ({ what, figures, ratios: { ...figures, rate: 1 / (1 + at) }, ofSized: 1 })),
      ),
    )
    expectReadable(served)
    const texts = served.labels.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining([...scenes, '7000/s  (1.00×)', '7000/s  (0.500×)']))
    const worker = { what: 'Lectern (minisearch)', passages: 9999, bundle: 1, disk: 1, least: 1, most: 2 }
    const started = await show(drawWorker([{ ...worker, start: 400, ratio: 8 }]))
    expectReadable(started)
    expect(started.labels.map(({ text }) => text)).toContain('Lectern (minisearch), 9,999 passages')
  })
})
