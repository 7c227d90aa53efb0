import type { Outcome } from '../answer/answer.ts'
import type { PlatformName, VotePress } from './platform.ts'
import type { Votes } from './reply.ts'

/** Keeps what is asked and how answers are judged. */
export interface Ledger {
  /** Keeps a question. @returns the tokens to vote with. */
  keepQuestion(asked: {
    platform: PlatformName
    question: string
    outcome: Outcome
    site: string
  }): Promise<Votes>
  /** @returns false for a token that is none of ours. */
  keepVote(press: {
    platform: PlatformName
    token: string
    user: string
    vote?: VotePress['vote']
  }): Promise<boolean>
}
