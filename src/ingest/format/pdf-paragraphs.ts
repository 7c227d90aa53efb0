import type { Block } from '../parsed.ts'
import { needsSpace, type PageLine } from './pdf-lines.ts'

/**
 * Lines to paragraphs, by geometry: a new one begins after a wider gap, at an indent, where the size of the letters
 * changes, or after a line that ends well before the right edge. Letters much larger than most are headings.
 */
export function toParagraphs(lines: PageLine[]): Block[] {
  const layout = measure(lines)
  const blocks: Block[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const block = blocks.at(-1)
    if (block && before && continues(before, line, layout)) {
      block.text += (needsSpace(block.text, line.text) ? ' ' : '') + line.text
      return
    }
    const isHeading = line.size >= layout.size * 1.25 && line.text.length <= 80
    const gap = !before || before.page !== line.page || before.y - line.y > layout.leading * 1.3
    const place = { text: line.text, line: line.page, gap }
    blocks.push(
      isHeading
        ? { kind: 'heading', level: line.size >= layout.size * 1.6 ? 1 : 2, ...place }
        : { kind: 'paragraph', ...place },
    )
  })
  return blocks
}

interface Layout {
  size: number
  leading: number
  left: number
  right: number
}

/** What is usual in this document: letters, distance of lines, edges. */
function measure(lines: PageLine[]): Layout {
  const leadings: number[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before && before.page === line.page && before.y > line.y) leadings.push(before.y - line.y)
  })
  const size = weightedMedian(lines.map((line) => ({ value: line.size, weight: line.text.length })))
  return {
    size,
    leading: mode(leadings) || size * 1.5,
    left: mode(lines.map((line) => line.left)),
    right: quantile(
      lines.map((line) => line.right),
      0.9,
    ),
  }
}

function continues(before: PageLine, line: PageLine, layout: Layout): boolean {
  if (Math.abs(before.size - line.size) > layout.size * 0.15) return false
  const isFull = before.right > layout.right - 2.5 * before.size
  const isIndented = line.left > before.left + line.size * 0.8 && line.left > layout.left + line.size * 0.8
  if (!isFull || isIndented) return false
  const isNextPage = line.page !== before.page || line.y > before.y
  if (isNextPage) return !/[。！？!?.：:]["”’」』）)]?$/.test(before.text)
  return before.y - line.y < layout.leading * 1.3
}

function weightedMedian(values: { value: number; weight: number }[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let sum = 0
  for (const { value, weight } of sorted) {
    sum += weight
    if (sum >= half) return value
  }
  return 12
}

/** The commonest value, to half a point; the smaller one of two. */
function mode(values: number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const rounded = Math.round(value * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best?.[0] ?? 0
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
