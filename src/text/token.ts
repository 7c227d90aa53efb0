import type { Span } from './span.ts'

/** One occurrence of a term in a text. */
export interface Token extends Span {
  term: string
}
