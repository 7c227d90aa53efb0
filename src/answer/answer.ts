import type { Span } from '../text/span.ts'

export interface Citation {
  record: string
  /** SHA-256 of the record's text, hex. */
  version: string
  title: string
  kind: string
  publisher?: string
  date?: string
  speaker?: { name: string; role?: string }
  /** The question that the quoted words reply to. */
  question?: { text: string; asker?: string }
  /** Title of the innermost section. */
  section?: string
  /** The quote in `record.text`. */
  span: Span
  /** The passage around it. */
  passage: Span
  /** Permalink, relative to the server: `/r/<id>#t<turn>`. */
  url: string
  /** Where the record was published. */
  source?: string
}

export interface Quote {
  /** `record.text.slice(citation.span.start, citation.span.end)`. */
  text: string
  score: number
  confidence: number
  /** Spans in `text` (not in the record) to mark. */
  highlights: Span[]
  citation: Citation
  /** Other places where the same words stand. */
  alsoIn: Citation[]
}

export interface Searched {
  records: number
  passages: number
  /** Earliest and latest date among the records searched. */
  from?: string
  to?: string
}

export interface Answer {
  kind: 'answer'
  question: string
  quotes: Quote[]
  searched: Searched
  /** Fingerprint of the index. */
  index: string
}

export type AbstentionReason = 'no-match' | 'low-confidence'

export interface Abstention {
  kind: 'abstention'
  question: string
  reason: AbstentionReason
  /** The nearest passages, which are not answers. */
  nearest: Quote[]
  searched: Searched
  index: string
}

export type Outcome = Answer | Abstention
