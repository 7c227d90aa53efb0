import { createAnswerId, type FillRandom } from '../store/answer-id.ts'
import { type Store, toKeptOutcome } from '../store/store.ts'
import { readVote, signVote } from '../store/vote-token.ts'
import type { Ledger } from './ledger.ts'

export interface StoreLedgerOptions {
  store: Store
  /** Signs votes: who knows it can vote for anybody. */
  secret: string
  random: FillRandom
}

/** Keeps what bots are asked in a store, and lets the answers be judged. */
export function createStoreLedger({ store, secret, random }: StoreLedgerOptions): Ledger {
  return {
    async nameAnswer({ platform, site }) {
      const answer = createAnswerId(random)
      const sign = (vote: 'up' | 'down') => signVote(secret, { platform, answer, vote })
      const [up, down] = await Promise.all([sign('up'), sign('down')])
      const page = (token: string) => `${site}/f/${platform}/${token}`
      return { answer, votes: { up, down, upPage: page(up), downPage: page(down) } }
    },
    keepQuestion: ({ outcome, ...asked }) => store.keepQuestion({ ...asked, ...toKeptOutcome(outcome) }),
    async keepVote({ platform, token, user, vote }) {
      const signed = await readVote(secret, platform, token)
      if (!signed) return false
      await store.keepVote({ platform, answer: signed.answer, user, vote: vote ?? signed.vote })
      return true
    },
  }
}
