import fc from 'fast-check'
import type { Blockquote, Nodes, Paragraph } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import { citeAsMarkdown } from '../../../src/answer/cite-as/markdown.ts'
import { bare, bridge, ferry, hostileSource, hostileText, hostileTexts } from './sources.ts'

const nul = /\0/g

describe('a citation in Markdown', () => {
  it('is a block quote and its source, linked', () => {
    expect(citeAsMarkdown(bridge)).toBe(
      '> 大桥计划今年12月28日通车。\n\n' +
        '——白舟，镇交通处处长：[《鹿鸣镇跨河大桥情况发布会》](<https://lectern.example/r/2025-05-briefing-bridge?s=120-141&v=0123456789ab#t3>)，' +
        '[鹿鸣镇新闻办](<https://luming.example/briefings/5>)，2025年5月20日',
    )
    expect(citeAsMarkdown(ferry)).toMatch(
      /^> The ferry stays until June\.\n\n— Ada Marsh, Harbour Master: \[“Press briefing: the ferry”\]\(</,
    )
    expect(citeAsMarkdown(bare)).toBe(
      '[“Reply to the orchard keepers”](<https://lectern.example/r/letter-orchard>)',
    )
  })

  it.each(hostileTexts)('gives back exactly %j', (text) => {
    expect(readQuote(citeAsMarkdown({ ...bridge, text }))).toBe(text)
  })

  it('gives back the quote exactly, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readQuote(citeAsMarkdown({ ...bridge, text }))).toBe(text.replace(nul, '\ufffd'))
      }),
      { numRuns: 2000 },
    )
  })

  it('holds no markup but its own, whatever the source', () => {
    fc.assert(
      fc.property(hostileSource, (source) => {
        const [quote, line, ...more] = parse(citeAsMarkdown(source)).children
        expect(more).toEqual([])
        expect(quote?.type).toBe('blockquote')
        const inline = (line as Paragraph).children
        expect(inline.every(({ type }) => type === 'text' || type === 'link')).toBe(true)
        const links = inline.filter((node) => node.type === 'link')
        expect(links.length).toBeLessThanOrEqual(2)
        expect(links[0]?.url).toMatch(/^https:\/\/lectern\.example\/r\//)
      }),
      { numRuns: 500 },
    )
  })

  it('links only to the web', () => {
    const markdown = citeAsMarkdown({ ...bridge, source: 'javascript:alert(1)' })
    expect(markdown).toContain('，鹿鸣镇新闻办，')
    expect(markdown).not.toContain('javascript')
  })
})

function parse(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
}

/** The words of the block quote, which must hold nothing but text and line breaks. */
function readQuote(markdown: string): string {
  const quote = parse(markdown).children[0] as Blockquote
  expect(quote.type).toBe('blockquote')
  expect(quote.children.map(({ type }) => type)).toEqual(['paragraph'])
  return (quote.children[0] as Paragraph).children.map(readNode).join('')
}

function readNode(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'text') return node.value
  throw new Error(`${node.type} in a quote`)
}
