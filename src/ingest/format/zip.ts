import { inflateRawSync } from 'node:zlib'

/** One file of an archive, as the central directory lists it. */
export interface ZipEntry {
  name: string
  encrypted: boolean
  method: number
  compressed: Uint8Array
}

/** The files of a ZIP archive, still compressed. Throws a plain error where the archive is broken. */
export function readZipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let number = 0; number < count; number++) {
    if (view.getUint32(at, true) !== entrySignature) throw new Error('the list of its files is damaged')
    const nameLength = view.getUint16(at + 28, true)
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8')
    const local = view.getUint32(at + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    entries.push({
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressed: bytes.subarray(start, start + view.getUint32(at + 20, true)),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The content of a file, or undefined where it is larger than `limit` bytes: what the archive claims is not trusted. */
export function inflateEntry(entry: ZipEntry, limit: number): Uint8Array | undefined {
  if (entry.method === 0) return entry.compressed.length > limit ? undefined : entry.compressed
  try {
    return inflateRawSync(entry.compressed, { maxOutputLength: Math.max(1, limit) })
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    if (isTooLarge) return undefined
    throw cause
  }
}

const entrySignature = 0x02014b50
const endSignature = 0x06054b50

/** The end record stands in the last 64 KiB, before a comment of any length. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw new Error('it is cut off or no ZIP archive')
}
