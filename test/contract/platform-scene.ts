import { Hono } from 'hono'
import type { Outcome } from '../../src/answer/answer.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import type { Behind } from '../../src/behind/behind.ts'
import { createMemoryClaims } from '../../src/bot/claims.ts'
import { openPlatforms } from '../../src/bot/config.ts'
import type { Ledger } from '../../src/bot/ledger.ts'
import { mountBots } from '../../src/bot/mount-bots.ts'
import type { Platform, VotePress } from '../../src/bot/platform.ts'
import { toReply } from '../../src/bot/reply.ts'
import type { PlatformDeps } from '../../src/bot/settings.ts'
import { type Called, type PlatformCase, type Sent, start } from './platform-case.ts'
import { answerOf, words } from './platform-outcomes.ts'

/** Where the suite plays: what runs the bots. */
export interface Host {
  name: string
  open(platform: Pick<PlatformCase, 'environment' | 'taken'>, options?: SceneOptions): Promise<Scene>
}

export interface SceneOptions {
  outcome?: Outcome
  /** Nothing can be kept or claimed. */
  isStoreGone?: boolean
  /** Milliseconds that a question takes. */
  delay?: number
  /** How many questions fail first. */
  faults?: number
}

/** One platform with a Lectern that answers as it is told, seen from outside. */
export interface Scene {
  post(sent: Omit<Sent, 'body'> & { body: Body }): Promise<{ status: number; body: string }>
  /** All that was done, once nothing goes on behind a response. */
  told(): Promise<Told>
  /** The message that the platform makes of an outcome. */
  render(outcome: Outcome): Promise<unknown>
}

type Body = string | Uint8Array<ArrayBuffer>

export interface Told {
  asked: { question: string; filters?: object }[]
  calls: Called[]
  /** Each with whether a response had been given before. */
  kept: { answer: string; question: string; isResponded: boolean }[]
  votes: { platform: string; token: string; user: string; vote?: VotePress['vote'] }[]
  /** How many were given. */
  responses: number
}

/** A scene, and what whoever asked is told there. */
export async function play(
  platform: Pick<PlatformCase, 'environment' | 'taken' | 'messageOf'>,
  host: Host,
  options?: SceneOptions,
) {
  const scene = await host.open(platform, options)
  return {
    ...scene,
    async message(given: { status: number; body: string }) {
      const { calls } = await scene.told()
      return platform.messageOf(given, calls)
    },
  }
}

/** What a host needs to play: JSON. */
export interface SceneSetting {
  environment: PlatformCase['environment']
  options: SceneOptions
}

/** The site of the suite. */
export const site = 'https://lectern.example'

/** The one that an environment puts on. */
export function openPlatform(environment: PlatformCase['environment'], deps: PlatformDeps): Platform {
  const [platform] = openPlatforms(environment, deps)
  if (!platform) throw new Error('no platform is on')
  return platform
}

/** The product's own code from the route to the message, with whatever is around it made up. */
export function playScene(
  { environment, options }: SceneSetting,
  { fetch, behind }: { fetch: typeof globalThis.fetch; behind: Behind },
) {
  const told: Told = { asked: [], calls: [], kept: [], votes: [], responses: 0 }
  const now = () => start
  const recorded: typeof fetch = async (address, init) => {
    const body = JSON.parse(String(init?.body))
    told.calls.push({ method: String(init?.method), address: String(address), body })
    return fetch(address, init)
  }
  const platform = openPlatform(environment, { now, fetch: recorded })
  const app = new Hono()
  app.use(async (_, next) => {
    await next()
    told.responses++
  })
  mountBots(app, {
    lectern: createLectern(options, told),
    platforms: [platform],
    claims: options.isStoreGone ? { claim: fail, release: fail } : createMemoryClaims(now),
    ledger: createLedger(options, told),
    behind,
    siteUrl: site,
  })
  const render = (outcome: Outcome) => platform.render(toReply(outcome, { language: 'zh-Hans', site }))
  return { app, told, render }
}

// ---------------------------------------------------------------------------

function createLectern(
  { outcome = answerOf([words]), delay = 0, faults = 0 }: SceneOptions,
  { asked }: Told,
): Lectern {
  let left = faults
  const ask: Lectern['ask'] = async ({ question, filters }) => {
    asked.push({ question, ...(filters && { filters }) })
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
    if (left-- > 0) throw new Error('the index is gone')
    return outcome
  }
  return { ask } as Lectern
}

function createLedger({ isStoreGone = false }: SceneOptions, told: Told): Ledger {
  return {
    nameAnswer: async ({ platform, site }) => {
      const page = (token: string) => `${site}/f/${platform}/${token}`
      const [up, down] = ['fb1.a1.up.mac', 'fb1.a1.down.mac'] as const
      return { answer: 'a1', votes: { up, down, upPage: page(up), downPage: page(down) } }
    },
    keepQuestion: async ({ answer, question }) => {
      if (isStoreGone) return fail()
      told.kept.push({ answer, question, isResponded: told.responses > 0 })
    },
    keepVote: async (press) => {
      if (!/^fb1\.a1\..*mac$/u.test(press.token)) return false
      told.votes.push(press)
      return true
    },
  }
}

async function fail(): Promise<never> {
  throw new Error('the store is gone')
}
