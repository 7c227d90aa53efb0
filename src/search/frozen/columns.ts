import { createByteWriter } from './byte-writer.ts'
import type { Image } from './image.ts'
import type { SectionName } from './layout.ts'
import { alignment } from './layout.ts'

/** Whole numbers from 0 on in rows and columns, each column in as few bytes a number as its largest needs. */
export interface Columns {
  readonly rows: number
  /** @param row from 0 to `rows` - 1. */
  at(row: number, column: number): number
  /** A column as it stands in the image, all of it checked. */
  column(column: number): Column
}

export type Column = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const

type Width = keyof typeof arrays

/**
 * Number of rows and of columns (4 bytes each), the width of each column (4), then the columns, each at a multiple of
 * eight.
 */
export function writeColumns(rows: number, columns: readonly ((row: number) => number)[]): Uint8Array {
  const widths = columns.map((column) => widthFor(rows, column))
  const writer = createByteWriter()
  for (const number of [rows, columns.length, ...widths]) writer.u32(number)
  for (const [at, column] of columns.entries()) {
    writer.align(alignment)
    const values = new arrays[widths[at] as Width](rows)
    for (let row = 0; row < rows; row++) values[row] = column(row)
    writer.bytes(new Uint8Array(values.buffer))
  }
  return writer.view()
}

export function openColumns(image: Image, name: SectionName): Columns {
  const { start } = image.sections[name]
  const { bytes } = image
  const number = (at: number) => {
    image.check(start + at * 4, start + at * 4 + 4)
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(start + at * 4, true)
  }
  const rows = number(0)
  const places: { start: number; width: Width; values: Column }[] = []
  let end = start + 8 + number(1) * 4
  for (let column = 0; column < number(1); column++) {
    const width = number(2 + column) as Width
    const from = Math.ceil(end / alignment) * alignment
    places.push({
      start: from,
      width,
      values: new arrays[width](bytes.buffer, bytes.byteOffset + from, rows),
    })
    end = from + rows * width
  }
  return {
    rows,
    at(row, column) {
      const { start, width, values } = places[column] as (typeof places)[number]
      image.check(start + row * width, start + (row + 1) * width)
      return values[row] as number
    },
    column(column) {
      const { start, width, values } = places[column] as (typeof places)[number]
      image.check(start, start + rows * width)
      return values
    },
  }
}

/** The columns, all with numbers of the widest of them: code that reads one after another stays fast. */
export function toOneWidth(columns: readonly Column[]): Column[] {
  const widest = Math.max(...columns.map(({ BYTES_PER_ELEMENT }) => BYTES_PER_ELEMENT)) as Width
  return columns.map((column) =>
    column.BYTES_PER_ELEMENT === widest ? column : new arrays[widest](column as Uint8Array),
  )
}

// ---------------------------------------------------------------------------

function widthFor(rows: number, column: (row: number) => number): Width {
  let largest = 0
  for (let row = 0; row < rows; row++) largest = Math.max(largest, column(row))
  return largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4
}
