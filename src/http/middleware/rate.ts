import type { MiddlewareHandler } from 'hono'
import { type Problem, respondProblem } from '../problem.ts'
import { respondNotice, wantsPage } from '../routes/pages/context.ts'

/** Says whether a request may be answered now. Runtimes know how: an address, a binding, a clock. */
export type Allows = (request: Request) => Promise<boolean>

/** After how many seconds to try again, where nobody tells. */
const wait = 60

/** Refuses with 429 what `allows` declines. Only questions, quotes and votes cost anything: all else is let through. */
export function limitRate(allows: Allows): MiddlewareHandler {
  return async (c, next) => {
    const isQuestion = c.req.path !== '/' || c.req.query('q') !== undefined
    if (!isQuestion || c.req.method === 'OPTIONS' || (await allows(c.req.raw))) return next()
    return wantsPage(c) ? respondNotice(c, tooMany) : respondProblem(c, tooMany)
  }
}

const tooMany: Problem = {
  status: 429,
  code: 'too-many-requests',
  detail: `Too many questions in a short time. Ask again in ${wait} seconds.`,
  headers: { 'Retry-After': String(wait) },
}
