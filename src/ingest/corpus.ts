import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '../errors.ts'
import type { LecternRecord } from '../record/record.ts'
import { decode } from './format/decode.ts'
import { formatOf, isAuxiliary, isSidecar, readableExtensions, sidecarsOf } from './format/format.ts'
import { parseYamlMetadata } from './format/yaml-metadata.ts'
import type { Metadata, Warning } from './parsed.ts'
import { type FileRecords, readCorpusFile } from './read-file.ts'
import { listFiles, pickFiles } from './walk.ts'

export interface CorpusOptions {
  /** The folder that holds the documents, read with all its folders. */
  dir: string
  /** Only these files, relative to `dir`. Defaults to all that have a known extension. */
  files?: readonly string[]
  /** Throw the first fault or warning, but for metadata that are missing, instead of going on. Defaults to `false`. */
  strict?: boolean
  /** Size in bytes above which a file is not read. Defaults to `67108864` (64 MiB). */
  maxFileBytes?: number
  /** Called before each file is read; `index` counts from 0. */
  onFile?: (progress: { file: string; index: number; total: number }) => void
}

/** One file and what came of it. */
export interface IngestedFile {
  file: string
  /** Ids of its records; empty where it could not be read. */
  records: string[]
  /** Of text formats: `utf-8`, `gb18030`, … */
  encoding?: string
  /** Record id -> field -> where it came from: `front matter`, `sidecar`, `content`, … */
  origins: Record<string, Record<string, string>>
}

export interface IngestResult {
  /** In the order of the files. */
  records: LecternRecord[]
  files: IngestedFile[]
  warnings: Warning[]
}

/**
 * Reads a folder of documents into records, in code-unit order of their paths; the same input gives identical
 * records. A file that cannot be read is a warning and the rest is read, unless `strict`.
 * Throws `corpus-missing`, and `corpus-empty` where no file has a format that Lectern reads.
 */
export async function readCorpus(options: CorpusOptions): Promise<IngestResult> {
  const { dir, files: only, strict = false, maxFileBytes = 64 * 1024 * 1024, onFile } = options
  const listed = only === undefined ? await listFiles(dir) : await pickFiles(dir, only)
  const sources = listed.files.filter((file) => !isAuxiliary(file) && formatOf(file) !== undefined)
  if (sources.length === 0) throw emptyCorpus(dir, listed.warnings)
  const sidecars = new Set(listed.files.filter(isSidecar))
  const result: IngestResult = {
    records: [],
    files: [],
    warnings: [...listed.warnings, ...unknownFiles(listed.files)],
  }
  if (strict) refuseWarnings(result.warnings)
  const owners = new Map<string, string>()
  for (const [index, file] of sources.entries()) {
    onFile?.({ file, index, total: sources.length })
    try {
      const sidecar = await readSidecar(file, { dir, strict, sidecars, warnings: result.warnings })
      addFile(result, { file, owners, found: await readCorpusFile(file, { dir, maxFileBytes, sidecar }) })
    } catch (cause) {
      const fault = toFault(cause, file)
      if (strict) throw fault
      result.warnings.push(toWarning(fault, file))
      result.files.push({ file, records: [], origins: {} })
    }
    if (strict) refuseWarnings(result.warnings)
  }
  for (const file of [...sidecars].sort()) result.warnings.push(orphan(file))
  if (strict) refuseWarnings(result.warnings)
  return result
}

/** Many texts do not tell their metadata; everything else is a fault where strictness is asked for. */
function refuseWarnings(warnings: readonly Warning[]): void {
  const first = warnings.find(({ code }) => code !== 'metadata-missing')
  if (first) throw new LecternError(first.code, first.message, first)
}

function emptyCorpus(dir: string, warnings: Warning[]): LecternError {
  const why = warnings[0] ? ` (${warnings[0].message})` : ''
  const message = `${dir} holds no document${why}: put files there that end in ${readableExtensions.join(', ')}`
  return new LecternError('corpus-empty', message)
}

function unknownFiles(files: string[]): Warning[] {
  const known = readableExtensions.join(', ')
  return files
    .filter((file) => !isAuxiliary(file) && formatOf(file) === undefined)
    .map((file) => ({ code: 'format-unknown', message: `${file} was skipped: Lectern reads ${known}`, file }))
}

interface SidecarPlace {
  dir: string
  strict: boolean
  /** Those that no file has claimed yet. */
  sidecars: Set<string>
  warnings: Warning[]
}

/** A sidecar that cannot be read costs its metadata, not the document. */
async function readSidecar(
  file: string,
  { dir, strict, sidecars, warnings }: SidecarPlace,
): Promise<Metadata> {
  const metadata: Metadata = {}
  for (const sidecar of sidecarsOf(file).filter((path) => sidecars.has(path))) {
    sidecars.delete(sidecar)
    try {
      const { text } = decode(await readFile(join(dir, sidecar)), { file: sidecar })
      const read = parseYamlMetadata(text, { file: sidecar, firstLine: 1 })
      warnings.push(...read.warnings)
      Object.assign(metadata, read.metadata)
    } catch (cause) {
      const fault = toFault(cause, sidecar)
      if (strict) throw fault
      warnings.push(toWarning(fault, sidecar))
    }
  }
  return metadata
}

function orphan(file: string): Warning {
  const message = `${file} describes no file: name it after the document, as in speech.meta.yaml for speech.txt`
  return { code: 'sidecar-orphan', message, file }
}

function toFault(cause: unknown, file: string): LecternError {
  if (cause instanceof LecternError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  return new LecternError(
    'file-unreadable',
    `${file} could not be read (${why}): save it in another format`,
    { file, cause },
  )
}

function toWarning(fault: LecternError, file: string): Warning {
  const warning: Warning = { code: fault.code, message: fault.message, file: fault.file ?? file }
  if (fault.line !== undefined) warning.line = fault.line
  return warning
}

interface Addition {
  file: string
  /** Record id -> the file that has it. */
  owners: Map<string, string>
  found: FileRecords
}

/** Adds what a file gave; an id that is taken gets a number, so that nothing is lost. */
function addFile(result: IngestResult, { file, owners, found }: Addition): void {
  const origins: IngestedFile['origins'] = {}
  for (const record of found.records) {
    const wanted = record.id
    for (let number = 2; owners.has(record.id); number++) record.id = `${wanted}-${number}`
    owners.set(record.id, file)
    origins[record.id] = found.origins[wanted] ?? {}
    if (record.id !== wanted) {
      const message = `${file}: the id ${wanted} is taken by ${owners.get(wanted)}: the record is ${record.id} now; give it an id of its own`
      result.warnings.push({ code: 'duplicate-id', message, file })
    }
  }
  const ids = found.records.map((record) => record.id)
  // Not by spreading: a call takes only so many arguments.
  for (const record of found.records) result.records.push(record)
  for (const warning of found.warnings) result.warnings.push(warning)
  result.files.push({ file, records: ids, origins, ...(found.encoding ? { encoding: found.encoding } : {}) })
}
