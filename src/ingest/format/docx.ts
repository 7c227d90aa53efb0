import mammoth from 'mammoth'
import { LecternError } from '../../errors.ts'
import type { Repair } from '../../record/record.ts'
import type { Metadata, ParsedFile } from '../parsed.ts'
import { createRepair } from '../repair.ts'
import { blocksOf, parseBody } from './html-blocks.ts'
import { inflateEntry, readZipEntries } from './zip.ts'

/** Bytes that all the parts of a document may unpack to. */
export const maxUnpackedBytes = 256 * 1024 * 1024

/**
 * A Word document. The `line` of a block is its number in the document, from 1: a document has no lines.
 * Throws `docx-encrypted` (also for the old .doc format), `docx-broken`, `docx-too-large`, `docx-empty`.
 */
export async function parseDocx(bytes: Uint8Array, file: string): Promise<ParsedFile> {
  const metadata = openPackage(bytes, file)
  const root = parseBody(await convert(bytes, file), file)
  const marks = dropNoteMarks(root)
  const found = blocksOf(root)
  found.blocks.forEach((block, index) => {
    block.line = index + 1
  })
  if (found.blocks.length === 0) {
    throw new LecternError('docx-empty', `${file} holds no text: if its pages are pictures, run OCR first`, {
      file,
    })
  }
  const repairs = [...marks, ...found.repairs]
  return { blocks: found.blocks, metadata, metadataOrigin: 'document properties', repairs, warnings: [] }
}

const oleMagic = 'd0cf11e0a1b11ae1'

/** Checks the archive before anything unpacks it, and reads the properties of the document. */
function openPackage(bytes: Uint8Array, file: string): Metadata {
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') === oleMagic) throw encrypted(file)
  try {
    const entries = readZipEntries(bytes)
    if (entries.some((entry) => entry.encrypted)) throw encrypted(file)
    let left = maxUnpackedBytes
    let properties = ''
    for (const entry of entries) {
      const content = inflateEntry(entry, left)
      if (content === undefined) throw tooLarge(file)
      left -= content.length
      if (entry.name === 'docProps/core.xml') properties = Buffer.from(content).toString('utf8')
    }
    if (!entries.some((entry) => entry.name === '[Content_Types].xml'))
      throw new Error('it is no Word document')
    return readProperties(properties)
  } catch (cause) {
    throw cause instanceof LecternError ? cause : broken(file, cause)
  }
}

async function convert(bytes: Uint8Array, file: string): Promise<string> {
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return result.value
  } catch (cause) {
    throw broken(file, cause)
  }
}

/** The title only: the dates of a document are those of the file, not of its publication. */
function readProperties(xml: string): Metadata {
  const written = /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(xml)?.[1] ?? ''
  const title = parseBody(written, 'core.xml').textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return title === '' ? {} : { title }
}

/** The marks of foot- and endnotes stand inside sentences, where nobody speaks them. The notes stay, at the end. */
function dropNoteMarks(root: Element): Repair[] {
  const repairs: Repair[] = []
  for (const link of root.querySelectorAll('a[href^="#footnote"], a[href^="#endnote"]')) {
    repairs.push(createRepair('markup', link.textContent ?? ''))
    link.remove()
  }
  return repairs
}

function encrypted(file: string): LecternError {
  const message = `${file} is encrypted or in the old .doc format: save it as .docx without a password`
  return new LecternError('docx-encrypted', message, { file })
}

function tooLarge(file: string): LecternError {
  const limit = maxUnpackedBytes / 1024 / 1024
  return new LecternError(
    'docx-too-large',
    `${file} unpacks to more than ${limit} MiB: save it without its pictures`,
    { file },
  )
}

function broken(file: string, cause: unknown): LecternError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new LecternError(
    'docx-broken',
    `${file} is not a readable Word document (${why}): save it again as .docx`,
    {
      file,
      cause,
    },
  )
}
