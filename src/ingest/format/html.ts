import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { LecternError } from '../../errors.ts'
import type { Repair } from '../../record/record.ts'
import type { Block, ParsedFile } from '../parsed.ts'
import { createRepair } from '../repair.ts'
import { blocksOf } from './html-blocks.ts'
import { assertShallow } from './html-depth.ts'
import { readHead } from './html-head.ts'

/** Characters of a page that are read: a tree takes some hundred times the memory. */
export const maxHtmlLength = 8 * 1024 * 1024

/**
 * The main text of a saved page: where the site marks it, else where Readability finds it, else the body without
 * menus. What else the page shows is listed in one `furniture` repair. Throws `html-too-deep` and `file-too-large`.
 */
export function parseHtml(html: string, file: string): ParsedFile {
  if (html.length > maxHtmlLength) {
    const message = `${file} is too large for a page (${html.length} characters; the limit is ${maxHtmlLength}): save it as text`
    throw new LecternError('file-too-large', message, { file })
  }
  assertShallow(html, file)
  const metadata = readHead(openPage(html))
  const all = blocksOf(openPage(html).body)
  const { blocks, repairs } = mainBlocks(html)
  const left = subtractBlocks(all.blocks, blocks).filter(({ text }) => text !== metadata.title)
  const opening = all.blocks.findIndex(({ text }) => text === blocks[0]?.text)
  const above = metadata.date === undefined ? all.blocks.slice(0, Math.max(0, opening)) : []
  const dateline = left.find((block) => above.includes(block) && isDateline(block))
  if (dateline) blocks.unshift(dateline)
  setLines(blocks, html)
  const furniture = left.filter((block) => block !== dateline)
  if (furniture.length > 0) {
    repairs.unshift(createRepair('furniture', furniture.map((block) => block.text).join('\n')))
  }
  return { blocks, metadata, metadataOrigin: 'html head', repairs, warnings: [] }
}

/** `2025-03-12 来源：…` stands above the main text, and is often all that tells the date. */
function isDateline({ text }: Block): boolean {
  return text.length < 120 && /(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}/.test(text)
}

/** A page without `<html>` would put its first element in the place of the root. */
function openPage(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><html><body>${html}</body></html>`
  const { document } = parseHTML(whole)
  return document
}

interface Found {
  blocks: Block[]
  repairs: Repair[]
}

/** Containers that content systems of government sites and schema.org reserve for the article. */
const marked = '#UCAP-CONTENT, .TRS_UEDITOR, .TRS_Editor, .trs_editor_view, [itemprop="articleBody"]'
const sharing = '[class*="share"], [id*="share"], [class*="social"], [class*="jiathis"], [class*="print-btn"]'
const menus =
  'header, footer, aside, form[role="search"], [role="navigation"], [role="banner"], [role="contentinfo"]'
const menuName =
  /(?:^|[\s_-])(?:nav|menu|breadcrumbs?|crumbs?|footer|sidebar|comments?|related|recommend|pagination|toolbar|copyright)(?:$|[\s_-])/i

function mainBlocks(html: string): Found {
  const page = openPage(html)
  for (const element of page.querySelectorAll(sharing)) if (lengthOf(element) < 200) element.remove()
  const containers = page.querySelectorAll(marked)
  const container = containers.length === 1 ? containers[0] : undefined
  if (container && lengthOf(container) > 100) return blocksOf(container)
  const rest = bodyBlocks(html)
  const found = readArticle(page)
  return wordsIn(found) >= wordsIn(rest) / 3 ? found : rest
}

function readArticle(page: Document): Found {
  const nothing = { blocks: [], repairs: [] }
  try {
    const reader = new Readability<Element>(page, {
      charThreshold: 100,
      serializer: (node) => node as Element,
    })
    const content = reader.parse()?.content
    return content ? blocksOf(content) : nothing
  } catch (cause) {
    // It calls itself, and functions with as many arguments as a node has children.
    if (cause instanceof RangeError) return nothing
    throw cause
  }
}

function bodyBlocks(html: string): Found {
  const { body } = openPage(html)
  const isWhole = (element: Element) => lengthOf(element) > lengthOf(body) / 2
  for (const element of body.querySelectorAll(`${menus}, ${sharing}`)) if (!isWhole(element)) element.remove()
  for (const element of body.querySelectorAll('[class], [id]')) {
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`
    if (menuName.test(name) && !isWhole(element)) element.remove()
  }
  return blocksOf(body)
}

function lengthOf(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length
}

function wordsIn({ blocks }: Found): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0)
}

/** The blocks of the page that the main text has not. */
function subtractBlocks(all: Block[], main: Block[]): Block[] {
  const kept = new Map<string, number>()
  for (const { text } of main) kept.set(text, (kept.get(text) ?? 0) + 1)
  return all.filter(({ text }) => {
    const left = kept.get(text) ?? 0
    kept.set(text, left - 1)
    return left <= 0
  })
}

/** Finds each block's first words again in the source, in order: a tree knows no lines. */
function setLines(blocks: Block[], html: string): void {
  let at = Math.max(0, html.search(/<body[\s>]/i))
  let line = html.slice(0, at).split('\n').length
  for (const block of blocks) {
    const found = findWords(block.text, html, at)
    if (found !== -1) {
      line += html.slice(at, found).split('\n').length - 1
      at = found
    }
    block.line = line
  }
}

/** Markup may stand between the words, so fewer of them are tried too. */
function findWords(text: string, html: string, from: number): number {
  const words = /^[^\s&<>\u00a0]{1,16}/.exec(text)?.[0] ?? ''
  for (const length of [16, 6, 3]) {
    if (words.length <= length / 2) continue
    const found = html.indexOf(words.slice(0, length), from)
    if (found !== -1) return found
  }
  return -1
}
