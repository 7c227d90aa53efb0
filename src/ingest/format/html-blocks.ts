import { parseHTML } from 'linkedom'
import type { Repair } from '../../record/record.ts'
import type { Block } from '../parsed.ts'
import { createRepair } from '../repair.ts'
import { assertShallow } from './html-depth.ts'
import { InlineText } from './html-inline.ts'

/** Blocks of a piece of HTML, furniture and all. Throws `html-too-deep`. */
export function htmlToBlocks(
  html: string,
  at: { file: string; firstLine: number },
): { blocks: Block[]; repairs: Repair[] } {
  const found = blocksOf(parseBody(html, at.file))
  for (const block of found.blocks) block.line = at.firstLine
  return found
}

/** The body of a fragment as a tree. Throws `html-too-deep`. */
export function parseBody(html: string, file: string): Element {
  assertShallow(html, file)
  return parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`).document.body
}

/** The blocks under an element, in order. Their `line` is 1: a tree knows no lines. */
export function blocksOf(root: Element): { blocks: Block[]; repairs: Repair[] } {
  const walk: Walk = { blocks: [], repairs: [], inline: new InlineText() }
  addChildren(walk, root, { kind: 'paragraph', bold: false, preformatted: false })
  flush(walk, { kind: 'paragraph', bold: false, preformatted: false })
  return { blocks: walk.blocks, repairs: walk.repairs }
}

interface Walk {
  blocks: Block[]
  repairs: Repair[]
  inline: InlineText
}

/** What an element passes on to its children. */
interface Style {
  kind: Block['kind']
  level?: number
  bold: boolean
  preformatted: boolean
}

const textNode = 3
const elementNode = 1

const unread = new Set(
  'script style noscript template svg math canvas iframe object embed video audio select button input textarea head nav rp'.split(
    ' ',
  ),
)
const blockTags = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)

function addChildren(walk: Walk, element: Element, style: Style): void {
  for (const node of element.childNodes) {
    if (node.nodeType === textNode) walk.inline.append(node.textContent ?? '', style)
    else if (node.nodeType === elementNode) addElement(walk, node as Element, style)
  }
}

function addElement(walk: Walk, element: Element, style: Style): void {
  const tag = element.localName
  if (unread.has(tag) || isHidden(element)) return
  if (tag === 'br') {
    if (walk.inline.appendBreak()) flush(walk, style)
    return
  }
  if (tag === 'rt') {
    walk.repairs.push(createRepair('gloss', element.textContent ?? ''))
    return
  }
  if (tag === 'img') {
    walk.repairs.push(createRepair('markup', `[image: ${element.getAttribute('alt') ?? ''}]`))
    return
  }
  if (!blockTags.has(tag)) {
    addChildren(walk, element, isBold(element) ? { ...style, bold: true } : style)
    return
  }
  flush(walk, style)
  const inner = styleInside(element, style)
  if (tag === 'tr' && isPlainRow(element)) addRow(walk, element, inner)
  else addChildren(walk, element, inner)
  flush(walk, inner)
}

function styleInside(element: Element, style: Style): Style {
  const tag = element.localName
  const heading = /^h([1-6])$/.exec(tag)
  if (heading) return { ...style, kind: 'heading', level: Number(heading[1]) }
  if (tag === 'blockquote') return { ...style, kind: 'aside' }
  if (tag === 'li' && style.kind !== 'aside') return { ...style, kind: 'list-item' }
  if (tag === 'pre') return { ...style, preformatted: true }
  return isBold(element) ? { ...style, bold: true } : style
}

function flush(walk: Walk, { kind, level }: Style): void {
  const { text, strong } = walk.inline.take()
  if (text === '') return
  const words = kind === 'heading' ? text.replaceAll('\n', ' ') : text
  const block: Block = { kind, text: words, line: 1, gap: true }
  if (kind === 'heading') block.level = level ?? 1
  else if (strong.length > 0) block.strong = strong
  walk.blocks.push(block)
}

function isBold(element: Element): boolean {
  if (element.localName === 'b' || element.localName === 'strong') return true
  return /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute('style') ?? '')
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true
  return /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
}

/** A row of short cells, and not one of a table that lays out the page. */
function isPlainRow(row: Element): boolean {
  if (row.children.length < 2) return false
  return ![...row.children].some((cell) => cell.querySelectorAll('p,div,table,ul,ol,h1,h2,h3,h4').length > 1)
}

/** A row is a paragraph, its cells apart by tabs. */
function addRow(walk: Walk, row: Element, style: Style): void {
  for (const cell of row.children) {
    const inner = blocksOf(cell)
    for (const repair of inner.repairs) walk.repairs.push(repair)
    const text = inner.blocks.map((block) => block.text.replaceAll('\n', ' ')).join(' ')
    if (text !== '') walk.inline.append(`${text}\t`, { bold: style.bold, preformatted: true })
  }
}
