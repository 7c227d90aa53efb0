import { expect } from 'vitest'
import { parseMarkdown } from '../../src/ingest/format/markdown.ts'
import { toRecords } from '../../src/ingest/structure/to-records.ts'
import { toMarkdown } from '../../src/record/markdown.ts'
import type { LecternRecord } from '../../src/record/record.ts'

export function write(record: LecternRecord): string {
  return toMarkdown(record, { address: `https://lectern.example/r/${record.id}` })
}

/** What ingestion makes of the Markdown of a record. */
export function readBack(record: LecternRecord): LecternRecord {
  const { records } = toRecords(parseMarkdown(write(record), 'record.md'), {
    file: 'record.md',
    id: 'record',
  })
  expect(records).toHaveLength(1)
  return records[0]!
}

/** Turns with their words, blanks apart. */
export function turnsOf({ turns, text }: LecternRecord) {
  return turns.map(({ kind, speaker, role, span }) => ({
    kind,
    speaker,
    role,
    words: text.slice(span.start, span.end).replace(/\s+/gu, ''),
  }))
}

export function sectionsOf({ sections }: LecternRecord) {
  return sections.map(({ title, level }) => [level, title])
}

export function metadataOf({ kind, title, date, publisher, source, language, people }: LecternRecord) {
  return { kind, title, date, publisher, source, language, people }
}
