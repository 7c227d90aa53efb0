/** One line of a page, in points from the lower left corner. */
export interface PageLine {
  text: string
  page: number
  left: number
  right: number
  /** Of the baseline. */
  y: number
  /** Of the letters. */
  size: number
  pageBottom: number
  pageTop: number
}

/** What pdf.js gives: a run of text with its place, or a mark without text. */
type Item = { str: string; transform: number[]; width: number; height: number } | { type: string }

interface Page {
  number: number
  bottom: number
  top: number
}

/** Runs in the order of the page's content, which is the order of reading, joined where they share a baseline. */
export function toLines(items: readonly Item[], page: Page): PageLine[] {
  const lines: PageLine[] = []
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    const [, , c = 0, d = 0, left = 0, y = 0] = item.transform
    const size = Math.hypot(c, d) || item.height
    const last = lines.at(-1)
    if (last && isSameLine(last, { left, y, size })) {
      last.text += gapBetween(last, left, item.str) + item.str
      last.right = Math.max(last.right, left + item.width)
      last.size = Math.max(last.size, size)
    } else if (item.str.trim() !== '') {
      const place = { left, right: left + item.width, y, size }
      lines.push({ text: item.str, page: page.number, ...place, pageBottom: page.bottom, pageTop: page.top })
    }
  }
  for (const line of lines) line.text = line.text.replace(/\s+/g, ' ').trim()
  return lines.filter((line) => line.text !== '')
}

function isSameLine(line: PageLine, at: { left: number; y: number; size: number }): boolean {
  const isLevel = Math.abs(line.y - at.y) < Math.max(line.size, at.size) * 0.5
  return isLevel && at.left > line.left - line.size
}

/** Some programs place words without writing the spaces between them. */
function gapBetween(line: PageLine, left: number, next: string): string {
  const isApart = left - line.right > line.size * 0.2
  return isApart && needsSpace(line.text, next) ? ' ' : ''
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]/

/** False beside Han characters and their punctuation, which take no spaces. */
export function needsSpace(before: string, after: string): boolean {
  const last = before.at(-1) ?? ''
  const first = after.charAt(0)
  if (last === '' || first === '' || /\s/.test(last) || /\s/.test(first)) return false
  return !wide.test(last) && !wide.test(first)
}
