import { createNumberRows } from './number-rows.ts'

/**
 * Many lists of bytes that grow side by side in one stretch of memory, each in slices that double: growing arrays of
 * their own would cost more than what is in them.
 */
export interface ByteLists {
  /** @returns the number of a new list, counted from 0. */
  create(): number
  /** Seven bits a byte, the lowest first; less than 2^32. */
  pushVarint(list: number, value: number): void
  /** In bytes. */
  length(list: number): number
  /** Copies a list to `target` from `at` on. */
  copy(list: number, target: Uint8Array, at: number): void
}

/** Sizes of the slices of a list, in bytes; the last one goes on. Four bytes at the end of each lead to the next. */
const sliceSizes = [8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384]
const link = 4

/** Of a list: where its first slice begins, where the next byte goes, where the slice has no more room, its size, bytes in all. */
const [head, tail, end, level, length] = [0, 1, 2, 3, 4] as const
const columns = 5

export function createByteLists(): ByteLists {
  const memory = createMemory()
  const rows = createNumberRows(columns)
  let lists = 0

  const grow = (list: number) => {
    const next = Math.min(rows.at(list, level) + 1, sliceSizes.length - 1)
    const size = sliceSizes[next] as number
    const start = memory.reserve(size)
    memory.writeLink(rows.at(list, end), start)
    rows.set(list, tail, start)
    rows.set(list, end, start + size - link)
    rows.set(list, level, next)
  }
  const push = (list: number, byte: number) => {
    const row = list * columns
    if (rows.cells[row + tail] === rows.cells[row + end]) grow(list)
    const { cells } = rows
    const at = cells[row + tail] as number
    memory.write(at, byte)
    cells[row + tail] = at + 1
    cells[row + length] = (cells[row + length] as number) + 1
  }
  return {
    create() {
      const size = sliceSizes[0] as number
      const start = memory.reserve(size)
      rows.open(lists)
      rows.set(lists, head, start)
      rows.set(lists, tail, start)
      rows.set(lists, end, start + size - link)
      return lists++
    },
    pushVarint(list, value) {
      let left = value
      for (; left > 0x7f; left >>>= 7) push(list, (left & 0x7f) | 0x80)
      push(list, left)
    },
    length: (list) => rows.at(list, length),
    copy(list, target, at) {
      let start = rows.at(list, head)
      let to = at
      let left = rows.at(list, length)
      for (let size = 0; left > 0; size = Math.min(size + 1, sliceSizes.length - 1)) {
        const room = (sliceSizes[size] as number) - link
        const count = Math.min(room, left)
        memory.read(start, count, target, to)
        to += count
        left -= count
        if (left > 0) start = memory.readLink(start + room)
      }
    },
  }
}

// ---------------------------------------------------------------------------

const chunkBits = 20
const chunkSize = 1 << chunkBits

/** Memory in chunks; what is reserved lies within one. Addresses are less than 2^32. */
function createMemory() {
  const chunks: Uint8Array[] = []
  let end = 0
  const chunkAt = (address: number) => chunks[address >>> chunkBits] as Uint8Array
  return {
    reserve(size: number): number {
      const room = chunks.length * chunkSize - end
      if (room < size) {
        end = chunks.length * chunkSize
        chunks.push(new Uint8Array(chunkSize))
      }
      const start = end
      end += size
      return start
    },
    write(address: number, byte: number): void {
      chunkAt(address)[address & (chunkSize - 1)] = byte
    },
    read(address: number, count: number, target: Uint8Array, at: number): void {
      const chunk = chunkAt(address)
      const from = address & (chunkSize - 1)
      // Most lists are short: a call for each of their slices would cost more than the bytes.
      if (count > 32) target.set(chunk.subarray(from, from + count), at)
      else for (let byte = 0; byte < count; byte++) target[at + byte] = chunk[from + byte] as number
    },
    writeLink(address: number, to: number): void {
      const chunk = chunkAt(address)
      const from = address & (chunkSize - 1)
      for (let byte = 0; byte < link; byte++) chunk[from + byte] = (to >>> (byte * 8)) & 0xff
    },
    readLink(address: number): number {
      const chunk = chunkAt(address)
      const from = address & (chunkSize - 1)
      let to = 0
      for (let byte = link - 1; byte >= 0; byte--) to = (to << 8) | (chunk[from + byte] as number)
      return to >>> 0
    },
  }
}
