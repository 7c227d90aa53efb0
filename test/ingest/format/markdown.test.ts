import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../src/ingest/format/markdown.ts'
import { parsePlainText } from '../../../src/ingest/format/plain-text.ts'
import { cpuTime } from '../../support/cpu-time.ts'

const blocksOf = (text: string) => parseMarkdown(text, 'a.md').blocks
const textsOf = (text: string) => blocksOf(text).map((block) => block.text)

describe('Markdown', () => {
  it('gives headings, paragraphs and asides with their lines in the file', () => {
    expect(blocksOf('---\ntitle: 甲\n---\n# 记者会\n\n### 講者：\n歡迎各位。\n\n> （影片播放）\n')).toEqual([
      { kind: 'heading', level: 1, text: '记者会', line: 4, gap: true },
      { kind: 'heading', level: 3, text: '講者：', line: 6, gap: true },
      { kind: 'paragraph', text: '歡迎各位。', line: 7, gap: true },
      { kind: 'aside', text: '（影片播放）', line: 9, gap: true },
    ])
  })

  it('begins a block without gap at a soft break, and keeps a hard break inside', () => {
    expect(blocksOf('问：好吗？\n答：很好。  \n谢谢。\\\n再见。')).toEqual([
      { kind: 'paragraph', text: '问：好吗？', line: 1, gap: true },
      { kind: 'paragraph', text: '答：很好。\n谢谢。\n再见。', line: 2, gap: false },
    ])
  })

  it('keeps bold stretches as spans, across soft breaks too', () => {
    const [first, second] = blocksOf('前 **林海生：\n大家**好')
    expect(first?.strong?.map(({ start, end }) => first.text.slice(start, end))).toEqual(['林海生：'])
    expect(second?.strong?.map(({ start, end }) => second.text.slice(start, end))).toEqual(['大家'])
  })

  it('keeps what a reader sees of links, emphasis, code and struck text', () => {
    expect(textsOf('见[公告](https://a.example)、*重点*、`C1`、~~旧~~，<b>粗</b>体')).toEqual([
      '见公告、重点、C1、旧，粗体',
    ])
  })

  it('does not take a lone tilde for markup', () => {
    expect(textsOf('等候3~5天，办结7~10天。')).toEqual(['等候3~5天，办结7~10天。'])
  })

  it('keeps the numbers of lists and drops bullets', () => {
    const blocks = blocksOf('1. 甲\n1. 乙\n   续\n\n- 丙\n  - 丁')
    expect(blocks.map(({ kind, text, gap }) => [kind, text, gap])).toEqual([
      ['list-item', '1. 甲', true],
      ['list-item', '1. 乙', true],
      ['list-item', '续', false],
      ['list-item', '丙', true],
      ['list-item', '丁', true],
    ])
  })

  it('reads tables row by row', () => {
    expect(textsOf('| 年份 | 吞吐量 |\n|---|---|\n| 2024 | 230万 |')).toEqual(['年份\t吞吐量', '2024\t230万'])
  })

  it('drops images and tags with a repair, and keeps the words in HTML blocks', () => {
    const { blocks, repairs } = parseMarkdown(
      '![图](a.png)好\n\n<div>\n<p>第一</p><p>第二</p></div>\n\n<!-- 注 -->',
      'a.md',
    )
    expect(blocks.map((block) => block.text)).toEqual(['好', '第一', '第二'])
    expect(repairs.map(({ kind, before, line }) => [kind, before.split('\n')[0], line])).toEqual([
      ['markup', '![图](a.png)', 1],
      ['markup', '<div>', 3],
      ['markup', '<!-- 注 -->', 6],
    ])
  })

  it.each([
    ['quotes', '>'.repeat(100_000)],
    ['lists on one line', '- '.repeat(100_000)],
    ['lists by indent', Array.from({ length: 2000 }, (_, at) => `${' '.repeat(2 * at)}- 项`).join('\n')],
    ['emphasis', '**港'.repeat(100_000)],
  ])('reads %s without end as plain text, with a warning', (_name, excess) => {
    const { blocks, warnings } = parseMarkdown(`---\ntitle: 甲\n---\n港区今日停航。\n\n${excess}`, 'a.md')
    expect(blocks[0]?.text).toBe('港区今日停航。')
    expect(warnings).toEqual([
      {
        code: 'markdown-too-deep',
        file: 'a.md',
        line: expect.any(Number),
        message: expect.stringMatching(
          /^a\.md:\d+: Markdown nested or marked beyond measure, read as plain text/,
        ),
      },
    ])
  })

  it('cuts long files without losing lines, lists, fences or what references point to', () => {
    const part = '# 题\n\n> 旁白\n\n- 甲\n\n  乙\n\n```\n# 不是标题\n\n代码\n```\n\n见[公告][a]。\n\n'
    const one = blocksOf(`${part}[a]: https://a.example\n`)
    const { blocks, repairs } = parseMarkdown(`${part.repeat(1300)}[a]: https://a.example\n`, 'a.md')
    expect(blocks).toHaveLength(1300 * one.length)
    expect(blocks.slice(-one.length).map(({ text, line }) => [text, line - 1299 * 16])).toEqual(
      one.map(({ text, line }) => [text, line]),
    )
    expect(repairs).toHaveLength(1)
  })

  it('reads a megabyte in a few seconds', () => {
    const text = '### 講者：\n各位好，今天的說明到這裡，**請**提問。\n\n'.repeat(16_000)
    let blocks: unknown[] = []
    const taken = cpuTime(() => {
      blocks = blocksOf(text)
    }, 1)
    expect(blocks).toHaveLength(32_000)
    expect(taken).toBeLessThan(20_000)
  })
})

describe('plain text', () => {
  it('gives one block a line; an empty line or an indent makes a gap', () => {
    expect(parsePlainText('标题\n\n　　第一段\n还是第一段 \n\t第二段\n', 'a.txt').blocks).toEqual([
      { kind: 'paragraph', text: '标题', line: 1, gap: true },
      { kind: 'paragraph', text: '第一段', line: 3, gap: true },
      { kind: 'paragraph', text: '还是第一段', line: 4, gap: false },
      { kind: 'paragraph', text: '第二段', line: 5, gap: true },
    ])
  })

  it('takes front matter and leaves what looks like Markdown alone', () => {
    const { blocks, metadata } = parsePlainText('---\ntitle: 甲\n---\n# 不是标题 **字**', 'a.txt')
    expect(metadata).toEqual({ title: '甲' })
    expect(blocks).toEqual([{ kind: 'paragraph', text: '# 不是标题 **字**', line: 4, gap: true }])
  })
})
