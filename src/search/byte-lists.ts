/**
 * Many lists of bytes that grow side by side in one stretch of memory, each in slices that double: growing arrays of
 * their own would cost more than what is in them.
 */
export interface ByteLists {
  /** @returns the number of a new list, counted from 0. */
  create(): number
  push(list: number, byte: number): void
  /** Seven bits a byte, the lowest first; less than 2^32. */
  pushVarint(list: number, value: number): void
  length(list: number): number
  /** Copies a list to `target` from `at` on. */
  copy(list: number, target: Uint8Array, at: number): void
}

/** Sizes of the slices of a list, in bytes; the last one goes on. Four bytes at the end of each lead to the next. */
const sliceSizes = [8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384]
const link = 4

export function createByteLists(): ByteLists {
  const memory = createMemory()
  const heads = createNumbers()
  const tails = createNumbers()
  const ends = createNumbers()
  const levels = createNumbers()
  const lengths = createNumbers()
  let lists = 0

  const grow = (list: number) => {
    const level = Math.min(levels.at(list) + 1, sliceSizes.length - 1)
    const size = sliceSizes[level] as number
    const start = memory.reserve(size)
    memory.writeLink(ends.at(list), start)
    tails.set(list, start)
    ends.set(list, start + size - link)
    levels.set(list, level)
  }
  const push = (list: number, byte: number) => {
    if (tails.at(list) === ends.at(list)) grow(list)
    const at = tails.at(list)
    memory.write(at, byte)
    tails.set(list, at + 1)
    lengths.set(list, lengths.at(list) + 1)
  }
  return {
    create() {
      const size = sliceSizes[0] as number
      const start = memory.reserve(size)
      heads.set(lists, start)
      tails.set(lists, start)
      ends.set(lists, start + size - link)
      return lists++
    },
    push,
    pushVarint(list, value) {
      let left = value
      while (left > 0x7f) {
        push(list, (left & 0x7f) | 0x80)
        left >>>= 7
      }
      push(list, left)
    },
    length: (list) => lengths.at(list),
    copy(list, target, at) {
      let start = heads.at(list)
      let to = at
      let left = lengths.at(list)
      for (let level = 0; left > 0; level = Math.min(level + 1, sliceSizes.length - 1)) {
        const room = (sliceSizes[level] as number) - link
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

const chunkSize = 1 << 20

/** Memory in chunks; what is reserved lies within one. */
function createMemory() {
  const chunks: Uint8Array[] = []
  let end = 0
  const chunkAt = (address: number) => chunks[Math.floor(address / chunkSize)] as Uint8Array
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
      chunkAt(address)[address % chunkSize] = byte
    },
    read(address: number, count: number, target: Uint8Array, at: number): void {
      const from = address % chunkSize
      target.set(chunkAt(address).subarray(from, from + count), at)
    },
    writeLink(address: number, to: number): void {
      const from = address % chunkSize
      const chunk = chunkAt(address)
      for (let byte = 0; byte < link; byte++) chunk[from + byte] = Math.floor(to / 256 ** byte) & 0xff
    },
    readLink(address: number): number {
      const from = address % chunkSize
      const chunk = chunkAt(address)
      let to = 0
      for (let byte = link - 1; byte >= 0; byte--) to = to * 256 + (chunk[from + byte] as number)
      return to
    },
  }
}

/** Numbers below 2^32, 0 where none was set. */
export function createNumbers() {
  let numbers = new Uint32Array(1024)
  return {
    at: (place: number): number => numbers[place] ?? 0,
    set(place: number, value: number): void {
      if (place >= numbers.length) {
        const larger = new Uint32Array(Math.max(numbers.length * 2, place + 1))
        larger.set(numbers)
        numbers = larger
      }
      numbers[place] = value
    },
  }
}
