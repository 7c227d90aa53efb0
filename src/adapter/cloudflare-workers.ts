import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { createLectern } from '../answer/create-lectern.ts'
import { createApp } from '../http/app.ts'
import { securityHeaders } from '../http/middleware/headers.ts'
import type { LogEntry } from '../http/middleware/observe.ts'
import { respondProblem } from '../http/problem.ts'
import { respondNotice, wantsPage } from '../http/routes/pages.ts'
import { openIndex } from '../search/open.ts'

/** What `wrangler.toml` binds: the folder of the index as static assets, which only the Worker reads. */
export interface Bindings {
  ASSETS: { fetch(url: URL): Promise<Response> }
}

/** The part of the Workers runtime's context that is used. */
export interface Context {
  waitUntil(promise: Promise<unknown>): void
}

/** Version of the program, put in by `wrangler.toml`: a Worker has no `package.json` to read. */
declare const LECTERN_VERSION: string

/** One for the isolate; its first request opens it. */
let opening: Promise<Hono> | undefined

/** The same app as on Node, but for `/docs`: Swagger UI's files are not among the assets. */
export default {
  async fetch(request: Request, bindings: Bindings, context: Context): Promise<Response> {
    const app = await openOnce(bindings, context).catch(createUnavailableApp)
    return app.fetch(request)
  },
}

// ---------------------------------------------------------------------------

function openOnce({ ASSETS }: Bindings, context: Context): Promise<Hono> {
  if (opening === undefined) {
    opening = openApp(ASSETS)
    // Others wait for it too: it must go on when the first asker hangs up, and begin anew after a fault.
    context.waitUntil(
      opening.catch(() => {
        opening = undefined
      }),
    )
  }
  return opening
}

async function openApp(assets: Bindings['ASSETS']): Promise<Hono> {
  const index = await openIndex(async (name) => {
    const response = await assets.fetch(new URL(`/${name}`, 'https://assets.local'))
    if (response.ok) return response.text()
    await response.body?.cancel()
    if (response.status === 404) return undefined
    throw new Error(`the static assets answered ${response.status} for ${name}`)
  })
  return createApp({ lectern: createLectern(index), version: LECTERN_VERSION, log: logFault })
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
