import type { Outcome } from '../answer/answer.ts'
import type { PlatformName, VotePress } from './platform.ts'
import type { Votes } from './reply.ts'

export interface NamedAnswer {
  answer: string
  votes: Votes
}

/** Keeps what is asked and how answers are judged. */
export interface Ledger {
  /** A name for an answer to come, and the tokens to vote on it with. Nothing is kept of it yet. */
  nameAnswer(to: { platform: PlatformName; site: string }): Promise<NamedAnswer>
  /** Keeps a question under the name of its answer. */
  keepQuestion(asked: {
    answer: string
    platform: PlatformName
    question: string
    outcome: Outcome
  }): Promise<void>
  /** @returns false for a token that is none of ours. */
  keepVote(press: {
    platform: PlatformName
    token: string
    user: string
    vote?: VotePress['vote']
  }): Promise<boolean>
}
