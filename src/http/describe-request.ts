import type { Context } from 'hono'

/** A request as the log names it. */
export function describeRequest(c: Context) {
  const { method, path } = c.req
  return { requestId: String(c.get('requestId')), method, path }
}
