import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'

/** A picture on a sheet, with what stands under it. */
export interface Picture {
  path: string
  caption: string
  /** As shown on the sheet, in CSS pixels. */
  width: number
}

/** Puts pictures of one scene side by side, so that they can be compared at a glance. */
export async function writeSheet(browser: Browser, pictures: readonly Picture[], path: string) {
  const page = await browser.newPage({ viewport: { width: 2080, height: 900 } })
  const figures = await Promise.all(pictures.map(toFigure))
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('')}`)
  await page.screenshot({ path, fullPage: true })
  await page.close()
}

// ---------------------------------------------------------------------------

const style = `
body { margin: 16px; display: flex; flex-wrap: wrap; gap: 16px; align-items: start; background: #777;
  font: 12px system-ui, sans-serif; color: #fff; }
figure { margin: 0; }
img { display: block; outline: 1px solid #0003; }
`

async function toFigure({ path, caption, width }: Picture): Promise<string> {
  const data = (await readFile(path)).toString('base64')
  return `<figure><img width="${width}" src="data:image/png;base64,${data}"><figcaption>${caption}</figcaption></figure>`
}
