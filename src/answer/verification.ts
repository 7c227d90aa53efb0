import type { Citation, Searched } from './answer.ts'

export interface VerifyRequest {
  /** What somebody published as a quote: 5,000 UTF-16 units at most. */
  quote: string
  /** Id of the only record to look in. */
  record?: string
  /** To whom the quote was attributed: a name, or an office that one person holds. */
  speaker?: string
}

/** How the same words may be written otherwise. None of them is an alteration. */
export const variants = ['punctuation', 'width', 'script', 'case', 'diacritics', 'spacing'] as const

export type Variant = (typeof variants)[number]

export const alterations = [
  'negation-added',
  'negation-dropped',
  'number-changed',
  'spliced',
  'elided',
  'other-speaker',
] as const

/**
 * `spliced`: words from different places are joined as if they were one. `elided`: an ellipsis stands where
 * words of the same turn are left out. `other-speaker`: the words are not those of the speaker given.
 */
export type Alteration = (typeof alterations)[number]

/** Words of a record. */
export interface Place {
  /** `record.text.slice(citation.span.start, citation.span.end)`. */
  text: string
  citation: Citation
}

/** What a quote begins or ends inside of, where it is long enough to be the record's all the same. */
export interface Cut {
  /** The number, word or negation that loses its beginning or stands just before, as the record has it. */
  start?: string
  /** The number or word that loses its end, as the record has it. */
  end?: string
}

/** The record holds these words, in this order, with nothing between them. */
export interface Exact extends Place {
  kind: 'exact'
  quote: string
  /** Other places where the same words stand. */
  alsoIn: Citation[]
  /** How the quote is written otherwise than the record. */
  variants: Variant[]
  cut?: Cut
  /** Fingerprint of the index. */
  index: string
}

/**
 * A run of words. The quote is its `same` and `added` runs together; `removed` runs are words of the record
 * that it lacks. `same` runs are written as in the quote.
 */
export interface DiffRun {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** The record holds something near. */
export interface Altered {
  kind: 'altered'
  quote: string
  /** What the record holds, in the order of the quote: one place, or each place that a spliced quote is from. */
  nearest: Place[]
  /** From the nearest words to the quote. */
  diff: DiffRun[]
  flags: Alteration[]
  /** Share of words that are the same, 0 to 1: twice their length over the lengths of quote and nearest words. */
  similarity: number
  index: string
}

export interface NotFound {
  kind: 'not-found'
  quote: string
  searched: Searched
  index: string
}

export type Verification = Exact | Altered | NotFound
