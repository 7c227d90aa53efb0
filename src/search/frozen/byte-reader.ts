import { fromUnits } from '../../text/from-units.ts'

/** Reads what a `ByteWriter` wrote, from a place on. */
export interface ByteReader {
  /** Where the next byte is read. */
  at: number
  u8(): number
  varint(): number
}

/** Past the end there are zeros. */
export function createByteReader(bytes: Uint8Array, start = 0): ByteReader {
  const reader: ByteReader = {
    at: start,
    u8: () => bytes[reader.at++] ?? 0,
    varint() {
      let value = 0
      let factor = 1
      for (;;) {
        const byte = reader.u8()
        value += (byte & 0x7f) * factor
        if (byte < 0x80) return value
        factor *= 0x80
      }
    },
  }
  return reader
}

/** A string of `length` UTF-16 units that stand at `start`, two bytes each. */
export function readUnits(bytes: Uint8Array, start: number, length: number): string {
  const first = bytes.byteOffset + start
  const units =
    first % 2 === 0
      ? new Uint16Array(bytes.buffer, first, length)
      : new Uint16Array(bytes.slice(start, start + length * 2).buffer)
  return fromUnits(units)
}
