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

/** Counts, times and logs every request. */
export function observe({
  now,
  log,
  metrics,
}: {
  now(): number
  log: Log
  metrics: Metrics
}): MiddlewareHandler {
  return async (c, next) => {
    const start = now()
    await next()
    const durationMs = now() - start
    const { status } = c.res
    const method = methods.has(c.req.method) ? c.req.method : 'other'
    metrics.observeRequest({ route: routeOf(c), method, status, seconds: durationMs / 1000 })
    log({
      level: 'info',
      message: 'request',
      requestId: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status,
      durationMs,
    })
  }
}

/** The pattern that the path matched, so that the number of labels stays small. */
function routeOf(c: Parameters<MiddlewareHandler>[0]): string {
  return matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'unmatched'
}
