import { Hono } from 'hono'
import type { Outcome } from '../../src/answer/answer.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { createBehind } from '../../src/behind/behind.ts'
import type { Ledger } from '../../src/bot/ledger.ts'
import { mountBots } from '../../src/bot/mount-bots.ts'
import { type Called, type PlatformCase, start } from '../contract/platform-case.ts'
import { openPlatform } from '../contract/platform-scene.ts'
import { site } from './shown.ts'

/** The whole way from a request to the message that comes of an outcome, with buttons to vote. */
export function openWay(one: PlatformCase): (outcome: Outcome) => Promise<unknown> {
  let given: Outcome | undefined
  let calls: Called[] = []
  const behind = createBehind()
  const platform = openPlatform(one.environment, {
    now: () => start,
    fetch: async (address, init) => {
      const body = JSON.parse(String(init?.body))
      calls.push({ method: String(init?.method), address: String(address), body })
      return Response.json(one.taken)
    },
  })
  const app = new Hono()
  mountBots(app, {
    lectern: { ask: async () => given } as unknown as Lectern,
    platforms: [platform],
    claims: { claim: async () => true, release: async () => {} },
    ledger,
    behind,
    siteUrl: site,
    log: ({ error }) => {
      throw error
    },
  })
  return async (outcome) => {
    given = outcome
    calls = []
    const { path, headers, body } = await one.ask(outcome.question)
    const response = await app.request(path, { method: 'POST', headers, body })
    await behind.drain()
    return one.messageOf({ status: response.status, body: await response.text() }, calls)
  }
}

// ---------------------------------------------------------------------------

/** Tokens of the length that they have. */
const ledger: Ledger = {
  async nameAnswer({ platform, site }) {
    const token = (vote: string) => `fb1.${'a'.repeat(22)}.${vote}.${'A'.repeat(22)}`
    const page = (vote: string) => `${site}/f/${platform}/${token(vote)}`
    const votes = { up: token('up'), down: token('down'), upPage: page('up'), downPage: page('down') }
    return { answer: 'a1', votes }
  },
  keepQuestion: async () => {},
  keepVote: async () => true,
}
