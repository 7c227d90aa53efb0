import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PageLanguage, pageLanguages } from '../../src/pages/language.ts'
import { findFaults } from './axe.ts'
import { type Opened, openPage, openPageStage, type PageStage } from './open-page.ts'

const pages: [what: string, path: string, status?: number][] = [
  ['to ask on', '/'],
  ['with an answer', '/?q=大桥什么时候通车'],
  ['with filters', '/?q=大桥什么时候通车&speaker=白舟&from=2025-01-01'],
  ['with an abstention', '/?q=渡口的票价是多少钱'],
  ['with a problem', '/?q=%20', 400],
  ['of a record', '/r/2025-05-briefing-bridge'],
  ['of a record with words that are cited', '/r/2025-05-briefing-bridge?s=68-83#quote'],
  ['of a record that has changed', '/r/2025-05-briefing-bridge?s=68-83&v=000000000000#quote'],
  ['of a record in English', '/r/letter-orchard'],
  ['of the records', '/records'],
  ['of the speakers', '/speakers'],
  ['of a speaker', '/speakers/白舟'],
  ['to embed the widget', '/embed'],
  ['that is none', '/nothing', 404],
]

let stage: PageStage
/** One for all: to open a window costs more than to open a page in it. */
let opened: Opened
beforeAll(async () => {
  stage = await openPageStage()
  opened = await openPage(stage)
  await opened.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await opened?.context.close()
  await stage?.close()
})

/** No colour hangs on the language. */
const schemesOf = (language: PageLanguage) =>
  language === pageLanguages[0] ? (['light', 'dark'] as const) : (['light'] as const)

describe.each(pageLanguages)('in %s', (language) => {
  it.each(pages)(
    'axe finds no fault in the page %s, and its contrast is AA',
    async (_, path, status = 200) => {
      const { page } = opened
      const [address = '', fragment = ''] = path.split('#')
      const to = `${stage.url}${address}${address.includes('?') ? '&' : '?'}lang=${language}#${fragment}`
      expect((await page.goto(to))?.status()).toBe(status)
      for (const details of await page.locator('summary').all()) await details.click()
      for (const colorScheme of schemesOf(language)) {
        const { violations, unmeasured, measured, leastContrast } = await findFaults(page, colorScheme)
        expect(violations, colorScheme).toEqual([])
        expect(unmeasured, colorScheme).toEqual([])
        expect(measured).toBeGreaterThan(5)
        expect(leastContrast).toBeGreaterThanOrEqual(4.5)
      }
    },
  )
})
