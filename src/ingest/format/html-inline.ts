import type { Span } from '../../text/span.ts'

/** Collects the words of one block as a browser would show them: white space collapsed, `<br>` as `\n`. */
export class InlineText {
  private parts: string[] = []
  /** For each unit of the text, `1` where it is bold. */
  private marks: string[] = []
  private last = ''
  private hasWords = false
  private isAfterBreak = false

  append(source: string, { bold, preformatted }: { bold: boolean; preformatted: boolean }): void {
    const words = preformatted ? source.replace(/\r\n?/g, '\n') : collapse(source)
    const piece = !preformatted && /\s/.test(this.last) ? words.replace(/^ /, '') : words
    if (piece === '') return
    this.add(piece, bold)
    if (piece.trim() === '') return
    this.hasWords = true
    this.isAfterBreak = false
  }

  /** A second break in a row ends the block: then true. */
  appendBreak(): boolean {
    if (this.isAfterBreak && this.hasWords) return true
    this.add('\n', false)
    this.isAfterBreak = true
    return false
  }

  private add(piece: string, bold: boolean): void {
    this.parts.push(piece)
    this.marks.push((bold ? '1' : '0').repeat(piece.length))
    this.last = piece.charAt(piece.length - 1)
  }

  /** The text, trimmed line by line, without lines that are empty; starts over. */
  take(): { text: string; strong: Span[] } {
    const text = this.parts.join('')
    const marks = this.marks.join('')
    Object.assign(this, { parts: [], marks: [], last: '', hasWords: false, isAfterBreak: false })
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
