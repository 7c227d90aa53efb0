import { startsLikeLabel } from '../line/label-shape.ts'
import type { Line } from '../line/lines.ts'
import { endsInPunctuation, endsSentence, hasHan, isProse, nextKept } from '../line/shape.ts'
import { createRepair } from '../repair.ts'

/**
 * Joins lines that a hard break tore inside a sentence. Inside a block the lines above must be full; across an
 * empty line (a column break) only a text whose paragraphs otherwise end in punctuation is joined.
 */
export function joinWrappedLines(lines: Line[], plain: boolean): void {
  const acrossGaps = plain && endsTidily(lines)
  const layouts = measureBlocks(lines)
  for (let at = 0; at < lines.length; ) {
    const head = lines[at]!
    const parts = [head.text]
    let next = nextKept(lines, at + 1)
    for (let above = at; next < lines.length; next = nextKept(lines, next + 1)) {
      const gap = lines.slice(above + 1, next + 1).some((line) => line.gap)
      const torn = gap
        ? acrossGaps && isTornAcross(parts.at(-1)!, lines[next]!.text)
        : isTornInside(parts.at(-1)!, lines[next]!.text, layouts[next]!)
      if (!torn || !mayJoin(head, lines[next]!)) break
      parts.push(takeOver(head, parts.at(-1)!, lines[next]!))
      above = next
    }
    head.text = parts.join('')
    at = next
  }
}

/** How a block is set: its longest line, and whether a sentence ends at or below this line. */
interface Layout {
  width: number
  endsBelow: boolean
}

/** Longest line of a block that may be a wrapped one; longer lines are whole paragraphs. */
const longestWrapped = 200

function measureBlocks(lines: readonly Line[]): Layout[] {
  const layouts: Layout[] = new Array(lines.length)
  for (let start = 0; start < lines.length; ) {
    let end = start + 1
    while (end < lines.length && !lines[end]!.gap) end++
    let width = 0
    for (let at = start; at < end; at++) width = Math.max(width, lines[at]!.text.length)
    let endsBelow = false
    for (let at = end - 1; at >= start; at--) {
      endsBelow ||= endsSentence(lines[at]!.text)
      layouts[at] = { width, endsBelow }
    }
    start = end
  }
  return layouts
}

function mayJoin(head: Line, next: Line): boolean {
  if (head.kind !== next.kind || head.kind === 'heading' || head.text === '') return false
  return !startsLikeLabel(next.text) && !startsAnew(next.text)
}

function isTornInside(above: string, next: string, { width, endsBelow }: Layout): boolean {
  if (!endsBelow || above.length < 0.7 * width || above.length > longestWrapped) return false
  if (hasHan(above)) {
    if (above.length < 18) return false
    return /[，、,]$/u.test(above) || !endsInPunctuation(above)
  }
  if (above.length < 45 || /[.!?:;”"]$/u.test(above)) return false
  return /^\p{Ll}/u.test(next) || above.length >= 60
}

function isTornAcross(above: string, next: string): boolean {
  if (!isProse(next) || !hasHan(above)) return false
  const tail = above.slice(-400)
  if (/[，、]$/u.test(tail) || (/,$/u.test(tail) && tail.length > 30)) return tail.length >= 20
  if (endsInPunctuation(tail) || !/[\p{L}\p{N}]$/u.test(tail)) return false
  if (tail.length >= 20 && tail.lastIndexOf('“') > tail.lastIndexOf('”')) return true
  const clauses = tail.match(/[，,、]/gu)?.length ?? 0
  return /[。；！？]/u.test(tail) || (tail.length >= 40 && clauses >= 2)
}

/** What begins a paragraph of its own. */
function startsAnew(text: string): boolean {
  return /^(?:[■●▲◆□○•·▪※*]|[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、)）]\s?\D|第[一二三四五六七八九十]{1,3}[，、章条是]|[—–-]{2}|本报|本報|图为|圖為)/u.test(
    text,
  )
}

/** The share of paragraphs that end in punctuation: where it is low, a missing full stop tells nothing. */
function endsTidily(lines: readonly Line[]): boolean {
  let long = 0
  let tidy = 0
  for (const { text, kind } of lines) {
    if (kind !== 'paragraph' || text.length < 60) continue
    long++
    if (endsInPunctuation(text)) tidy++
  }
  return long === 0 || tidy / long >= 0.7
}

/** Empties `next` and gives what it adds to the line above. */
function takeOver(head: Line, above: string, next: Line): string {
  const glue = /[A-Za-zА-яЁё0-9,;)]$/u.test(above) && /^[A-Za-zА-яЁё0-9“"'(]/u.test(next.text) ? ' ' : ''
  const [left, right] = [above.slice(-12), next.text.slice(0, 12)]
  const before = `${left}\n${right}`
  head.repairs.push(createRepair('line-break', before, { after: `${left}${glue}${right}`, line: next.line }))
  head.repairs.push(...next.repairs)
  next.repairs = []
  const added = glue + next.text
  next.text = ''
  return added
}
