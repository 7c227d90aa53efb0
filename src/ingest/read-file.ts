import { readFile as readBytes, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '../errors.ts'
import type { LecternRecord } from '../record/record.ts'
import { mendRadicals } from './clean/radicals.ts'
import { type Decoded, decode } from './format/decode.ts'
import { parseDocx } from './format/docx.ts'
import { type Format, formatOf, formatOfBytes } from './format/format.ts'
import { parseHtml } from './format/html.ts'
import { declaredCharset } from './format/html-head.ts'
import { parseJsonRecords } from './format/json-record.ts'
import { parseMarkdown } from './format/markdown.ts'
import { parsePdf } from './format/pdf.ts'
import { parsePlainText } from './format/plain-text.ts'
import type { Metadata, ParsedFile, Warning } from './parsed.ts'
import { idOfFile } from './record-id.ts'
import { toRecords } from './structure/to-records.ts'

/** What one file of the corpus gave. */
export interface FileRecords {
  records: LecternRecord[]
  warnings: Warning[]
  /** Record id -> field -> where it came from. */
  origins: Record<string, Record<string, string>>
  /** Of text formats. */
  encoding?: string
}

/** Reads one file of a corpus; `sidecar` wins over what the file says of itself. Throws a LecternError that names the file. */
export async function readCorpusFile(
  file: string,
  { dir, maxFileBytes, sidecar }: { dir: string; maxFileBytes: number; sidecar: Metadata },
): Promise<FileRecords> {
  const bytes = await readLimited(join(dir, file), file, maxFileBytes)
  const format = formatOfBytes(formatOf(file) ?? 'text', bytes)
  const { parsed, decoded } = await parse(bytes, format, file)
  if (!parsed) return fromJson(decoded as Decoded, file, sidecar)
  if (decoded) {
    parsed.repairs = [...decoded.repairs, ...parsed.repairs]
    parsed.warnings = [...decoded.warnings, ...parsed.warnings]
  }
  mendRadicals(parsed)
  const declared = parsed.metadataOrigin
  Object.assign(parsed.metadata, sidecar)
  if (sidecar.title !== undefined) parsed.metadataOrigin = 'sidecar'
  const found = toRecords(parsed, { file, id: parsed.metadata.id ?? idOfFile(file) })
  const warnings = [...new Set([...parsed.warnings, ...found.warnings])]
  for (const origins of Object.values(found.origins))
    markSidecar(origins, sidecar, { merged: parsed.metadataOrigin, declared })
  return {
    records: found.records,
    warnings,
    origins: found.origins,
    ...(decoded ? { encoding: decoded.encoding } : {}),
  }
}

async function readLimited(path: string, file: string, limit: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > limit) {
      const mebibytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`
      const message = `${file} is too large (${mebibytes(size)}; the limit is ${mebibytes(limit)}): cut it into several files`
      throw new LecternError('file-too-large', message, { file })
    }
    return await readBytes(path)
  } catch (cause) {
    if (cause instanceof LecternError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new LecternError('file-unreadable', `${file} cannot be read (${why}): check its permissions`, {
      file,
      cause,
    })
  }
}

/** `parsed` is absent for JSON, which holds records already. */
async function parse(
  bytes: Uint8Array,
  format: Format,
  file: string,
): Promise<{ parsed?: ParsedFile; decoded?: Decoded }> {
  if (bytes.length === 0)
    throw new LecternError('file-empty', `${file} is empty (0 bytes): nothing to read`, { file })
  if (format === 'docx') return { parsed: await parseDocx(bytes, file) }
  if (format === 'pdf') return { parsed: await parsePdf(bytes, file) }
  const declared = format === 'html' ? declaredCharset(bytes) : undefined
  const decoded = decode(bytes, declared === undefined ? { file } : { file, declared })
  if (format === 'json') return { decoded }
  const parser = { markdown: parseMarkdown, html: parseHtml, text: parsePlainText }[format]
  return { parsed: parser(decoded.text, file), decoded }
}

function fromJson(decoded: Decoded, file: string, sidecar: Metadata): FileRecords {
  const { records, warnings, origins } = parseJsonRecords(decoded.text, { file, id: idOfFile(file) })
  const only = records.length === 1 ? records[0] : undefined
  if (only) {
    const id = only.id
    Object.assign(only, sidecar)
    origins[only.id] = {
      ...origins[id],
      ...Object.fromEntries(Object.keys(sidecar).map((field) => [field, 'sidecar'])),
    }
    if (only.id !== id) delete origins[id]
  }
  return { records, warnings: [...decoded.warnings, ...warnings], origins, encoding: decoded.encoding }
}

/** The structure stage saw one set of metadata (of origin `merged`); what the sidecar gave of it is told apart here. */
function markSidecar(
  origins: Record<string, string>,
  sidecar: Metadata,
  { merged, declared }: { merged: string; declared: string },
): void {
  for (const [field, origin] of Object.entries(origins)) {
    if (origin === merged) origins[field] = field in sidecar ? 'sidecar' : declared
  }
}
