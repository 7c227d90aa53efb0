import type { Span } from '../text/span.ts'

/** The unit retrieved: whole paragraphs of one turn. Its text is `record.text.slice(span.start, span.end)`. */
export interface Passage {
  /** Number in the index, from 0, in the order of records and text. */
  id: number
  /** Number of the record in the index, from 0. */
  record: number
  /** Number of the turn in the record, from 0. */
  turn: number
  span: Span
  /** Number of the question turn that this passage replies to. */
  question?: number
  /** Number of the innermost section that it stands in. */
  section?: number
}
