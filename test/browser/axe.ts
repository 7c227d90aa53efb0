import axe, { type AxeResults, type NodeResult } from 'axe-core'
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

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Checks what is shown in the elements that `selector` finds, by the rules of WCAG 2.2 AA and axe's own best practice.
 */
export async function findFaults(page: Page, selector = 'html'): Promise<Findings> {
  await page.evaluate(axe.source)
  const results = await page.evaluate(
    ({ selector, values }) =>
      (window as unknown as { axe: typeof axe }).axe.run(selector, {
        runOnly: { type: 'tag', values },
      }) as Promise<AxeResults>,
    { selector, values: tags },
  )
  const contrasts = nodesOf(results.passes, 'color-contrast').flatMap(readContrast)
  return {
    violations: results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${tell(node)}`)),
    unmeasured: nodesOf(results.incomplete, 'color-contrast').map(tell),
    measured: contrasts.length,
    leastContrast: Math.min(...contrasts),
  }
}

// ---------------------------------------------------------------------------

function nodesOf(results: AxeResults['passes'], rule: string): NodeResult[] {
  return results.filter(({ id }) => id === rule).flatMap(({ nodes }) => nodes)
}

function readContrast({ any }: NodeResult): number[] {
  return any.flatMap(({ data }) => {
    const ratio = (data as { contrastRatio?: number } | undefined)?.contrastRatio
    return ratio ? [ratio] : []
  })
}

function tell({ target, failureSummary, html }: NodeResult): string {
  return `${target.join(' ')} ${html.slice(0, 200)} ${failureSummary ?? ''}`
}
