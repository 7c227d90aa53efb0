import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { RawNodeResult, RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core finds in a page, shadow roots included. */
export interface Findings {
  /** Rule and where, one a fault. */
  violations: string[]
  /** Where axe could not tell the contrast: such text has to be looked at by hand. */
  unmeasured: string[]
  /** How many texts were measured, and the least contrast among them: AA wants 4.5, for large ones 3. */
  measured: number
  leastContrast: number
}

/** Every page loads it anew: the short form takes half the time. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA and axe's own best practice. */
const all: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** What colours alone tell. */
const contrast: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** Checks what is shown in the elements that `selector` finds: by all rules when it is light, and its colours when dark. */
export async function findFaults(
  page: Page,
  colorScheme: 'light' | 'dark',
  selector = 'html',
): Promise<Findings> {
  await page.emulateMedia({ colorScheme })
  if (await page.evaluate(() => !('axe' in window))) {
    // Told to end with nothing: axe itself would be sent back.
    await page.evaluate(`${source};undefined`)
    await page.evaluate(addReporter)
  }
  const { contrasts, ...found } = await page.evaluate(
    ({ selector, runOnly }) =>
      (window as unknown as { axe: typeof axe }).axe.run(selector, {
        reporter: 'findings',
        runOnly,
      }) as Promise<unknown> as Promise<Found>,
    { selector, runOnly: colorScheme === 'light' ? all : contrast },
  )
  return { ...found, measured: contrasts.length, leastContrast: Math.min(...contrasts) }
}

// ---------------------------------------------------------------------------

type Found = Pick<Findings, 'violations' | 'unmeasured'> & { contrasts: number[] }

/** Runs in the page: axe's own reporters tell where all that passes stands, which takes longer than to check it. */
function addReporter() {
  const tell = ({ node, any, all, none }: RawNodeResult<'failed' | 'cantTell'>) =>
    `${node.selector} ${node.source.slice(0, 200)} ${[...any, ...all, ...none].map(({ message }) => message)}`
  const readContrast = ({ any }: RawNodeResult<'passed'>) =>
    any.flatMap(({ data }) => (data as { contrastRatio?: number } | undefined)?.contrastRatio || [])
  ;(window as unknown as { axe: typeof axe }).axe.addReporter<Found>('findings', (results, _, resolve) => {
    const contrast = results.filter(({ id }) => id === 'color-contrast')
    resolve({
      violations: results.flatMap(({ id, violations }) => violations.map((node) => `${id}: ${tell(node)}`)),
      unmeasured: contrast.flatMap(({ incomplete }) => incomplete.map(tell)),
      contrasts: contrast.flatMap(({ passes }) => passes.flatMap(readContrast)),
    })
  })
}
