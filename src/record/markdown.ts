import type { Blockquote, Heading, Root, RootContent } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown as writeTree } from 'mdast-util-to-markdown'
import { writeFrontMatter } from './markdown-front-matter.ts'
import { createLabeller, type Label, narratorLabel } from './markdown-labels.ts'
import { narrationForms } from './markdown-narration.ts'
import { toParagraphs } from './markdown-paragraphs.ts'
import type { LecternRecord, Section } from './record.ts'

export interface MarkdownOptions {
  /** Where the record can be read: an absolute address. Links to its turns begin with it. */
  address: string
}

/**
 * A record as CommonMark with front matter, in a form that ingestion reads again. Sections are headings, and so is
 * whoever speaks: in bold, linked to the turn, with the office in brackets, ending in a colon. Where headings open
 * the turns, ingestion takes nothing else for a speaker or a heading. Narration among the speakers is a block quote,
 * or stands under `旁白：`. What looks like markup in the words is escaped.
 *
 * Read again, a record of ingestion has the same turns: kinds, speakers, offices and, blanks apart, words. These do
 * not come back as they were: somebody of the press known by name only, who becomes `问（…）`, and any office of the
 * press; turns that follow on another of the same speaker without a heading between them, which become one; a reply
 * by a host, or a remark between replies by somebody else, who becomes a host; and words that ingestion never keeps,
 * such as the furniture of a site, control characters, or a paragraph that only repeats the title.
 */
export function toMarkdown(record: LecternRecord, { address }: MarkdownOptions): string {
  const title: Heading = {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: toLine(record.title) }],
  }
  const tree: Root = { type: 'root', children: [title, ...toBlocks(record, address)] }
  const body = writeTree(tree, { extensions: [gfmTableToMarkdown(), gfmStrikethroughToMarkdown()] })
  return `${writeFrontMatter(record, address)}\n${body}`
}

// ---------------------------------------------------------------------------

type Depth = Heading['depth']

function toBlocks(record: LecternRecord, address: string): RootContent[] {
  const { text, turns, sections } = record
  const opened = openedSections(record)
  const forms = narrationForms(record, opened)
  const labelOf = createLabeller(record)
  const depth = toDepth(Math.max(0, ...sections.map(({ level }) => level)) + 2)
  const blocks = turns.flatMap((turn, number): RootContent[] => {
    const headings = (opened[number] ?? []).map(toSectionHeading)
    const paragraphs = toParagraphs(text.slice(turn.span.start, turn.span.end))
    const form = forms[number]
    if (form === 'aside') return [...headings, { type: 'blockquote', children: paragraphs } as Blockquote]
    if (form === 'plain') return [...headings, ...paragraphs]
    const label = form === 'voice' ? narratorLabel(record) : labelOf(turn, number)
    return [...headings, toLabelHeading(label, depth, `${address}#t${number}`), ...paragraphs]
  })
  return [...blocks, ...(opened[turns.length] ?? []).map(toSectionHeading)]
}

/** The sections that begin before each turn, and after the last one; none begins inside a turn. */
function openedSections({ turns, sections }: LecternRecord): Section[][] {
  const opened: Section[][] = []
  for (const section of sections) {
    const next = turns.findIndex(({ span }) => span.start >= section.span.start)
    const number = next < 0 ? turns.length : next
    opened[number] = [...(opened[number] ?? []), section]
  }
  return opened
}

/** A colon or brackets would make a speaker of the title. */
function toSectionHeading({ title, level }: Section): Heading {
  const value = dropColons(toLine(title)).replace(/^[【[［〔]([^\]】］〕]*)[\]】］〕]$/u, '$1')
  return { type: 'heading', depth: toDepth(level + 1), children: [{ type: 'text', value }] }
}

/** By hand: an expression would try every colon of a title that is full of them. */
function dropColons(line: string): string {
  let end = line.length
  while (/[\s:：]/u.test(line.charAt(end - 1))) end--
  return line.slice(0, end)
}

function toLabelHeading({ name, role, colon }: Label, depth: Depth, url: string): Heading {
  return {
    type: 'heading',
    depth,
    children: [
      { type: 'strong', children: [{ type: 'link', url, children: [{ type: 'text', value: name }] }] },
      { type: 'text', value: role + colon },
    ],
  }
}

function toDepth(level: number): Depth {
  return Math.min(6, level) as Depth
}

function toLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
