import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { LecternError } from '../../errors.ts'
import type { Metadata, ParsedFile } from '../parsed.ts'
import { removePageHeaders } from './pdf-headers.ts'
import { type PageLine, toLines } from './pdf-lines.ts'
import { toParagraphs } from './pdf-paragraphs.ts'

/**
 * A PDF with a text layer. The `line` of a block is its page. Throws `pdf-encrypted`, `pdf-broken` and, for scans,
 * `pdf-no-text`.
 */
export async function parsePdf(bytes: Uint8Array, file: string): Promise<ParsedFile> {
  const { pages, title } = await readPages(bytes, file)
  if (pages.every((lines) => lines.length === 0)) {
    const message = `${file} has no text layer (${pages.length} pages of pictures): run OCR first, then index its result`
    throw new LecternError('pdf-no-text', message, { file })
  }
  const { lines, repairs } = removePageHeaders(pages)
  const metadata: Metadata = isTitle(title) ? { title: title.trim() } : {}
  return {
    blocks: toParagraphs(lines),
    metadata,
    metadataOrigin: 'document properties',
    repairs,
    warnings: [],
  }
}

async function readPages(bytes: Uint8Array, file: string): Promise<{ pages: PageLine[][]; title: string }> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    // pdf.js takes the buffer for itself.
    data: Uint8Array.from(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    useSystemFonts: false,
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages: PageLine[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      const [, bottom = 0, , top = 0] = page.view
      pages.push(toLines(content.items, { number, bottom, top }))
      page.cleanup()
    }
    const { info } = await document.getMetadata()
    return { pages, title: String((info as { Title?: unknown }).Title ?? '') }
  } catch (cause) {
    throw toFault(cause, file)
  } finally {
    await task.destroy()
  }
}

function toFault(cause: unknown, file: string): LecternError {
  const why = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof Error && cause.name === 'PasswordException') {
    const message = `${file} is encrypted: save it without a password`
    return new LecternError('pdf-encrypted', message, { file, cause })
  }
  return new LecternError(
    'pdf-broken',
    `${file} is not a readable PDF (${why}): download or export it again`,
    {
      file,
      cause,
    },
  )
}

/** Programs write their own names and those of files where a title should stand. */
function isTitle(title: string): boolean {
  return (
    title.trim() !== '' &&
    !/^(?:microsoft word|untitled|about:blank|无标题|無標題|file:)|\.(?:docx?|html?|wps|pdf)$/i.test(
      title.trim(),
    )
  )
}
