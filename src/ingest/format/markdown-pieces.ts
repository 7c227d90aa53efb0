/** A part of a Markdown file that can be parsed alone. */
export interface Piece {
  text: string
  /** Lines of the file before it. */
  linesBefore: number
}

/** Length from which a piece may end, in UTF-16 units. A parser's memory grows with a hundred times the text. */
const pieceLength = 32_768

/**
 * Cuts a long file where no list, quote, fence or comment can be open: before a heading, or before a paragraph
 * after an empty line.
 */
export function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let linesBefore = 0
  let lines = 0
  let fence = ''
  let isAfterEmpty = true
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const next = end === -1 ? text.length : end + 1
    const line = text.slice(at, next)
    const isLong = at - start >= pieceLength
    if (isLong && fence === '' && isBoundary(line, isAfterEmpty) && !isInComment(text, start, at)) {
      pieces.push({ text: text.slice(start, at), linesBefore })
      start = at
      linesBefore = lines
    }
    fence = fenceAfter(line, fence)
    isAfterEmpty = line.trim() === ''
    lines++
    at = next
  }
  pieces.push({ text: text.slice(start), linesBefore })
  return pieces
}

/** What link references and footnotes of other pieces may point to. */
export function findDefinitions(text: string): string {
  const definitions = text.match(/^ {0,3}\[[^\]\n]{1,200}\]:.*$/gm) ?? []
  return definitions.join('\n').slice(0, pieceLength)
}

function isBoundary(line: string, isAfterEmpty: boolean): boolean {
  return (
    /^#{1,6} /.test(line) ||
    (isAfterEmpty && /^[\p{L}\p{N}“「『《（]/u.test(line) && !/^\d+[.)]\s/.test(line))
  )
}

function isInComment(text: string, start: number, at: number): boolean {
  const piece = text.slice(start, at)
  return piece.lastIndexOf('<!--') > piece.lastIndexOf('-->')
}

function fenceAfter(line: string, open: string): string {
  const mark = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line)
  if (!mark) return open
  const [, fence = '', rest = ''] = mark
  if (open === '') return fence
  const closes = fence[0] === open[0] && fence.length >= open.length && rest.trim() === ''
  return closes ? '' : open
}
