/** Bytes that grow at the end. Numbers are little-endian. */
export interface ByteWriter {
  readonly length: number
  /** What was written, and room for more behind it; another one when that is used up. */
  readonly buffer: Uint8Array
  u8(value: number): void
  u32(value: number): void
  /** Seven bits a byte, the lowest first; 0 to 2^53 - 1. */
  varint(value: number): void
  /** Two bytes for each UTF-16 unit of any string, lone surrogates included. */
  units(value: string): void
  bytes(value: Uint8Array): void
  /** All that another one has written. */
  add(other: ByteWriter): void
  /** What another one has written between two places. */
  copy(other: ByteWriter, start: number, end: number): void
  /** Fills with zeros up to a multiple of `size`. */
  align(size: number): void
  /** A copy of what was written. */
  toBytes(): Uint8Array<ArrayBuffer>
  /** What was written, until more is. */
  view(): Uint8Array
  /** Begins anew. */
  clear(): void
}

export function createByteWriter(capacity = 1024): ByteWriter {
  let buffer = new Uint8Array(capacity)
  let length = 0
  const reserve = (count: number) => {
    if (length + count <= buffer.length) return
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + count))
    larger.set(buffer.subarray(0, length))
    buffer = larger
  }
  const u8 = (value: number) => {
    reserve(1)
    buffer[length++] = value
  }
  const varint = (value: number) => {
    let left = value
    for (; left > 0x7fffffff; left = Math.floor(left / 0x80)) u8((left % 0x80) + 0x80)
    for (; left > 0x7f; left >>>= 7) u8((left & 0x7f) | 0x80)
    u8(left)
  }
  const units = (value: string) => {
    reserve(value.length * 2)
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at)
      buffer[length++] = unit & 0xff
      buffer[length++] = unit >>> 8
    }
  }
  const copy = (from: Uint8Array, start: number, end: number) => {
    reserve(end - start)
    // For a few bytes a call costs more than they do.
    if (end - start > 32) buffer.set(from.subarray(start, end), length)
    else for (let at = start; at < end; at++) buffer[length + at - start] = from[at] as number
    length += end - start
  }
  return {
    get length() {
      return length
    },
    get buffer() {
      return buffer
    },
    u8,
    varint,
    units,
    u32(value) {
      for (let shift = 0; shift < 32; shift += 8) u8((value >>> shift) & 0xff)
    },
    bytes: (value) => copy(value, 0, value.length),
    add: (other) => copy(other.buffer, 0, other.length),
    copy: (other, start, end) => copy(other.buffer, start, end),
    align(size) {
      while (length % size !== 0) u8(0)
    },
    toBytes: () => buffer.slice(0, length),
    view: () => buffer.subarray(0, length),
    clear() {
      length = 0
    },
  }
}
