import type { Span } from '../text/span.ts'

/**
 * What a turn does. `question`: an asker speaks; `reply`: answers the question before it;
 * `statement`: a speaker who was not asked (opening words, a host); `narration`: no speaker at all.
 */
export type TurnKind = 'question' | 'reply' | 'statement' | 'narration'

/** One speaker's stretch, or a stretch of text without a speaker. */
export interface Turn {
  kind: TurnKind
  /** The name as the record writes it; for a question the asker, often an outlet (`新华社记者`). */
  speaker?: string
  /** The speaker's office, from the record itself (`天津市外办主任`). */
  role?: string
  /** The spoken words in `record.text`, without the label that names the speaker. */
  span: Span
}

/** A question turn and the turns that reply to it, as turn numbers from 0. */
export interface Exchange {
  question: number
  replies: number[]
}

/** A titled part of the record. */
export interface Section {
  title: string
  /** 1 for the outermost. */
  level: number
  /**
   * From the start of the title line to the start of the next section of the same or a higher level; a section
   * that a speaker opens ends with what the speaker says.
   */
  span: Span
}

export const repairKinds = [
  'furniture',
  'photo-credit',
  'page-header',
  'picture-text',
  'gloss',
  'mojibake',
  'line-break',
  'markup',
  'control',
] as const

export type RepairKind = (typeof repairKinds)[number]

/** One thing that ingestion removed or mended. Nothing else differs from the source. */
export interface Repair {
  kind: RepairKind
  /** As the source had it (long removals are shortened with … in the middle; `length` is the whole). */
  before: string
  /** What stands there now; empty for a removal. */
  after: string
  /** Length of the whole `before`, in UTF-16 units. */
  length: number
  /** Line in the source file, from 1 (page, for PDF). */
  line?: number
}

export interface Person {
  name: string
  role?: string
}

/** One published text. `text` is canonical: only slices of it may be quoted. */
export interface LecternRecord {
  /** Slug, unique in the corpus; stands in permalinks. */
  id: string
  /** `briefing`, `article`, `letter`, `statement`, `factsheet`, `interview`, `meeting` or any other lower-case word. */
  kind: string
  title: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; absent when nothing tells. */
  date?: string
  publisher?: string
  /** Where it was published: an http(s) URL. */
  source?: string
  /** BCP 47: `zh-Hans`, `zh-Hant`, `en`, `ru`, …; `und` when nothing tells. */
  language: string
  text: string
  /** In order of the text; they do not overlap. */
  turns: Turn[]
  exchanges: Exchange[]
  sections: Section[]
  /** Who is present, with their offices, where the record says so. */
  people: Person[]
  repairs: Repair[]
  /** SHA-256 of `text` in UTF-8, hex. */
  version: string
}
