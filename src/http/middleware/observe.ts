import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Metrics } from '../metrics.ts'

/** One request or fault, for a log. Questions are not in it: they are the asker's own. */
export interface LogEntry {
  level: 'info' | 'error'
  message: string
  requestId: string
  method: string
  path: string
  status?: number
  durationMs?: number
  error?: unknown
}

export type Log = (entry: LogEntry) => void

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])

/** What is told of a request once it is answered. */
export interface Observed {
  requestId: string
  method: string
  path: string
  /** The pattern that the path matched. */
  route: string
  status: number
  durationMs: number
}

export type Observe = (observed: Observed) => void

/** Counts and logs what it is told. */
export function createObserve({ log, metrics }: { log: Log; metrics: Metrics }): Observe {
  return ({ requestId, method, path, route, status, durationMs }) => {
    const counted = methods.has(method) ? method : 'other'
    metrics.observeRequest({ route, method: counted, status, seconds: durationMs / 1000 })
    log({ level: 'info', message: 'request', requestId, method, path, status, durationMs })
  }
}

/** Times every request and tells of it. @param now milliseconds. */
export function observeAll(observe: Observe, now: () => number): MiddlewareHandler {
  return async (c, next) => {
    const start = now()
    await next()
    const durationMs = now() - start
    const { method, path } = c.req
    const { status } = c.res
    observe({ requestId: c.get('requestId'), method, path, route: routeOf(c), status, durationMs })
  }
}

/** The pattern that the path matched, so that the number of labels stays small. */
function routeOf(c: Parameters<MiddlewareHandler>[0]): string {
  return matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unmatched'
}
