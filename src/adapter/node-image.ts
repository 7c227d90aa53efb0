import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { LecternError } from '../errors.ts'
import type { ImageSource } from '../search/frozen/image.ts'
import { rebuild } from '../search/manifest.ts'

/** Closes the file of an image that nobody holds any longer. */
const abandoned = new FinalizationRegistry<number>(closeSync)

/**
 * An image whose bytes are read from the file when they are first needed: to open a large one, and to ask it a few
 * questions, then takes no more time and memory than what is read of it. The file stays open, so that a build that puts
 * another in its place changes nothing here. Undefined when there is none.
 */
export function openImageFile(path: string): ImageSource | undefined {
  const file = openIfThere(path)
  if (file === undefined) return undefined
  const bytes = new Uint8Array(fstatSync(file).size)
  abandoned.register(bytes, file)
  return {
    bytes,
    load(start, end) {
      // What cannot be read stays zero, and is found to be damaged.
      for (let at = start; at < end; ) {
        const count = readInto(path, file, bytes.subarray(at, end), at)
        if (count === 0) break
        at += count
      }
    },
  }
}

// ---------------------------------------------------------------------------

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}

function readInto(path: string, file: number, bytes: Uint8Array, at: number): number {
  try {
    return readSync(file, bytes, 0, bytes.length, at)
  } catch (cause) {
    const why = (cause as Error).message
    throw new LecternError('index-corrupt', rebuild(`The index cannot be read: ${path}: ${why}`), { cause })
  }
}
