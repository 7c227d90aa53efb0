import { parseMarkdown } from '../../../src/ingest/format/markdown.ts'
import { parsePlainText } from '../../../src/ingest/format/plain-text.ts'
import { type Structured, toRecords } from '../../../src/ingest/structure/to-records.ts'
import type { LecternRecord } from '../../../src/record/record.ts'

/** Reads a text as the file of that name would be read. */
export function read(text: string, file = 'text.txt'): Structured {
  const parsed = file.endsWith('.md') ? parseMarkdown(text, file) : parsePlainText(text, file)
  return toRecords(parsed, { file, id: 'text' })
}

/** The one record of a text. */
export function readOne(text: string, file?: string): LecternRecord {
  const { records } = read(text, file)
  if (records.length !== 1) throw new Error(`${records.length} records`)
  return records[0]!
}

/** Turns as `[kind, speaker, words]`, the words cut to what a test needs. */
export function turnsOf(record: LecternRecord, length = 12): [string, string | undefined, string][] {
  return record.turns.map(({ kind, speaker, span }) => [
    kind,
    speaker,
    record.text.slice(span.start, span.end).slice(0, length),
  ])
}

export function repairsOf(record: LecternRecord): [string, string][] {
  return record.repairs.map(({ kind, before }) => [kind, before])
}
