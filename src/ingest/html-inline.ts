import type { Span } from '../text/span.ts'

/** Collects the words of one block as a browser would show them: white space collapsed, `<br>` as `\n`. */
export class InlineText {
  private text = ''
  /** For each unit of `text`, `1` where it is bold. */
  private marks = ''

  append(source: string, { bold, preformatted }: { bold: boolean; preformatted: boolean }): void {
    const words = preformatted ? source.replace(/\r\n?/g, '\n') : collapse(source)
    const piece = !preformatted && /[\s]$/.test(this.text) ? words.replace(/^ /, '') : words
    this.text += piece
    this.marks += (bold ? '1' : '0').repeat(piece.length)
  }

  /** A second break in a row ends the block: then true. */
  appendBreak(): boolean {
    const before = this.text.trimEnd()
    if (/\n[^\S\n]*$/.test(this.text) && before !== '') return true
    this.text += '\n'
    this.marks += '0'
    return false
  }

  /** The text, trimmed line by line, without lines that are empty; starts over. */
  take(): { text: string; strong: Span[] } {
    const { text, marks } = this
    this.text = ''
    this.marks = ''
    const lines: string[] = []
    const lineMarks: string[] = []
    let at = 0
    for (const line of text.split('\n')) {
      const words = line.trim()
      const start = at + line.indexOf(words)
      at += line.length + 1
      if (words === '') continue
      lines.push(words)
      lineMarks.push(marks.slice(start, start + words.length))
    }
    const strong = [...lineMarks.join('0').matchAll(/1+/g)].map((run) => {
      return { start: run.index, end: run.index + run[0].length }
    })
    return { text: lines.join('\n'), strong }
  }
}

/** Line breaks of the source between Han characters are no spaces. */
function collapse(source: string): string {
  return source.replace(/[ \t\n\r\f]+/g, (space, at: number) => {
    const isBetweenHan = /[\r\n]/.test(space) && isWide(source, at - 1) && isWide(source, at + space.length)
    return isBetweenHan ? '' : ' '
  })
}

function isWide(text: string, at: number): boolean {
  return /[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(text.charAt(at))
}
