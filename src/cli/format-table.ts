import { stripVTControlCharacters } from 'node:util'

/** The cells of one row. A cell may have several lines. */
export type Row = readonly string[]

/** Columns aligned as a terminal shows them, two blanks apart: the first ones, of names, flush left, the others right. */
export function formatTable(rows: readonly Row[], { names = 1 } = {}): string[] {
  const widths: number[] = []
  const tall = rows.flatMap(splitLines)
  for (const row of tall) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell))
  }
  return tall.map((row) =>
    row
      .map((cell, at) => {
        const blank = ' '.repeat((widths[at] ?? 0) - displayWidth(cell))
        return at < names ? cell + blank : blank + cell
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Columns that the text takes on a terminal: East Asian wide characters take two, marks and colours none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of stripVTControlCharacters(text)) {
    if (!zeroWidth.test(character)) width += wide.test(character) ? 2 : 1
  }
  return width
}

/** A figure as people read it: whole numbers whole, others with four places, an en dash for null. */
export function formatFigure(value: number | null): string {
  if (value === null) return '–'
  return Number.isInteger(value) ? String(value) : value.toFixed(4)
}

/** The same in a column, where all have four places. */
export function formatShare(value: number | null): string {
  return value === null ? '–' : value.toFixed(4)
}

// ---------------------------------------------------------------------------

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u
/** Blocks whose characters are East Asian wide or full width, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** The lines of a row; shorter cells stand at its foot. */
function splitLines(row: Row): string[][] {
  const cells = row.map((cell) => cell.split('\n'))
  const height = Math.max(1, ...cells.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    cells.map((lines) => lines[line - (height - lines.length)] ?? ''),
  )
}
