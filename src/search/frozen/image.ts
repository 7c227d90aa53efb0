import { LecternError } from '../../errors.ts'
import { sha256 } from '../../text/digest.ts'
import type { Span } from '../../text/span.ts'
import { rebuild } from '../manifest.ts'
import { createByteWriter } from './byte-writer.ts'
import { checkBytes } from './check.ts'
import {
  alignment,
  blockSize,
  fingerprintLength,
  fixedHeader,
  imageVersion,
  magic,
  maxImageSize,
  type SectionName,
  sectionNames,
} from './layout.ts'

/** Where an image is read from. */
export interface ImageSource {
  /** Room for all of it; begins at a multiple of eight bytes where there is `load`. */
  bytes: Uint8Array<ArrayBuffer>
  /** Reads what stands from `start` to `end` into its place. Absent where all of it is there. */
  load?(start: number, end: number): void
}

/** An image in memory. Nothing of it is read but its header until somebody asks. */
export interface Image {
  /** Sixteen hexadecimal digits: changes when anything in the image does. */
  readonly fingerprint: string
  /** All of the image. Read only what `check` was asked for. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where each section stands in `bytes`. */
  readonly sections: Readonly<Record<SectionName, Span>>
  /**
   * Makes sure that these bytes are as they were written. Each block is looked at once.
   * @throws {LecternError} `index-corrupt`.
   */
  check(start: number, end: number): void
}

/**
 * Puts sections together. The same sections give the same bytes.
 * @throws {LecternError} `index-too-large`.
 */
export async function composeImage(
  sections: Readonly<Record<SectionName, Uint8Array>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const starts: number[] = []
  let length = 0
  for (const name of sectionNames) {
    starts.push(length)
    length = Math.ceil((length + sections[name].length) / alignment) * alignment
  }
  const headerSize = sizeHeader(length)
  if (headerSize + length > maxImageSize) throw tooLarge(headerSize + length)
  const image = new Uint8Array(headerSize + length)
  for (const [at, name] of sectionNames.entries())
    image.set(sections[name], headerSize + (starts[at] as number))
  const words = new Uint32Array(image.buffer)
  const header = createByteWriter(headerSize)
  header.bytes(magic)
  for (const number of [imageVersion, headerSize, image.length, blockSize]) header.u32(number)
  const digest = await sha256(image.subarray(headerSize))
  header.bytes(new TextEncoder().encode(digest.slice(0, fingerprintLength)))
  for (const [at, name] of sectionNames.entries()) {
    header.u32(headerSize + (starts[at] as number))
    header.u32(sections[name].length)
  }
  const content = words.subarray(headerSize / 4)
  for (let start = 0; start < length; start += blockSize) header.u32(checkBlock(content, start, length))
  image.set(header.view())
  words[header.length / 4] = checkBytes(words, 0, header.length / 4)
  return image
}

/**
 * Reads the header of an image. The rest is looked at when it is first needed.
 * @throws {LecternError} `index-corrupt` for anything but a whole image, `index-other-format` for one of another version.
 */
export function openImage({ bytes, load = whole }: ImageSource): Image {
  if (bytes.byteOffset % alignment !== 0) return openImage({ bytes: bytes.slice() })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  load(0, Math.min(fixedHeader, bytes.length))
  const isOurs = bytes.length >= fixedHeader && magic.every((byte, at) => bytes[at] === byte)
  if (!isOurs) throw damaged('it does not begin as one')
  const [version, headerSize, size, block] = [8, 12, 16, 20].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
    number,
  ]
  if (version !== imageVersion) throw otherVersion(version)
  if (size !== bytes.length) throw damaged(`it has ${bytes.length} bytes, and ${size} were written`)
  if (headerSize !== sizeHeader(size - headerSize) || block !== blockSize)
    throw damaged('its header is not whole')
  load(0, headerSize)
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2)
  const told = checkedHeader(size - headerSize)
  if (words[told / 4] !== checkBytes(words, 0, told / 4)) throw damaged('its header is not what was written')
  return {
    fingerprint: String.fromCharCode(...bytes.subarray(24, 24 + fingerprintLength)),
    bytes,
    sections: readSections(view),
    check: createCheck(words, { headerSize, size, load }),
  }
}

// ---------------------------------------------------------------------------

/** Size of the header that its check covers. @param content size of what stands behind the header. */
function checkedHeader(content: number): number {
  return fixedHeader + sectionNames.length * 8 + Math.ceil(content / blockSize) * 4
}

function sizeHeader(content: number): number {
  return Math.ceil((checkedHeader(content) + 4) / alignment) * alignment
}

function readSections(view: DataView): Record<SectionName, Span> {
  const sections = {} as Record<SectionName, Span>
  for (const [at, name] of sectionNames.entries()) {
    const start = view.getUint32(fixedHeader + at * 8, true)
    sections[name] = { start, end: start + view.getUint32(fixedHeader + at * 8 + 4, true) }
  }
  return sections
}

/** The check of a block of the content. @param start in bytes of the content. */
function checkBlock(content: Uint32Array, start: number, length: number): number {
  return checkBytes(content, start / 4, Math.min(start + blockSize, length) / 4)
}

/** There is nothing to load. */
function whole(): void {}

interface CheckOptions {
  headerSize: number
  /** Of the image. */
  size: number
  load(start: number, end: number): void
}

function createCheck(words: Uint32Array, { headerSize, size, load }: CheckOptions): Image['check'] {
  const checks = words.subarray((fixedHeader + sectionNames.length * 8) / 4)
  const content = words.subarray(headerSize / 4)
  const isChecked = new Uint8Array(Math.ceil((size - headerSize) / blockSize))
  return (start, end) => {
    if (end <= start) return
    const last = Math.floor((end - 1 - headerSize) / blockSize)
    let block = Math.floor((start - headerSize) / blockSize)
    while (block <= last && isChecked[block] === 1) block++
    if (block > last) return
    load(headerSize + block * blockSize, Math.min(size, headerSize + (last + 1) * blockSize))
    for (; block <= last; block++) {
      if (checkBlock(content, block * blockSize, size - headerSize) !== checks[block])
        throw damaged(`byte ${headerSize + block * blockSize} or one soon after it is not what was written`)
      isChecked[block] = 1
    }
  }
}

function damaged(what: string): LecternError {
  return new LecternError('index-corrupt', rebuild(`The index is damaged: of its image, ${what}`))
}

function otherVersion(version: number): LecternError {
  const found = `The image of the index has version ${version}, this version of Lectern reads version ${imageVersion}`
  return new LecternError('index-other-format', rebuild(found))
}

function tooLarge(size: number): LecternError {
  const found = `The image would have ${size} bytes, and can have ${maxImageSize}`
  return new LecternError('index-too-large', `${found}: part the corpus into several indexes`)
}

/** A section of UTF-8 as text. */
export function readText(image: Image, name: SectionName): string {
  const { start, end } = image.sections[name]
  image.check(start, end)
  return new TextDecoder().decode(image.bytes.subarray(start, end))
}
