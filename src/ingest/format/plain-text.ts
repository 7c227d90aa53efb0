import type { Block, ParsedFile } from '../parsed.ts'
import { takeFrontMatter } from './front-matter.ts'

/**
 * One block a line, faithfully. `gap` marks what an author can mark without markup: an empty line before,
 * or an indented first line.
 */
export function parsePlainText(text: string, file: string): ParsedFile {
  const { body, metadata, repairs, warnings } = takeFrontMatter(text, file)
  const blocks: Block[] = []
  let gap = true
  body.split('\n').forEach((source, index) => {
    const line = source.trim()
    if (line === '') {
      gap = true
      return
    }
    const indented = /^[ \u00a0]*[\t\u3000]/.test(source)
    blocks.push({ kind: 'paragraph', text: line, line: index + 1, gap: gap || indented })
    gap = false
  })
  return { blocks, metadata, metadataOrigin: 'front matter', repairs, warnings }
}
