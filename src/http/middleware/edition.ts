import type { MiddlewareHandler } from 'hono'

/**
 * Tags every good response with `edition`, for a route whose responses depend on nothing but it and the request. Who has
 * the response already is told so, and nothing is asked again.
 */
export function tagEdition(edition: string): MiddlewareHandler {
  const tag = `"${edition}"`
  return async (c, next) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (isRead && holdsTag(c.req.header('If-None-Match'), tag))
      return c.body(null, 304, { ETag: tag, 'Cache-Control': 'no-cache' })
    await next()
    if (isRead && c.res.ok) c.res.headers.set('ETag', tag)
  }
}

/** Compares weakly, as RFC 9110 has it for `If-None-Match`. */
function holdsTag(given: string | undefined, tag: string): boolean {
  return (given ?? '').split(',').some((one) => one.trim().replace(/^W\//u, '') === tag)
}
