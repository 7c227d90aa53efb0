import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import { cors } from 'hono/cors'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import type { Lectern } from '../answer/lectern.ts'
import type { Assets } from './assets.ts'
import type { App, Served } from './context.ts'
import { createDocument } from './document.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { securityHeaders } from './middleware/headers.ts'
import { limitBody, limitUrl, refuseMethod } from './middleware/limits.ts'
import { type Log, observe } from './middleware/observe.ts'
import { revalidation } from './middleware/revalidation.ts'
import { type Problem, respondProblem, toProblem } from './problem.ts'
import { mountAsk } from './routes/ask.ts'
import { mountDocs } from './routes/docs.ts'
import { mountOperations } from './routes/operations.ts'
import { mountPages, respondNotice, wantsPage } from './routes/pages.ts'
import { mountRecords } from './routes/records.ts'
import { mountVerify } from './routes/verify.ts'
import { refuseInvalid } from './validation.ts'

export interface AppOptions {
  lectern: Lectern
  /** Version of the program; part of every `ETag`. */
  version: string
  /** Swagger UI's files. Without them there is no `/docs`. */
  assets?: Assets
  /** Origins (`https://example.org`) whose pages may call `/api/*`. Defaults to none. */
  corsOrigins?: readonly string[]
  /** Milliseconds of a clock that measures durations. Defaults to `performance.now`. */
  now?: () => number
  /** Told of every request and every fault. Defaults to silence. */
  log?: Log
  /** Defaults to figures kept in memory. */
  metrics?: Metrics
}

/** The HTTP API and the pages. Runs wherever there are `Request` and `Response`. */
export function createApp(options: AppOptions): Hono {
  const { lectern, version, assets, corsOrigins = [], log = () => {} } = options
  const { now = () => performance.now(), metrics = createMetrics({ lectern, version }) } = options
  const served: Served = { lectern, version, metrics }
  const app: App = new OpenAPIHono<{ Variables: RequestIdVariables }>({ defaultHook: refuseInvalid })
  const plain = app as unknown as Hono

  app.use(requestId(), observe({ now, log, metrics }), ...securityHeaders(), refuseMethod(plain), limitUrl)
  if (corsOrigins.length > 0) app.use('/api/*', allowOrigins(corsOrigins))
  app.use('/api/*', limitBody, ...revalidation(`${version}-${lectern.fingerprint}`))
  mountAsk(app, served)
  mountVerify(app, served)
  mountRecords(app, served)
  mountOperations(app, served)
  app.get('/openapi.json', ...revalidation(), createDocument(app, version))
  mountPages(plain, served)
  if (assets) mountDocs(plain, assets)

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
  return plain
}

// ---------------------------------------------------------------------------

function allowOrigins(origins: readonly string[]) {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Content-Type'],
    exposeHeaders: ['ETag', 'X-Request-Id'],
    maxAge: 3600,
  })
}

function describeRequest(c: Parameters<typeof respondProblem>[0]) {
  const { method, path } = c.req
  return { requestId: String(c.get('requestId')), method, path }
}
