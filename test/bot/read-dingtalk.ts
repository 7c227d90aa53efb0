import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { expect } from 'vitest'
import type { DingtalkMessage } from '../../src/bot/dingtalk-message.ts'

/** The quotes as a reader of Markdown shows them. @throws where anything in them is more than text. */
export function dingtalkWords(message: unknown): string[] {
  return parse((message as DingtalkMessage).markdown.text).children.flatMap((block) => {
    if (block.type !== 'blockquote') return []
    const [paragraph, ...others] = block.children
    if (paragraph?.type !== 'paragraph' || others.length > 0)
      throw new Error('a quote is more than a paragraph')
    const lines = paragraph.children.map(textOf).join('').split('\n')
    return [lines.map((line) => (line === '\u00a0' ? '' : line)).join('\n')]
  })
}

/** Below 5 KB; links are ours, and nothing else is markup or may be taken for an address. */
export function checkDingtalk(given: unknown): void {
  const message = given as DingtalkMessage
  expect(Object.keys(message)).toEqual(['msgtype', 'markdown'])
  expect(new TextEncoder().encode(JSON.stringify(message)).length).toBeLessThan(5000)
  const { title, text } = message.markdown
  expect(title).toMatch(/^.{1,60}$/u)
  const bare = text.replace(/\]\(https:\/\/lectern\.example\/[^\s()<>]*\)/gu, ']')
  expect(bare).not.toMatch(/:\/\/|www\.|@|</iu)
  visit(parse(text), (node) => {
    expect(['root', 'paragraph', 'blockquote', 'text', 'break', 'link']).toContain(node.type)
    if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/lectern\.example\//u)
  })
}

export function parse(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmStrikethrough(), gfmTable()],
    mdastExtensions: [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()],
  })
}

export function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) visit(child, see)
}

// ---------------------------------------------------------------------------

function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'text') return node.value
  throw new Error(`a quote has a ${node.type}`)
}
