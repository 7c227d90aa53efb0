import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const strict = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'img-src': "'self' data:",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'self'",
}

/** What pages may load and do: nothing from elsewhere, nothing inline. */
export const pagePolicy = toPolicy(strict)

/** Swagger UI styles its elements inline and fetches the document. */
export const docsPolicy = toPolicy({
  ...strict,
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self'",
})

/** Security headers on every response. A handler may set a content security policy of its own. */
export function securityHeaders(): MiddlewareHandler[] {
  return [secureHeaders({ strictTransportSecurity: 'max-age=15552000' }), contentSecurityPolicy]
}

// ---------------------------------------------------------------------------

const contentSecurityPolicy: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', pagePolicy)
}

function toPolicy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
