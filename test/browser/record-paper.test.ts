import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LecternRecord } from '../../src/record/record.ts'
import { openLectern } from '../http/open-app.ts'
import { writeBriefing } from '../http/records.ts'
import { openPage, openPageStage, type PageStage } from './open-page.ts'
import { citePath, writeLong } from './record-page-records.ts'

let stage: PageStage
let briefing: LecternRecord
let long: LecternRecord
beforeAll(async () => {
  briefing = await writeBriefing()
  long = await writeLong()
  stage = await openPageStage({ lectern: await openLectern([briefing, long]) })
})
afterAll(() => stage?.close())

async function openPlain(path: string) {
  const opened = await openPage(stage, { javaScriptEnabled: false, colorScheme: 'dark' })
  await opened.page.goto(`${stage.url}${path}`)
  return opened
}

describe('a record on paper', () => {
  it('is black on white, without what only a screen can do, with address and version at the end', async () => {
    const path = citePath(briefing, '每天开行18班渡船')
    const { page, context } = await openPlain(path)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const styleOf = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { color, backgroundColor, textDecorationLine } = getComputedStyle(element)
        return { color, backgroundColor, textDecorationLine }
      })
    expect(await styleOf('body')).toMatchObject({
      color: 'rgb(0, 0, 0)',
      backgroundColor: 'rgb(255, 255, 255)',
    })
    expect(await styleOf('#quote')).toMatchObject({ textDecorationLine: 'underline' })
    expect(
      await page.locator('nav:visible, details:visible, button:visible, .turn-links:visible').count(),
    ).toBe(0)
    expect(await page.locator('.colophon').isVisible()).toBe(true)
    expect(await page.locator('.colophon').textContent()).toContain(`${stage.url}${path}`)
    expect(await page.locator('.colophon').textContent()).toContain(briefing.version)
    await context.close()
  })

  it('parts no turn from its speaker', async () => {
    const { page, context } = await openPlain(`/r/${long.id}`)
    const sheets = await readSheets(await page.pdf({ format: 'A5' }))
    expect(sheets.length).toBeGreaterThan(20)
    expect(sheets.join('').match(/第\d+个(?:问题|回答)/gu)).toHaveLength(300)
    for (const sheet of sheets) expect(sheet).not.toMatch(/(?:回答|提问)$/u)
    await context.close()
  })
})

/** The text of each page of a PDF, without blanks. */
async function readSheets(pdf: Buffer): Promise<string[]> {
  const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const sheets: string[] = []
  for (let number = 1; number <= read.numPages; number++) {
    const { items } = await (await read.getPage(number)).getTextContent()
    sheets.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/gu, ''),
    )
  }
  return sheets
}
