import type { Paragraph, PhrasingContent } from 'mdast'

/** The lines of a turn, without those that hold nothing. */
export function linesOf(words: string): string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/**
 * A paragraph a line. A line that could pass for a heading is kept beside the next or the one before by a hard break,
 * and what could pass for a stage direction, by a space.
 */
export function toParagraphs(words: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let above: string | undefined
  for (const line of joinDirections(linesOf(words))) {
    const isBound = above !== undefined && (looksLikeHeading(above) || looksLikeHeading(line))
    const text: PhrasingContent = { type: 'text', value: line }
    if (isBound) paragraphs.at(-1)?.children.push({ type: 'break' }, text)
    else paragraphs.push({ type: 'paragraph', children: [text] })
    above = line
  }
  return paragraphs
}

/** Short, and without the punctuation that ends a sentence or a clause. */
export function looksLikeHeading(line: string): boolean {
  return line.length <= longestHeading && !/[。！？；：，、,;:.!?…]$/u.test(line)
}

// ---------------------------------------------------------------------------

const longestHeading = 100

/** A bracket alone on its line. */
const direction = /^[（([【].{1,36}[）)\]】]$/u

function joinDirections(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    joined.push(line)
    // What was joined may be in brackets now as a whole.
    while (joined.length > 1 && joined.slice(-2).some((text) => direction.test(text))) {
      joined.push(joined.splice(-2).join(' '))
    }
  }
  return joined
}
