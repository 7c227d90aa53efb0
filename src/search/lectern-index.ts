import type { Passage } from '../record/passage.ts'
import type { LecternRecord } from '../record/record.ts'
import type { Analyzer } from '../text/analyze.ts'
import { firstWhere } from '../text/first-where.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Filters } from './filters.ts'
import type { Retriever } from './retriever.ts'
import type { SubwordCounts } from './subword-counts.ts'

/** An opened index: what the question's path needs, in memory. */
export interface LecternIndex {
  fingerprint: string
  /** Number of different terms. */
  terms: number
  records: readonly LecternRecord[]
  passages: Passages
  /** Who speaks in a passage. */
  speakerOf(passage: number): string | undefined
  /** Of a record's text, in UTF-16 units. */
  lengthOf(record: number): number
  /** Of the records' texts, in UTF-16 units; 1 at least. */
  averageRecordLength: number
  analyze: Analyzer
  lexicon: Lexicon
  /** Who speaks: name or office, folded -> the name as records write it. */
  speakers: ReadonlyMap<string, string>
  subwords: Pick<SubwordCounts, 'get'>
  /** Over passages. */
  retriever: Retriever
}

/** The passages of an index, which need not be in memory one by one. */
export interface Passages extends Iterable<Passage> {
  readonly length: number
  /** Undefined past both ends. */
  at(id: number): Passage | undefined
  /** Number of the record that a passage is cut from. */
  recordOf(id: number): number
}

export function toPassages(passages: readonly Passage[]): Passages {
  return {
    length: passages.length,
    at: (id) => passages[id],
    recordOf: (id) => (passages[id] as Passage).record,
    [Symbol.iterator]: () => passages[Symbol.iterator](),
  }
}

/** Of the records' texts, in UTF-16 units; 1 at least. */
export function averageLength(records: readonly LecternRecord[]): number {
  return Math.max(1, records.reduce((sum, { text }) => sum + text.length, 0) / records.length || 1)
}

/** The passages that are cut from a record, in order. */
export function passagesOf(passages: Passages, record: number): Passage[] {
  const found: Passage[] = []
  const first = firstWhere(passages.length, (id) => passages.recordOf(id) >= record)
  for (let id = first; id < passages.length && passages.recordOf(id) === record; id++)
    found.push(passages.at(id) as Passage)
  return found
}

/** Which passages meet the filters; undefined when all do. */
export function acceptPassages(
  index: LecternIndex,
  filters: Filters,
): ((passage: number) => boolean) | undefined {
  const { speaker, record, kind, from, to } = filters
  if ([speaker, record, kind, from, to].every((value) => value === undefined)) return undefined
  const acceptsRecord = index.records.map((candidate) => acceptRecord(candidate, filters))
  const name = speaker === undefined ? undefined : fold(speaker).trim()
  const isNamed = remember((own: string) => fold(own) === name)
  return (id) => {
    if (!acceptsRecord[index.passages.recordOf(id)]) return false
    if (name === undefined) return true
    const own = index.speakerOf(id)
    return own !== undefined && isNamed(own)
  }
}

/** A record without a date is within no bounds. A date of year or month only is compared as far as it goes. */
export function acceptRecord(record: LecternRecord, { record: id, kind, from, to }: Filters): boolean {
  if (id !== undefined && record.id !== id) return false
  if (kind !== undefined && record.kind !== kind) return false
  if (from === undefined && to === undefined) return true
  if (record.date === undefined) return false
  if (from !== undefined && record.date < from.slice(0, record.date.length)) return false
  return to === undefined || record.date <= to.slice(0, record.date.length)
}

/**
 * Names of those who speak, by what a question may call them, folded: the name, or an office (外办主任 of
 * 天津市外办主任). A single character names nobody, nor does an office that several hold.
 */
export function collectSpeakers(records: readonly LecternRecord[]): Map<string, string> {
  const speakers = new Map<string, string>()
  const offices = new Map<string, Set<string>>()
  for (const { turns } of records) {
    for (const { kind, speaker, role } of turns) {
      if (speaker === undefined || speaker.length < 2) continue
      speakers.set(fold(speaker), speaker)
      if (kind === 'question') continue
      for (const office of officesOf(role ?? ''))
        offices.set(office, (offices.get(office) ?? new Set()).add(speaker))
    }
  }
  for (const [office, holders] of offices) {
    const [holder] = holders
    if (holder !== undefined && holders.size === 1 && !speakers.has(office)) speakers.set(office, holder)
  }
  return speakers
}

/** Each office of a role, with and without the place before it. */
function officesOf(role: string): string[] {
  return fold(role)
    .split(/[、,，;；]/u)
    .flatMap((office) => [office.trim(), office.trim().replace(/^.{1,6}?[市省县区州]/u, '')])
    .filter((office) => office.length >= 4)
}

function remember<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    const value = known.get(name) ?? make(name)
    known.set(name, value)
    return value
  }
}
