import { isUtf8 } from 'node:buffer'
import { LecternError } from '../../errors.ts'
import type { Repair } from '../../record/record.ts'
import type { Warning } from '../parsed.ts'
import { createRepair } from '../repair.ts'
import { decodeAs, guessReading, isKnownEncoding } from './encoding.ts'

/** The text of a file: without byte order mark, lines ended by `\n`, no control characters but `\n` and `\t`. */
export interface Decoded {
  text: string
  /** As TextDecoder names it: `utf-8`, `utf-16le`, `gb18030`, `big5`, … */
  encoding: string
  repairs: Repair[]
  warnings: Warning[]
}

/**
 * Reads the bytes of a text file. `declared` is what the file says of its own encoding (an HTML `meta`); it is
 * believed only where the bytes are not UTF-8.
 * Throws `file-empty` and `file-binary`. Bytes that are no text become U+FFFD, with a warning.
 */
export function decode(bytes: Uint8Array, { file, declared }: { file: string; declared?: string }): Decoded {
  if (bytes.length === 0)
    throw new LecternError('file-empty', `${file} is empty (0 bytes): nothing to read`, { file })
  const warnings: Warning[] = []
  const { text: raw, encoding } = readBytes(bytes, { file, declared, warnings })
  const { text, repairs } = removeControls(raw.replace(/\r\n?/g, '\n'))
  if (text.trim() === '') {
    throw new LecternError('file-empty', `${file} holds only white space: nothing to read`, { file })
  }
  return { text, encoding, repairs, warnings }
}

interface Context {
  file: string
  declared: string | undefined
  warnings: Warning[]
}

function readBytes(bytes: Uint8Array, context: Context): { text: string; encoding: string } {
  const kind = magicOf(bytes)
  if (kind) throw binary(context.file, `it begins like ${kind}`)
  const marked = encodingOfMark(bytes) ?? wideEncoding(bytes)
  if (marked) return readAs(bytes, marked, context)
  const isText = isTextual(bytes)
  if (isText && isUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8' }
  if (isText && isMostlyUtf8(bytes)) return readAs(bytes, 'utf-8', context)
  if (isText && context.declared && isKnownEncoding(context.declared)) {
    const encoding = new TextDecoder(context.declared).encoding
    if (encoding !== 'utf-8') return readAs(bytes, encoding === 'gbk' ? 'gb18030' : encoding, context)
  }
  const guess = guessReading(bytes)
  if (!guess && !isText) throw binary(context.file, 'it is full of control bytes')
  if (!guess) return readAs(bytes, 'utf-8', context)
  if (!guess.sure) context.warnings.push(uncertain(context.file, guess.encoding))
  return readAs(bytes, guess.encoding, context)
}

function readAs(
  bytes: Uint8Array,
  encoding: string,
  { file, warnings }: Context,
): { text: string; encoding: string } {
  const text = decodeAs(bytes, encoding)
  const at = text.indexOf('\ufffd')
  if (at !== -1) {
    const line = text.slice(0, at).split(/\r\n?|\n/).length
    const count = text.split('\ufffd').length - 1
    const message = `${file}:${line}: bytes that are not valid ${encoding.toUpperCase()}, shown as U+FFFD in ${count} places: save the file again as UTF-8`
    warnings.push({ code: 'encoding-invalid', message, file, line })
  }
  return { text, encoding }
}

function binary(file: string, why: string): LecternError {
  return new LecternError(
    'file-binary',
    `${file} is not text (${why}): remove it or give it its own extension`,
    { file },
  )
}

function uncertain(file: string, encoding: string): Warning {
  const message = `${file}: read as ${encoding}, but the bytes do not say so clearly: save the file as UTF-8`
  return { code: 'encoding-uncertain', message, file }
}

const magics: [string, string][] = [
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['504b0304', 'a ZIP or Office file'],
  ['25504446', 'a PDF file'],
  ['d0cf11e0', 'an old Office file'],
  ['1f8b08', 'a gzip file'],
  ['7f454c46', 'a program'],
  ['377abcaf', 'a 7z file'],
  ['52617221', 'a RAR file'],
  ['53514c69746520666f726d6174203300', 'an SQLite file'],
]

/** What kind of binary file begins with these bytes, in words. */
function magicOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return magics.find(([magic]) => head.startsWith(magic))?.[1]
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 of texts with ASCII in them: zero bytes at every other place only. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 65_536)
  let even = 0
  let odd = 0
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 === 0 ? even++ : odd++
  const pairs = sample.length / 2
  if (odd > pairs * 0.3 && even < pairs * 0.01) return 'utf-16le'
  if (even > pairs * 0.3 && odd < pairs * 0.01) return 'utf-16be'
  return undefined
}

/** Share of control bytes above which a file is not taken for text; a few in a short note do not count. */
const controlLimit = 0.02
const strayControls = 3

function isTextual(bytes: Uint8Array): boolean {
  let count = 0
  for (const byte of bytes) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) count++
  const share = count / bytes.length
  return share <= controlLimit || (count <= strayControls && share <= 0.1 && isUtf8(bytes))
}

/** True where at least five characters beyond ASCII are well formed for each that is not. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeAs(bytes, 'utf-8')
  let good = 0
  let bad = 0
  for (const char of text) {
    if (char === '\ufffd') bad++
    else if (char > '\u007f') good++
  }
  return good >= 5 * bad
}

const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g

function removeControls(text: string): { text: string; repairs: Repair[] } {
  if (text.search(controls) === -1) return { text, repairs: [] }
  const repairs: Repair[] = []
  const lines = text.split('\n').map((line, index) => {
    const found = line.match(controls)
    if (found) repairs.push(createRepair('control', found.join(''), { line: index + 1 }))
    return found ? line.replace(controls, '') : line
  })
  return { text: lines.join('\n'), repairs }
}
