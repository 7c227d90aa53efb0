import type { Span } from '../../text/span.ts'
import type { Citation } from '../answer.ts'

type Told = 'title' | 'kind' | 'publisher' | 'date' | 'speaker' | 'section' | 'source' | 'language'

/** What is cited: a quote of a record, or, without `text`, the whole record. */
export interface CitedSource extends Pick<Citation, Told> {
  /** Id of the record and where the quote stands in its text; a key is made of them. */
  record?: string
  span?: Span
  /** The quote, word for word. */
  text?: string
  /** Where the quote or the record can be read: an absolute http(s) address. */
  address: string
  /** Day on which it was read there, `YYYY-MM-DD`. */
  accessed?: string
}
