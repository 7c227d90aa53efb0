/**
 * Numbers below 2^32 in rows of a few each, 0 where none was set. What is needed together stands together: a list that
 * grows has all its numbers in one line of the processor's cache.
 */
export interface NumberRows {
  /** All of them, row after row; another array after `open` has made room. */
  readonly cells: Uint32Array
  at(row: number, column: number): number
  set(row: number, column: number, value: number): void
  /** Makes room for a row and all before it. */
  open(row: number): void
}

/** @param columns how many numbers a row has. */
export function createNumberRows(columns: number): NumberRows {
  let cells = new Uint32Array(1024 * columns)
  return {
    get cells() {
      return cells
    },
    at: (row, column) => cells[row * columns + column] ?? 0,
    set(row, column, value) {
      cells[row * columns + column] = value
    },
    open(row) {
      const needed = (row + 1) * columns
      if (needed > cells.length) cells = makeRoom(cells, needed)
    },
  }
}

/** Room for `length` numbers: an array that has it as it is, else a copy at least twice as long. */
export function makeRoom<Numbers extends Uint16Array | Uint32Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  if (length <= numbers.length) return numbers
  const larger = new (numbers.constructor as new (length: number) => Numbers)(
    Math.max(length, numbers.length * 2),
  )
  larger.set(numbers)
  return larger
}
