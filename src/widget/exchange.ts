import type { Outcome } from '../answer/answer.ts'
import type { Server } from './server.ts'

export interface Exchange {
  question: string
  outcome: Outcome
}

/** What of a conversation outlives a change of language or form. */
export interface Kept {
  server: Server
  exchanges: readonly Exchange[]
  isShown: boolean
  draft: string
  /** The question under way. */
  pending: string | undefined
}
