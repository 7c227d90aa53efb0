import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as toText } from 'mdast-util-to-string'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { expect } from 'vitest'
import type { WecomMessage } from '../../src/bot/wecom-message.ts'

/** The quotes as a reader of Markdown shows them. */
export function wecomWords(message: unknown): string[] {
  return parse((message as WecomMessage).content).children.flatMap((node) => {
    if (node.type === 'code') return node.value
    return node.type === 'blockquote' ? node.children.map((child) => toText(child)).join('\n\n') : []
  })
}

/** 20,480 bytes, 256 for what a vote tells, no markup but ours, and no link but to the record. */
export function checkWecom(message: unknown): void {
  const { content, feedback } = message as WecomMessage
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(20_480)
  if (feedback) expect(Buffer.byteLength(feedback.id)).toBeLessThanOrEqual(256)
  const visit = (node: Nodes): void => {
    expect(['root', 'paragraph', 'blockquote', 'code', 'inlineCode', 'text', 'link']).toContain(node.type)
    if (node.type === 'link') expect(node.url).toMatch(/^https:\/\/lectern\.example\/r\//u)
    // Addresses and mentions that stand in text would be found by programs that look for them there.
    if (node.type === 'text') expect(node.value).not.toMatch(/:\/\/|www\.|[<>@]/u)
    if ('children' in node) node.children.forEach(visit)
  }
  visit(parse(content))
}

// ---------------------------------------------------------------------------

/** Read as CommonMark with tables and strikethrough, by a parser that knows nothing of how it was written. */
function parse(content: string) {
  return fromMarkdown(content, {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  })
}
