import type { Outcome } from '../answer/answer.ts'
import type { About } from './shape.ts'

export interface Exchange {
  question: string
  outcome: Outcome
}

/** What of a conversation outlives a change of language or form. */
export interface Kept {
  exchanges: readonly Exchange[]
  isShown: boolean
  draft: string
  /** The question under way. */
  pending: string | undefined
  /** What the server tells of itself, if it has been asked. */
  about: Promise<About | undefined> | undefined
  takesRatings: boolean
}
