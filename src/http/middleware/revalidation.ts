import type { MiddlewareHandler } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

/** Answers to cross-origin requests keep these on a 304, or browsers would withhold it. */
const corsHeaders = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-expose-headers',
]

/**
 * `ETag` and 304 by a digest of the body, which depends on more than the index: on the threshold, and on the address
 * of the site. Clients may keep a response but ask each time whether it still holds, unless the handler says otherwise.
 */
export function revalidation(): [MiddlewareHandler, MiddlewareHandler] {
  const kept: MiddlewareHandler = async (c, next) => {
    await next()
    if (!c.res.ok || !(c.req.method === 'GET' || c.req.method === 'HEAD')) return
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache')
  }
  return [etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...corsHeaders] }), kept]
}
