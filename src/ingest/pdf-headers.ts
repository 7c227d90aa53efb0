import type { Repair } from '../record/record.ts'
import type { PageLine } from './pdf-lines.ts'
import { createRepair } from './repair.ts'

/** Shares of the page's height, at its top and bottom, where running headers and page numbers stand. */
const margin = 0.12

/** Takes page numbers, and lines that most pages repeat at their edge, out of the text; each becomes a repair. */
export function removePageHeaders(pages: PageLine[][]): { lines: PageLine[]; repairs: Repair[] } {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const shapes = new Set(page.filter(isInMargin).map((line) => shapeOf(line.text)))
    for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  const needed = Math.max(2, Math.ceil(pages.length / 2))
  const lines: PageLine[] = []
  const repairs: Repair[] = []
  for (const line of pages.flat()) {
    const isRepeated = (counts.get(shapeOf(line.text)) ?? 0) >= needed
    if (isInMargin(line) && (isRepeated || pageNumber.test(line.text))) {
      repairs.push(createRepair('page-header', line.text, { line: line.page }))
    } else lines.push(line)
  }
  return { lines, repairs }
}

const pageNumber =
  /^[-–—·\s]*(?:第\s*)?\d{1,3}(?:\s*[页頁])?(?:\s*(?:\/|of|共)\s*\d{1,3}\s*[页頁]?)?[-–—·\s]*$|^Page \d{1,3}(?: of \d{1,3})?$/i

function isInMargin({ y, pageBottom, pageTop }: PageLine): boolean {
  const height = pageTop - pageBottom
  return y - pageBottom < height * margin || pageTop - y < height * margin
}

/** A header that counts pages differs from page to page in its digits only. */
function shapeOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, '')
}
