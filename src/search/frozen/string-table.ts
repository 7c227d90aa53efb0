import { type ByteReader, createByteReader, readUnits } from './byte-reader.ts'
import { type ByteWriter, createByteWriter } from './byte-writer.ts'
import type { Image } from './image.ts'
import type { SectionName } from './layout.ts'

/**
 * A section that maps strings to a few bytes each, read in place: number of strings (4 bytes), number of buckets (4), where each bucket
 * begins and the last ends (4 each), then the entries bucket by bucket: length of the string in UTF-16 units times 16
 * plus the number of its bytes (15 for so many or more, and then the number), the string, its bytes.
 */
export interface StringTable {
  readonly size: number
  /** Where the bytes of a string stand in the image, checked; -1 where the table does not hold it. */
  find(key: string): number
  /** All strings, in no order that means anything, each with where its bytes stand. */
  entries(): Generator<[key: string, at: number]>
}

/** How many strings a bucket holds on average. */
const perBucket = 4

/**
 * The same keys with the same bytes give the same table, in whatever order they come.
 * @param write writes the bytes of a key; called for one after the other
 */
export function writeStringTable(
  keys: readonly string[],
  write: (writer: ByteWriter, key: number) => void,
): Uint8Array {
  const buckets = Math.max(1, Math.ceil(keys.length / perBucket))
  const bucketOf = Uint32Array.from(keys, (key) => hashString(key) % buckets)
  const order = orderByBucket(keys, bucketOf, buckets)
  // In the order of the keys, in which what is written of them lies side by side in memory.
  const own = createByteWriter(1 << 16)
  const ends = new Uint32Array(keys.length)
  for (let key = 0; key < keys.length; key++) {
    write(own, key)
    ends[key] = own.length
  }
  const starts: number[] = []
  const entries = createByteWriter(own.length * 2)
  for (const key of order) {
    while (starts.length <= (bucketOf[key] as number)) starts.push(entries.length)
    const text = keys[key] as string
    const start = key === 0 ? 0 : (ends[key - 1] as number)
    const length = (ends[key] as number) - start
    entries.varint(text.length * (longLength + 1) + Math.min(length, longLength))
    if (length >= longLength) entries.varint(length)
    entries.units(text)
    entries.copy(own, start, start + length)
  }
  while (starts.length <= buckets) starts.push(entries.length)
  const table = createByteWriter(8 + starts.length * 4 + entries.length)
  for (const number of [keys.length, buckets, ...starts]) table.u32(number)
  table.add(entries)
  return table.view()
}

export function openStringTable(image: Image, name: SectionName): StringTable {
  const { bytes } = image
  const { start } = image.sections[name]
  image.check(start, start + 8)
  const [size, buckets] = new Uint32Array(bytes.buffer, bytes.byteOffset + start, 2) as unknown as [
    number,
    number,
  ]
  const starts = new Uint32Array(bytes.buffer, bytes.byteOffset + start + 8, buckets + 1)
  const first = start + 8 + starts.length * 4
  const reader = createByteReader(bytes)
  const boundsOf = (bucket: number) => {
    image.check(start + 8 + bucket * 4, start + 16 + bucket * 4)
    const bounds = { from: first + (starts[bucket] as number), to: first + (starts[bucket + 1] as number) }
    image.check(bounds.from, bounds.to)
    return bounds
  }
  return {
    size,
    find(key) {
      const { from, to } = boundsOf(hashString(key) % buckets)
      reader.at = from
      while (reader.at < to) {
        const { length, own } = readLengths(reader)
        const isIt = length === key.length && holdsUnits(bytes, reader.at, key)
        reader.at += length * 2
        if (isIt) return reader.at
        reader.at += own
      }
      return -1
    },
    *entries() {
      for (let bucket = 0; bucket < buckets; bucket++) {
        const { from, to } = boundsOf(bucket)
        const entry = createByteReader(bytes, from)
        while (entry.at < to) {
          const { length, own } = readLengths(entry)
          const key = readUnits(bytes, entry.at, length)
          entry.at += length * 2
          yield [key, entry.at]
          entry.at += own
        }
      }
    },
  }
}

// ---------------------------------------------------------------------------

/** From so many bytes on, their number stands by itself. */
const longLength = 15

/** Of the string in UTF-16 units, and of its bytes. */
function readLengths(reader: ByteReader): { length: number; own: number } {
  const both = reader.varint()
  const short = both % (longLength + 1)
  return { length: Math.floor(both / (longLength + 1)), own: short < longLength ? short : reader.varint() }
}

/** FNV-1a over UTF-16 units, mixed at the end: neighbours come apart. */
function hashString(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

function holdsUnits(bytes: Uint8Array, at: number, text: string): boolean {
  for (let unit = 0; unit < text.length; unit++) {
    const own = (bytes[at + unit * 2] as number) | ((bytes[at + unit * 2 + 1] as number) << 8)
    if (own !== text.charCodeAt(unit)) return false
  }
  return true
}

/** The keys bucket by bucket, those of one in code-unit order. */
function orderByBucket(keys: readonly string[], bucketOf: Uint32Array, buckets: number): Uint32Array {
  // Where the next key of each bucket goes; in the end, where the bucket ends.
  const ends = new Uint32Array(buckets + 1)
  for (const bucket of bucketOf) ends[bucket + 1] = (ends[bucket + 1] as number) + 1
  for (let bucket = 0; bucket < buckets; bucket++)
    ends[bucket + 1] = (ends[bucket + 1] as number) + (ends[bucket] as number)
  const order = new Uint32Array(keys.length)
  for (let key = 0; key < keys.length; key++) {
    const bucket = bucketOf[key] as number
    order[ends[bucket] as number] = key
    ends[bucket] = (ends[bucket] as number) + 1
  }
  for (let bucket = 0, start = 0; bucket < buckets; bucket++) {
    const end = ends[bucket] as number
    sortKeys(order, start, end, keys)
    start = end
  }
  return order
}

/** By insertion: there are few. */
function sortKeys(order: Uint32Array, start: number, end: number, keys: readonly string[]): void {
  for (let at = start + 1; at < end; at++) {
    const key = order[at] as number
    let to = at
    for (; to > start; to--) {
      const before = order[to - 1] as number
      if ((keys[before] as string) <= (keys[key] as string)) break
      order[to] = before
    }
    order[to] = key
  }
}
