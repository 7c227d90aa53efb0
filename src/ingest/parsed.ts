import type { Repair } from '../record/record.ts'
import type { Span } from '../text/span.ts'

/**
 * One block of a source file, as its format tells it: the common ground between the parsers of formats
 * (which know nothing of briefings) and the structure stage (which knows nothing of formats).
 */
export interface Block {
  /** `aside`: a block quote; transcripts use it for stage directions. */
  kind: 'heading' | 'paragraph' | 'aside' | 'list-item'
  /** Level of a heading, from 1. */
  level?: number
  /** Plain text of the block, without markup and without line breaks at its ends. Hard breaks inside are `\n`. */
  text: string
  /** Line in the source, from 1 (page number, for PDF). */
  line: number
  /** Bold stretches inside `text`. */
  strong?: Span[]
  /** True where the source separates this block from the one before by an empty line or by markup. */
  gap?: boolean
}

export interface Metadata {
  id?: string
  kind?: string
  title?: string
  date?: string
  publisher?: string
  source?: string
  language?: string
  people?: { name: string; role?: string }[]
}

/** What a parser of a format returns. */
export interface ParsedFile {
  blocks: Block[]
  /** What the format itself declares: front matter, `<title>`, `<meta>`, PDF or DOCX properties. */
  metadata: Metadata
  /** Where `metadata` came from, for the report: `front matter`, `html head`, `document properties`. */
  metadataOrigin: string
  repairs: Repair[]
  warnings: Warning[]
}

export interface Warning {
  code: string
  message: string
  /** Path relative to the corpus. */
  file: string
  line?: number
  /** Of `metadata-missing`: the fields that nothing tells. */
  fields?: string[]
}
