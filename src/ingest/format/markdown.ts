import type { Code, Heading, List, ListItem, Nodes, Paragraph, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Repair } from '../../record/record.ts'
import type { Block, ParsedFile } from '../parsed.ts'
import { createRepair } from '../repair.ts'
import { takeFrontMatter } from './front-matter.ts'
import { htmlToBlocks } from './html-blocks.ts'
import { readInline } from './markdown-inline.ts'
import { findExcess } from './markdown-limits.ts'
import { cutPieces, findDefinitions } from './markdown-pieces.ts'
import { parsePlainText } from './plain-text.ts'

/**
 * CommonMark with GitHub's tables, with YAML front matter. A line break inside a paragraph that Markdown does not
 * count (a soft break) begins a block without `gap`, as in plain text; a hard break stays inside the block.
 */
export function parseMarkdown(text: string, file: string): ParsedFile {
  const excess = findExcess(text)
  if (excess !== undefined) return readAsPlain(text, { file, line: excess })
  const { body, metadata, repairs, warnings } = takeFrontMatter(text, file)
  const blocks: Block[] = []
  const pieces = cutPieces(body)
  const definitions = pieces.length > 1 ? findDefinitions(body) : ''
  for (const { text: source, linesBefore } of pieces) {
    const found = readPiece(source, definitions, file)
    for (const part of [...found.blocks, ...found.repairs]) part.line = (part.line ?? 1) + linesBefore
    // Not by spreading: a call takes only so many arguments.
    for (const block of found.blocks) blocks.push(block)
    for (const repair of found.repairs) repairs.push(repair)
  }
  return { blocks, metadata, metadataOrigin: 'front matter', repairs, warnings }
}

function readAsPlain(text: string, { file, line }: { file: string; line: number }): ParsedFile {
  const parsed = parsePlainText(text, file)
  const message = `${file}:${line}: Markdown nested or marked beyond measure, read as plain text: simplify it from this line on`
  parsed.warnings.push({ code: 'markdown-too-deep', message, file, line })
  return parsed
}

function readPiece(source: string, definitions: string, file: string): Walk {
  // One `~` is a mark of ranges in Chinese (3~5天), not of struck text.
  const tree = fromMarkdown(definitions === '' ? source : `${source}\n\n${definitions}`, {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  })
  const walk: Walk = { file, source, blocks: [], repairs: [] }
  const own = tree.children.filter((node) => (node.position?.start.offset ?? 0) < source.length)
  addAll(walk, own, 'paragraph')
  return walk
}

interface Walk {
  file: string
  source: string
  blocks: Block[]
  repairs: Repair[]
}

type Kind = Block['kind']

function addAll(walk: Walk, nodes: RootContent[], kind: Kind): void {
  for (const node of nodes) addNode(walk, node, kind)
}

function addNode(walk: Walk, node: RootContent, kind: Kind): void {
  switch (node.type) {
    case 'heading':
      addHeading(walk, node)
      return
    case 'paragraph':
      addInline(walk, node, kind)
      return
    case 'blockquote':
      addAll(walk, node.children, 'aside')
      return
    case 'list':
      addList(walk, node, kind)
      return
    case 'table':
      addTable(walk, node)
      return
    case 'code':
      addLines(walk, node.value, { kind, line: lineOf(node) + (isFenced(node) ? 1 : 0) })
      return
    case 'html':
      addHtml(walk, node.value, lineOf(node))
      return
    case 'footnoteDefinition':
      addAll(walk, node.children, kind)
      return
    case 'definition':
      walk.repairs.push(
        createRepair('markup', `[${node.label ?? node.identifier}]: ${node.url}`, { line: lineOf(node) }),
      )
  }
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}

function isFenced(code: Code): boolean {
  const { start, end } = code.position ?? { start: { line: 1 }, end: { line: 1 } }
  return end.line - start.line + 1 > code.value.split('\n').length
}

function addHeading(walk: Walk, node: Heading): void {
  const { pieces, repairs } = readInline(node)
  walk.repairs.push(...repairs)
  const text = pieces
    .map((piece) => piece.text)
    .join(' ')
    .trim()
  if (text !== '')
    walk.blocks.push({ kind: 'heading', level: node.depth, text, line: lineOf(node), gap: true })
}

/** `lead` is what the source writes before the first line and Markdown takes for markup: `3. `. */
function addInline(walk: Walk, node: Paragraph, kind: Kind, lead = ''): void {
  const { pieces, repairs } = readInline(node)
  walk.repairs.push(...repairs)
  let gap = true
  for (const { text, line, strong } of pieces) {
    const start = text.length - text.trimStart().length
    const trimmed = text.trim()
    if (trimmed === '') continue
    const prefix = gap ? lead : ''
    const block: Block = { kind, text: prefix + trimmed, line, gap }
    const spans = strong
      .map((span) => ({
        start: Math.max(0, span.start - start),
        end: Math.min(trimmed.length, span.end - start),
      }))
      .filter((span) => span.end > span.start)
      .map((span) => ({ start: span.start + prefix.length, end: span.end + prefix.length }))
    if (spans.length > 0) block.strong = spans
    walk.blocks.push(block)
    gap = false
  }
}

function addLines(walk: Walk, text: string, at: { kind: Kind; line: number }): void {
  let gap = true
  text.split('\n').forEach((source, index) => {
    const line = source.trim()
    if (line !== '') walk.blocks.push({ kind: at.kind, text: line, line: at.line + index, gap })
    gap = line === ''
  })
}

/** Numbers of a numbered list are part of what is said, and stay; bullets are not. */
function addList(walk: Walk, list: List, kind: Kind): void {
  const itemKind = kind === 'aside' ? 'aside' : 'list-item'
  for (const item of list.children) addItem(walk, item, itemKind, list.ordered ? numberOf(walk, item) : '')
}

/** As the source writes it, whatever Markdown would count: `3. `, `3) `. */
function numberOf(walk: Walk, item: ListItem): string {
  const start = item.position?.start.offset ?? 0
  return /^\d+[.)] /.exec(walk.source.slice(start, start + 12))?.[0] ?? ''
}

function addItem(walk: Walk, item: ListItem, kind: Kind, lead: string): void {
  item.children.forEach((child, index) => {
    if (index === 0 && child.type === 'paragraph') addInline(walk, child, kind, lead)
    else addNode(walk, child, kind)
  })
}

/** A row is a paragraph, its cells apart by tabs. */
function addTable(walk: Walk, table: Table): void {
  for (const row of table.children) {
    const cells = row.children.map((cell) => {
      const { pieces, repairs } = readInline(cell)
      walk.repairs.push(...repairs)
      return pieces
        .map((piece) => piece.text)
        .join(' ')
        .trim()
    })
    const text = cells.join('\t').trim()
    if (text !== '') walk.blocks.push({ kind: 'paragraph', text, line: lineOf(row), gap: true })
  }
}

/** The tags go, the words between them stay. */
function addHtml(walk: Walk, html: string, line: number): void {
  walk.repairs.push(createRepair('markup', html, { line }))
  const { blocks } = htmlToBlocks(html, { file: walk.file, firstLine: line })
  for (const block of blocks) walk.blocks.push(block)
}
