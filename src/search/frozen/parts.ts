import type { Span } from '../../text/span.ts'
import { createByteWriter } from './byte-writer.ts'
import type { Image } from './image.ts'
import type { SectionName } from './layout.ts'

/** A section of parts that are read one at a time. */
export interface Parts {
  readonly count: number
  /** In bytes. */
  length(part: number): number
  /** Where a part stands in the image, checked. */
  read(part: number): Span
}

/** Number of parts (4 bytes), where each begins and the last ends (4 each), then the parts. */
export function writeParts(parts: readonly Uint8Array[]): Uint8Array {
  const size = 4 + (parts.length + 1) * 4
  const writer = createByteWriter(size + parts.reduce((sum, { length }) => sum + length, 0))
  writer.u32(parts.length)
  let start = size
  for (const { length } of parts) {
    writer.u32(start)
    start += length
  }
  writer.u32(start)
  for (const part of parts) writer.bytes(part)
  return writer.view()
}

export function openParts({ bytes, sections, check }: Image, name: SectionName): Parts {
  const { start } = sections[name]
  check(start, start + 4)
  const [count = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset + start, 1)
  const starts = new Uint32Array(bytes.buffer, bytes.byteOffset + start + 4, count + 1)
  const spanOf = (part: number): Span => {
    check(start + 4 + part * 4, start + 12 + part * 4)
    return { start: start + (starts[part] as number), end: start + (starts[part + 1] as number) }
  }
  return {
    count,
    length(part) {
      const { start, end } = spanOf(part)
      return end - start
    },
    read(part) {
      const span = spanOf(part)
      check(span.start, span.end)
      return span
    },
  }
}
