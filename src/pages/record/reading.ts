import { recordPath, toReadLink, versionLength } from '../../answer/permalink.ts'
import type { LecternRecord, Turn } from '../../record/record.ts'
import type { Span } from '../../text/span.ts'
import { languageOf } from '../language.ts'
import type { PageContext } from '../layout.tsx'
import { withLang } from '../layout.tsx'
import { type Strings, stringsFor } from '../strings/strings.ts'
import { type Blocks, isBareLabel, toBlocks } from './blocks.ts'
import { type AskedWords, type Cited, findCited } from './cited.ts'
import { directionOf } from './direction.ts'

/** Addresses of the other forms of a record, relative to the server. */
export interface RecordForms {
  markdown?: string
  json?: string
}

export interface RecordPageProps extends PageContext {
  record: LecternRecord
  /** What the address cites of the record. */
  asked: AskedWords
  /** The day it is, `YYYY-MM-DD`: when a citation was accessed. */
  today: string
  forms: RecordForms
}

/** A record as it is read: what every part of its page knows. */
export interface Reading extends RecordPageProps, Blocks {
  cited: Cited
  /** BCP 47; absent when nothing tells. */
  textLanguage: string | undefined
  direction: 'ltr' | 'rtl'
  strings: Strings
  /** Address of the record, relative to the server. */
  path: string
}

export function toReading(props: RecordPageProps): Reading {
  const { record } = props
  const blocks = toBlocks(record)
  return {
    ...props,
    ...blocks,
    cited: findCited(record, blocks, props.asked),
    textLanguage: languageOf(record),
    direction: directionOf(record),
    strings: stringsFor(props.language),
    path: recordPath(record.id),
  }
}

/** Where a stretch of the record is marked, with its ways to cite. */
export function linkToWords({ path, record, lang }: Reading, span: Span): string {
  return withLang(toReadLink({ url: path, span, version: record.version }), lang)
}

/** As many characters of a version as links carry. */
export function shortVersion(version: string): string {
  return version.slice(0, versionLength)
}

/** Who speaks, where the record names anyone. */
export function nameOf({ speaker }: Turn): string | undefined {
  return speaker === undefined || isBareLabel(speaker) ? undefined : speaker
}

/** Whether a section stands inside another one that is told before it. */
export function isInner({ sections }: LecternRecord, number: number): boolean {
  const { level, span } = sections[number]!
  return sections.some(
    (other) => other.level < level && other.span.start < span.start && span.start < other.span.end,
  )
}
