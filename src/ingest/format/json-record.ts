import { createHash } from 'node:crypto'
import { LecternError } from '../../errors.ts'
import type { LecternRecord } from '../../record/record.ts'
import { findJsonFault } from '../../text/json-fault.ts'
import type { Warning } from '../parsed.ts'
import { parseDate } from './declared-date.ts'
import { type JsonRecord, jsonRecord, recordKeys } from './json-schema.ts'
import { checkSpans } from './json-spans.ts'

/** What a JSON file gave: its records, and for each the fields that the file itself did not tell. */
export interface JsonRecords {
  records: LecternRecord[]
  warnings: Warning[]
  /** Record id -> field -> `json`, `text` (taken from it) or `default`. */
  origins: Record<string, Record<string, string>>
}

/**
 * Records in Lectern's own form: one object, an array, or `{records: [...]}`. Only `text` is required; it is taken
 * word for word, and without `turns` it is one narration. Throws `json-invalid` and `version-mismatch`.
 */
export function parseJsonRecords(source: string, { file, id }: { file: string; id: string }): JsonRecords {
  const found: JsonRecords = { records: [], warnings: [], origins: {} }
  const values = toValues(parse(source, file))
  if (values.length === 0) throw invalid(file, 'no record stands in it')
  values.forEach(({ value, path }, index) => {
    const record = toRecord(value, { file, path, id: index === 0 ? id : `${id}-${index + 1}`, found })
    found.records.push(record)
  })
  return found
}

function parse(source: string, file: string): unknown {
  try {
    return JSON.parse(source)
  } catch (cause) {
    const line = findJsonFault(source)?.line ?? 1
    const message = `${file}:${line}: this is not valid JSON: check the commas, quotes and brackets on this line`
    throw new LecternError('json-invalid', message, { file, line, cause })
  }
}

function toValues(json: unknown): { value: unknown; path: string }[] {
  if (Array.isArray(json)) return json.map((value, index) => ({ value, path: `[${index}]` }))
  if (typeof json === 'object' && json !== null && 'records' in json && Array.isArray(json.records)) {
    return json.records.map((value, index) => ({ value, path: `records[${index}]` }))
  }
  return [{ value: json, path: '' }]
}

function invalid(file: string, why: string): LecternError {
  return new LecternError('json-invalid', `${file}: ${why}: see the form of a record in the documentation`, {
    file,
  })
}

interface Place {
  file: string
  path: string
  id: string
  found: JsonRecords
}

function toRecord(value: unknown, { file, path, id, found }: Place): LecternRecord {
  const parsed = jsonRecord.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = [
      path,
      ...(issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)),
    ]
    throw invalid(
      file,
      `${where.join('').replace(/^\./, '') || 'the record'}: ${issue?.message ?? 'unexpected value'}`,
    )
  }
  const given = parsed.data
  const fault = checkSpans(given)
  if (fault) throw invalid(file, path === '' ? fault : `${path}: ${fault}`)
  const version = createHash('sha256').update(given.text, 'utf8').digest('hex')
  if (given.version !== undefined && given.version.toLowerCase() !== version) {
    const message = `${file}: the version of ${path || 'the record'} is not the SHA-256 of its text (${version}): the text was changed, or cut`
    throw new LecternError('version-mismatch', message, { file })
  }
  const record = complete(given, { id: given.id ?? id, version })
  found.origins[record.id] = originsOf(given)
  const unknown = Object.keys(value as object).filter((key) => !recordKeys.has(key))
  if (unknown.length > 0) {
    const message = `${file}: unknown keys of ${path || 'the record'} were ignored: ${unknown.join(', ')}`
    found.warnings.push({ code: 'json-unknown', message, file })
  }
  return record
}

function complete(given: JsonRecord, { id, version }: { id: string; version: string }): LecternRecord {
  const { text } = given
  const record: LecternRecord = {
    id,
    kind: given.kind ?? 'article',
    title: given.title ?? titleOf(text),
    language: given.language ?? 'und',
    text,
    turns: given.turns ?? [{ kind: 'narration', span: { start: 0, end: text.length } }],
    exchanges: given.exchanges ?? [],
    sections: given.sections ?? [],
    people: given.people ?? [],
    repairs: given.repairs ?? [],
    version,
  }
  const date = given.date === undefined ? undefined : parseDate(given.date)
  if (date !== undefined) record.date = date
  if (given.publisher !== undefined) record.publisher = given.publisher
  if (given.source !== undefined) record.source = given.source
  return record
}

/** The first line, as far as a title may go. */
function titleOf(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/[\ud800-\udbff]$/, '')}…`
}

const described = ['id', 'kind', 'title', 'date', 'publisher', 'source', 'language', 'people'] as const

function originsOf(given: JsonRecord): Record<string, string> {
  const origins: Record<string, string> = {}
  for (const field of described) if (given[field] !== undefined) origins[field] = 'json'
  origins.id ??= 'file name'
  origins.title ??= 'first line'
  origins.kind ??= 'default'
  origins.language ??= 'default'
  return origins
}
