import { type ExecutionContext, Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { createLectern } from '../answer/create-lectern.ts'
import type { Prepared } from '../answer/lectern.ts'
import { createBehind } from '../behind/behind.ts'
import type { Environment } from '../bot/config.ts'
import { createApp } from '../http/app.ts'
import { type AssetName, type Assets, assetTypes } from '../http/assets.ts'
import { securityHeaders } from '../http/middleware/headers.ts'
import type { LogEntry } from '../http/middleware/observe.ts'
import type { Allows } from '../http/middleware/rate.ts'
import { respondProblem } from '../http/problem.ts'
import { respondNotice, wantsPage } from '../http/routes/pages/context.ts'
import { openIndex } from '../search/open.ts'
import { createD1Store, type D1Binding } from '../store/d1-store.ts'
import type { Store } from '../store/store.ts'
import { openBots } from './bots.ts'
import { createEdgeStore, type EdgeCache } from './edge-store.ts'
import { networkOf } from './network-of.ts'
import { readJoined } from './read-joined.ts'

/** What `wrangler.toml` binds. */
export interface Bindings {
  /** `index/`, `static/` and `prepared.json` as `scripts/gather-assets.mjs` lays them out; only the Worker reads them. */
  ASSETS: { fetch(url: URL): Promise<Response> }
  /** Origins whose pages may call the API, with spaces between them. Empty for none. */
  CORS_ORIGINS?: string
  /** Public address of the site. Empty for that of each request. */
  SITE_URL?: string
  /** Counts questions by the address that asks. Absent where nobody is to be declined. */
  RATE_LIMITER?: { limit(options: { key: string }): Promise<{ success: boolean }> }
  /** Keeps questions and feedback. Absent where nothing is to be kept. */
  DB?: D1Binding
  /** `off`: no questions are kept, only what readers say of answers. */
  QUESTION_LOG?: string
  /** How many days questions and feedback are kept. Empty for 90. */
  RETENTION_DAYS?: string
  /** A secret: who sends it may read the questions. */
  LECTERN_ADMIN_TOKEN?: string
}

/** The part of the Workers runtime's context that is used. */
export interface Context {
  waitUntil(promise: Promise<unknown>): void
}

/** Version of the program, put in by `wrangler.toml`: a Worker has no `package.json` to read. */
declare const LECTERN_VERSION: string

/** One for the isolate; its first request opens it. */
let opening: Promise<Hono> | undefined

/** The same app as on Node. */
export default {
  async fetch(request: Request, bindings: Bindings, context: Context): Promise<Response> {
    const app = await openOnce(bindings, context).catch(createUnavailableApp)
    return app.fetch(request, bindings, context as ExecutionContext)
  },
  /** A cron trigger, where there is one: deletes what is too old. */
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    await openStore(bindings)?.prune()
  },
}

// ---------------------------------------------------------------------------

function openOnce(bindings: Bindings, context: Context): Promise<Hono> {
  if (opening === undefined) {
    opening = openApp(bindings, context)
    // Others wait for it too: it must go on when the first asker hangs up, and begin anew after a fault.
    context.waitUntil(
      opening.catch(() => {
        opening = undefined
      }),
    )
  }
  return opening
}

/** Types of Node and of browsers know no cache of the whole data centre. */
const edge = (globalThis as { caches?: { default?: EdgeCache } }).caches?.default

async function openApp(bindings: Bindings, context: Context): Promise<Hono> {
  const { ASSETS, CORS_ORIGINS = '', SITE_URL = '', RATE_LIMITER, LECTERN_ADMIN_TOKEN } = bindings
  const store = openStore(bindings)
  // An isolate lives for hours at most: what is too old goes even without a cron trigger.
  if (store)
    context.waitUntil(store.prune().catch((error) => console.error('The store is not pruned:', error)))
  const fetchIndex = (name: string) => fetchAsset(ASSETS, `index/${name}`)
  const [index, prepared] = await Promise.all([
    openIndex(
      async (name) => (await fetchIndex(name))?.text(),
      async (names, size) => readJoined(await Promise.all(names.map(fetchIndex)), size),
    ),
    fetchAsset(ASSETS, 'prepared.json').then((response) => response?.json() as Promise<Prepared> | undefined),
  ])
  const lectern = createLectern(index, { ...(prepared && { prepared }) })
  const bots = await openBots({
    lectern,
    environment: bindings as unknown as Environment,
    // Every request of a Worker has a context that keeps its work alive.
    behind: createBehind(),
    ...(store && { store }),
    ...(SITE_URL !== '' && { siteUrl: SITE_URL }),
    tellFault: ({ error, ...fault }) => console.error(JSON.stringify(fault), error),
  })
  return createApp({
    lectern,
    version: LECTERN_VERSION,
    assets: openAssets(ASSETS),
    corsOrigins: CORS_ORIGINS.split(/\s+/u).filter((origin) => origin !== ''),
    ...(SITE_URL !== '' && { siteUrl: SITE_URL }),
    ...(RATE_LIMITER && { allows: createAllows(RATE_LIMITER) }),
    ...(edge && { answers: createEdgeStore(edge) }),
    ...(store && { store }),
    ...(LECTERN_ADMIN_TOKEN && { adminToken: LECTERN_ADMIN_TOKEN }),
    ...(bots && { mount: bots.mount }),
    log: logFault,
  })
}

function openStore({ DB, QUESTION_LOG = '', RETENTION_DAYS = '' }: Bindings): Store | undefined {
  if (!DB) return undefined
  return createD1Store(DB, {
    now: Date.now,
    random: (bytes) => crypto.getRandomValues(bytes),
    questionLog: QUESTION_LOG !== 'off',
    ...(RETENTION_DAYS !== '' && { retentionDays: toDays(RETENTION_DAYS) }),
  })
}

function toDays(given: string): number {
  if (/^[1-9]\d{0,4}$/u.test(given)) return Number(given)
  throw new Error(`RETENTION_DAYS must be a whole number of days from 1, not ${JSON.stringify(given)}`)
}

function createAllows(limiter: NonNullable<Bindings['RATE_LIMITER']>): Allows {
  return async (request) => {
    const key = networkOf(request.headers.get('CF-Connecting-IP') ?? 'unknown')
    return (await limiter.limit({ key })).success
  }
}

function openAssets(assets: Bindings['ASSETS']): Assets {
  return {
    async read(name: AssetName) {
      const response = await fetchAsset(assets, `static/${name}`)
      return response && { body: new Uint8Array(await response.arrayBuffer()), type: assetTypes[name] }
    },
  }
}

async function fetchAsset(assets: Bindings['ASSETS'], path: string): Promise<Response | undefined> {
  const response = await assets.fetch(new URL(`/${path}`, 'https://assets.local'))
  if (response.ok) return response
  await response.body?.cancel()
  if (response.status === 404) return undefined
  throw new Error(`the static assets answered ${response.status} for ${path}`)
}

function logFault({ level, error, ...entry }: LogEntry): void {
  if (level === 'error') console.error(JSON.stringify(entry), error)
}

function createUnavailableApp(error: unknown): Hono {
  console.error('The index cannot be opened:', error)
  const detail = 'The index cannot be opened at the moment. Try again later; the fault has been logged.'
  const problem = {
    status: 503,
    code: 'index-unavailable',
    detail,
    headers: { 'Retry-After': '10' },
  } as const
  return new Hono()
    .use(requestId(), ...securityHeaders())
    .all('*', (c) => (wantsPage(c) ? respondNotice(c, problem) : respondProblem(c, problem)))
}
