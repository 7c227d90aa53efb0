import type { Span } from '../text/span.ts'

export interface Citation {
  record: string
  /** SHA-256 of the record's text, hex. */
  version: string
  title: string
  kind: string
  /** BCP 47 tag of the record's text; absent when nothing tells. */
  language?: string
  publisher?: string
  date?: string
  speaker?: { name: string; role?: string }
  /** The question that the quoted words reply to. */
  question?: { text: string; asker?: string }
  /** Title of the innermost section. */
  section?: string
  /** The quote in `record.text`. */
  span: Span
  /** The passage around it; more than one where the quote was widened over a qualifier. */
  passage: Span
  /** Permalink, relative to the server: `/r/<id>#t<turn>`. */
  url: string
  /** Where the record was published. */
  source?: string
}

/** Sentences beside a quote, in the same turn, that qualify it and that it had no room for; word for word. */
export interface Clipped {
  /** The sentence before the quote, or the beginning of its first sentence where that one had to be cut. */
  before?: string
  /** The sentence after the quote, or the rest of its last sentence where that one had to be cut. */
  after?: string
}

/** One summand: `effect` is `value` times `weight`. */
export interface Effect {
  name: string
  value: number
  weight: number
  effect: number
}

/** A term of the question: how much it tells, and whether the quote holds it or only what stands around. */
export interface TermFound {
  term: string
  /** Inverse document frequency, times what the kind of term counts. */
  weight: number
  found: 'quote' | 'context' | 'no'
}

/** Why a quote stands where it stands. */
export interface Explanation {
  /** Their effects add up to the score. */
  features: Effect[]
  /** Their effects add up to the logit of the confidence. */
  confidence: Effect[]
  terms: TermFound[]
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
  /** Absent where the quote loses no qualifier. */
  clipped?: Clipped
  /** Present where the request asks for it. */
  explanation?: Explanation
}

/** A question that the corpus asks itself, and answers. */
export interface FollowUp {
  /** Word for word from the record. */
  question: string
  /** Where the record asks it: a permalink, relative to the server. */
  url: string
}

/** What the filters leave. */
export interface Searched {
  /** By speaker, those in which the speaker has a turn. */
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
  /** Further questions, three at most; each was asked and is answered where it comes from. */
  followUps: FollowUp[]
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
  /** Words of the question, as typed, that no passage within the filters holds. */
  missing: string[]
  searched: Searched
  index: string
}

export type Outcome = Answer | Abstention
