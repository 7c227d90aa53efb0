import type { Hono } from 'hono'
import type { Lectern } from '../answer/lectern.ts'
import type { Behind } from '../behind/behind.ts'
import type { Environment } from '../bot/config.ts'
import { type PlatformName, platformNames } from '../bot/platform.ts'
import type { Store } from '../store/store.ts'
import { sha256 } from '../text/digest.ts'

export interface BotsOptions {
  lectern: Lectern
  environment: Environment
  /** Keeps what is asked and how it is judged, and which deliveries were taken. */
  store?: Store
  /** Address of the site, for links. Defaults to that of each request. */
  siteUrl?: string
  /** For work that goes on behind a response. */
  behind: Behind
  /** Calls the platforms. Defaults to the runtime's. */
  fetch?: typeof fetch
  /** Told of what goes wrong behind a response. */
  tellFault(fault: { platform: PlatformName; what: string; error: unknown }): void
}

export interface Bots {
  platforms: readonly PlatformName[]
  mount(app: Hono): void
}

/**
 * The bots whose secrets are set; undefined for none, and then nothing of them is loaded.
 * @throws {LecternError} `bot-config-invalid`.
 */
export async function openBots(options: BotsOptions): Promise<Bots | undefined> {
  const { environment, lectern, store, siteUrl, behind, tellFault } = options
  if (!Object.keys(environment).some((name) => ofBots.test(name))) return undefined
  const [
    { openPlatforms },
    { mountBots },
    { createMemoryClaims },
    { createStoreLedger },
    { mountVotePages },
  ] = await Promise.all([
    import('../bot/config.ts'),
    import('../bot/mount-bots.ts'),
    import('../bot/claims.ts'),
    import('../bot/store-ledger.ts'),
    import('../http/routes/pages/vote.ts'),
  ])
  const now = Date.now
  const call = options.fetch ?? ((...init) => fetch(...init))
  const platforms = openPlatforms(environment, { now, fetch: call })
  if (platforms.length === 0) return undefined
  const ledger =
    store &&
    createStoreLedger({
      store,
      secret: await readSecret(environment),
      random: (bytes) => crypto.getRandomValues(bytes),
    })
  const names = platforms.map(({ name }) => name)
  return {
    platforms: names,
    mount(app) {
      mountBots(app, {
        lectern,
        platforms,
        claims: store ?? createMemoryClaims(now),
        behind,
        log: tellFault,
        ...(ledger && { ledger }),
        ...(siteUrl !== undefined && { siteUrl }),
      })
      if (ledger) mountVotePages(app, { platforms: names, keepVote: ledger.keepVote })
    },
  }
}

// ---------------------------------------------------------------------------

/** Variables of a platform begin with its name. */
const ofBots = new RegExp(`^(?:${platformNames.join('|').toUpperCase()})_`, 'u')

/** Signs votes: `LECTERN_SECRET`, else what only whoever knows all secrets of the bots can tell. */
async function readSecret(environment: Environment): Promise<string> {
  const { LECTERN_SECRET } = environment
  if (typeof LECTERN_SECRET === 'string' && LECTERN_SECRET !== '') return LECTERN_SECRET
  const secrets = Object.entries(environment).filter(
    ([name, value]) => ofBots.test(name) && typeof value === 'string',
  )
  return sha256(JSON.stringify(secrets.sort(([a], [b]) => (a < b ? -1 : 1))))
}
