import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Lectern } from '../../src/answer/lectern.ts'
import { createBehind } from '../../src/behind/behind.ts'
import { createMemoryClaims } from '../../src/bot/claims.ts'
import { describePlatforms } from '../../src/bot/config.ts'
import { mountBots } from '../../src/bot/mount-bots.ts'
import type { Platform } from '../../src/bot/platform.ts'
import { type PlatformCase, proofOf, type Sent, start, withProof } from '../contract/platform-case.ts'
import { answerOf } from '../contract/platform-outcomes.ts'
import { openPlatform } from '../contract/platform-scene.ts'
import { cases } from './cases.ts'
import { createRandom, type Random } from './random.ts'

/** Over all platforms. */
const forgeries = 100_000
/** One in so many goes all the way through the HTTP app. */
const wholeWay = 20

describe('forged requests', () => {
  const each = Math.ceil(forgeries / cases.length)

  it('are tried on every platform', () => {
    const names = new Set(cases.map(({ name }) => name))
    expect([...names].sort()).toEqual(
      describePlatforms({})
        .map(({ name }) => name)
        .sort(),
    )
  })

  it.each(cases.map((one, number) => [number, one.name, one] as const))(
    `are refused, each of ${each} (%i, %s)`,
    async (number, _, one) => {
      const random = createRandom(number + 1)
      const asked: unknown[] = []
      const { platform, post } = open(one, asked)
      // Else nothing would be told by what is refused.
      expect(await read(platform, await one.ask(honest))).toBe(true)
      const accepted: unknown[] = []
      for (let made = 0; made < each; made++) {
        const kinds = forgersFor(one)
        const [kind, forge] = kinds[made % kinds.length] as (typeof kinds)[number]
        const sent = await forge(random)
        const isTaken = made % wholeWay === 0 ? await post(sent) : await read(platform, sent)
        if (isTaken) accepted.push({ kind, sent })
      }
      expect(accepted).toEqual([])
      expect(asked).toEqual([])
    },
  )
})

// ---------------------------------------------------------------------------

type Forger = (random: Random) => Promise<Sent>

const honest = '票价会涨吗'

function forgersFor(one: PlatformCase): [string, Forger][] {
  const proof = (random: Random) => random.of(one.proofs)
  const forgers: [string, Forger][] = [
    ['random', (random) => makeRandom(one, random)],
    ['signed with another secret', (random) => one.ask(honest, { secret: secretOf(random) })],
    ['its proof cut short', (random) => changeProof(one, proof(random), (value) => random.cut(value))],
    [
      'a byte of its proof changed',
      (random) => changeProof(one, proof(random), (value) => random.change(value)),
    ],
  ]
  if (one.vote) {
    const { vote } = one
    forgers.push(['a vote signed so', (random) => vote('fb1.a1.up.mac', { secret: secretOf(random) })])
  }
  if (!one.coversBody) return forgers
  const changeBody = async (change: (body: string) => string | Promise<string>) => {
    const sent = await one.ask(honest)
    return { ...sent, body: await change(sent.body) }
  }
  return [
    ...forgers,
    ['cut short', (random) => changeBody((body) => random.cut(body))],
    ['a byte changed', (random) => changeBody((body) => random.change(body))],
    [
      'replayed with another body',
      (random) => changeBody(async () => (await one.ask(`${honest} ${random.text(8)}`)).body),
    ],
  ]
}

async function makeRandom({ ask, proofs }: PlatformCase, random: Random): Promise<Sent> {
  const { path, headers, method } = await ask(honest)
  // Not `{`, with which JSON would begin.
  const text = `x${random.text(random.below(200))}`
  let sent: Sent = {
    path,
    headers,
    ...(method !== undefined && { method }),
    body: random.below(2) === 0 ? text : JSON.stringify({ text, [random.text(5)]: random.text(9) }),
  }
  for (const proof of proofs) sent = await withProof(sent, proof, random.text(random.below(90)))
  return sent
}

async function changeProof(
  { ask }: PlatformCase,
  proof: string,
  change: (value: string) => string,
): Promise<Sent> {
  const sent = await ask(honest)
  return withProof(sent, proof, change(proofOf(sent, proof)))
}

/** In a form that every platform's secrets may have. */
function secretOf(random: Random): string {
  return Buffer.from(Array.from({ length: 32 }, () => random.below(256))).toString('base64')
}

/** Whether the endpoint takes it: what only a token proves is for the ledger to say. */
async function read(
  { endpoints }: Platform,
  { path, headers, body, method = 'POST' }: Sent,
): Promise<boolean> {
  const url = new URL(path, 'https://lectern.example')
  const endpoint = endpoints.find((one) => one.path === url.pathname)
  if (!endpoint) throw new Error(`nothing is at ${path}`)
  const reading = await endpoint.read({
    method,
    url,
    headers: new Headers(headers),
    body: new TextEncoder().encode(body),
  })
  if (reading.kind === 'vote' && reading.byTokenAlone) return isOurs(reading.token)
  return reading.kind !== 'refused' && reading.kind !== 'unreadable'
}

function isOurs(token: string): boolean {
  return token === 'fb1.a1.up.mac' || token === 'fb1.a1.down.mac'
}

function open(one: PlatformCase, asked: unknown[]) {
  const now = () => start
  const platform = openPlatform(one.environment, { now, fetch: async () => Response.json(one.taken) })
  const ask = async (question: unknown) => {
    asked.push(question)
    return answerOf(['不会。'])
  }
  const ledger = {
    nameAnswer: async () => undefined as never,
    keepQuestion: async () => {},
    keepVote: async ({ token }: { token: string }) => isOurs(token),
  }
  const app = new Hono()
  mountBots(app, {
    lectern: { ask } as Lectern,
    platforms: [platform],
    claims: createMemoryClaims(now),
    ledger,
    behind: createBehind(),
  })
  return {
    platform,
    async post({ path, headers, body, method = 'POST' }: Sent): Promise<boolean> {
      const response = await app.request(path, { method, headers, ...(method === 'POST' && { body }) })
      return ![400, 401, 404, 413].includes(response.status)
    },
  }
}
