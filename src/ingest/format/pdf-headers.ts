import type { Repair } from '../../record/record.ts'
import { createRepair } from '../repair.ts'
import type { PageLine } from './pdf-lines.ts'

/** Share of the page's height, at its top and bottom, where running headers and page numbers stand. */
const margin = 0.12
/** Lines at each edge of a page that may be headers. */
const edgeLines = 2
/** Longest header whose digits may differ from page to page. */
const countedLength = 40

/** Takes page numbers, and lines that most pages repeat at their edge, out of the text; each becomes a repair. */
export function removePageHeaders(pages: PageLine[][]): { lines: PageLine[]; repairs: Repair[] } {
  const all = pages.flat()
  const edges = new Set(pages.flatMap(findEdges))
  const isHeader = findRepeated(all, edges, pages.length)
  const lines: PageLine[] = []
  const repairs: Repair[] = []
  for (const line of all) {
    if (edges.has(line) && (pageNumber.test(line.text) || isHeader(line))) {
      repairs.push(createRepair('page-header', line.text, { line: line.page }))
    } else lines.push(line)
  }
  return { lines, repairs }
}

/** Repeated at one height on half of the pages, and not in their midst too, where it would be a refrain of the text. */
function findRepeated(lines: PageLine[], edges: Set<PageLine>, pages: number): (line: PageLine) => boolean {
  const atEdge = new Map<string, number>()
  const inside = new Map<string, number>()
  for (const line of lines) {
    const [counts, key] = edges.has(line) ? [atEdge, keyOf(line)] : [inside, shapeOf(line)]
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return (line) => {
    const count = atEdge.get(keyOf(line)) ?? 0
    return count >= Math.max(2, pages / 2) && (inside.get(shapeOf(line)) ?? 0) < Math.max(2, count / 2)
  }
}

const pageNumber =
  /^[-–—·\s]*(?:第\s*)?\d{1,3}(?:\s*[页頁])?(?:\s*(?:\/|of|共)\s*\d{1,3}\s*[页頁]?)?[-–—·\s]*$|^Page \d{1,3}(?: of \d{1,3})?$/i

function findEdges(page: PageLine[]): PageLine[] {
  const sorted = page.filter(isInMargin).sort((a, b) => b.y - a.y)
  const top = sorted.filter(({ y, pageTop, pageBottom }) => y > (pageTop + pageBottom) / 2)
  const bottom = sorted.filter((line) => !top.includes(line))
  return [...top.slice(0, edgeLines), ...bottom.slice(-edgeLines)]
}

function isInMargin({ y, pageBottom, pageTop }: PageLine): boolean {
  const height = pageTop - pageBottom
  return y - pageBottom < height * margin || pageTop - y < height * margin
}

function keyOf(line: PageLine): string {
  return `${Math.round(line.y / 4)} ${shapeOf(line)}`
}

/** A header that counts pages differs from page to page in its digits only. */
function shapeOf({ text }: PageLine): string {
  return (text.length <= countedLength ? text.replace(/\d+/g, '#') : text).replace(/\s+/g, '')
}
