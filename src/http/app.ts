import { Hono, type MiddlewareHandler } from 'hono'
import { requestId } from 'hono/request-id'
import type { Lectern } from '../answer/lectern.ts'
import type { Store } from '../store/store.ts'
import { once } from '../text/once.ts'
import type { AnswerStore } from './answer-store.ts'
import { createApi } from './api.ts'
import { createTellAsked } from './asked.ts'
import type { Assets } from './assets.ts'
import { sendAtOnce } from './at-once.ts'
import type { Served, Variables } from './context.ts'
import { describeRequest } from './describe-request.ts'
import { createDocument } from './document.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { tagEdition } from './middleware/edition.ts'
import { securityHeaders } from './middleware/headers.ts'
import { keptAnswers } from './middleware/kept-answers.ts'
import { limitBody, limitUrl, refuseMethod } from './middleware/limits.ts'
import { createObserve, type Log, observeAll } from './middleware/observe.ts'
import { allowOrigins } from './middleware/origins.ts'
import { type Allows, limitRate } from './middleware/rate.ts'
import { revalidation } from './middleware/revalidation.ts'
import { toAllowedOrigin, toOrigin } from './origin.ts'
import { type Problem, respondProblem, toProblem } from './problem.ts'
import { mountAbout } from './routes/about.ts'
import { mountAdmin } from './routes/admin.ts'
import { mountAsk } from './routes/ask.ts'
import { mountDocs } from './routes/docs.ts'
import { mountFeedback } from './routes/feedback.ts'
import { mountOperations } from './routes/operations.ts'
import { respondNotice, wantsPage } from './routes/pages/context.ts'
import { mountPages } from './routes/pages/pages.ts'
import { mountRecords } from './routes/records.ts'
import { mountVerify } from './routes/verify.ts'
import { listSpeakers } from './speakers.ts'

export interface AppOptions {
  lectern: Lectern
  /** Version of the program, as `/api/about` and `/metrics` tell it. */
  version: string
  /** Without them there is no `/docs`, no `/widget.js`, and pages have no script. */
  assets?: Assets
  /**
   * Origins (`https://example.org`) whose pages may call `/api/*`; `*` is all. Defaults to none.
   * @throws {LecternError} `origin-invalid` from `createApp`.
   */
  corsOrigins?: readonly string[]
  /**
   * Address of the site, for canonical links, the sitemap and citations. Defaults to that of each request, which
   * behind a proxy may be another than the public one.
   * @throws {LecternError} `origin-invalid` from `createApp`, for anything but scheme and host.
   */
  siteUrl?: string
  /** The day it is, `YYYY-MM-DD`: when a citation was accessed. Defaults to the clock's day in UTC. */
  today?: () => string
  /** Milliseconds of a clock that measures durations. Defaults to `performance.now`. */
  now?: () => number
  /** Says whether a question or quote may be answered now; who is declined gets 429. Defaults to all of them. */
  allows?: Allows
  /** Keeps answers to `GET /api/ask`, so that the same question costs next to nothing. Defaults to none. */
  answers?: AnswerStore
  /** Keeps questions and what readers say of answers. Defaults to none: then nothing is kept, and nobody is asked. */
  store?: Store
  /** Who sends it may read the questions that the store keeps. Without it, or without a store, nobody can. */
  adminToken?: string
  /**
   * Told of work that goes on behind a response, where the runtime has no context to tell: whoever ends the process
   * waits for it. Defaults to nobody.
   */
  goOn?: (work: Promise<unknown>) => void
  /** Adds routes of its own, such as those of bots. */
  mount?: (app: Hono) => void
  /** Told of every request and every fault. Defaults to silence. */
  log?: Log
  /** Defaults to figures kept in memory. */
  metrics?: Metrics
}

/** The HTTP API and the pages. Runs wherever there are `Request` and `Response`. */
export function createApp(options: AppOptions): Hono {
  const { lectern, version, assets, log = () => {}, now = () => performance.now() } = options
  const { metrics = createMetrics({ lectern, version }), today = readDay, answers, allows } = options
  const { store, adminToken } = options
  const corsOrigins = (options.corsOrigins ?? []).map(toAllowedOrigin)
  const speakers = once(() => listSpeakers(lectern.records))
  const tellAsked = createTellAsked({ metrics, store, lectern, log, goOn: options.goOn })
  const takesFeedback = store !== undefined
  const served: Served = {
    lectern,
    speakers,
    version,
    metrics,
    tellAsked,
    takesFeedback,
    assets,
    corsOrigins,
    today,
  }
  const app = new Hono<{ Variables: Variables }>()
  const plain = app as unknown as Hono

  const observe = createObserve({ log, metrics })
  app.use(requestId(), observeAll(observe, now), ...securityHeaders(), tellSite(options))
  if (corsOrigins.length > 0) app.use('/api/*', allowOrigins(corsOrigins))
  app.use(refuseMethod(plain), limitUrl)
  if (allows) {
    const limited = limitRate(allows)
    for (const path of ['/api/ask', '/api/verify', '/api/feedback', '/admin/*', '/']) app.use(path, limited)
  }
  app.use('/api/*', limitBody, ...revalidation())
  const edition = `${version}-${lectern.edition}`
  app.use('/api/ask', tagEdition(edition))
  if (answers) app.use('/api/ask', keptAnswers({ answers, edition, tellAsked }))
  const api = createApi(app)
  mountAbout(api, served)
  mountAsk(api, served)
  mountVerify(api, served)
  mountRecords(api, served)
  if (store) mountFeedback(api, store)
  if (store && adminToken) mountAdmin(api, { store, token: adminToken })
  mountOperations(api, served)
  app.get('/openapi.json', ...revalidation(), createDocument(api.routes, version))
  mountPages(plain, served)
  if (assets) mountDocs(plain, assets)
  options.mount?.(plain)

  const respond = (c: Parameters<typeof respondProblem>[0], problem: Problem) =>
    wantsPage(c) ? respondNotice(c, problem) : respondProblem(c, problem)
  app.notFound((c) => {
    const detail = `There is nothing at ${c.req.path}. /openapi.json lists what there is.`
    return respond(c, { status: 404, code: 'not-found', detail })
  })
  app.onError((error, c) => {
    const problem = toProblem(error)
    if (problem.status >= 500) log({ level: 'error', message: 'fault', ...describeRequest(c), error })
    return respond(c, problem)
  })
  if (answers?.peek && !allows)
    plain.fetch = sendAtOnce(plain.fetch, { answers, edition, corsOrigins, now, tellAsked, observe })
  return plain
}

// ---------------------------------------------------------------------------

/** Tells handlers the address of the site and whether its scripts are served. */
function tellSite({ siteUrl, assets }: AppOptions): MiddlewareHandler {
  const site = siteUrl === undefined ? undefined : toOrigin(siteUrl)
  return async (c, next) => {
    c.set('site', site ?? new URL(c.req.url).origin)
    c.set('scripted', assets !== undefined)
    return next()
  }
}

function readDay(): string {
  return new Date().toISOString().slice(0, 10)
}
