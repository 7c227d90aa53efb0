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
const pagePolicy = toPolicy(strict)

/** A page with a form and no script, which nobody else may frame. */
export const formPolicy = toPolicy({ ...strict, 'script-src': "'none'", 'frame-ancestors': "'none'" })

/** The page that shows the widget asks this server. */
export const embedPolicy = toPolicy({ ...strict, 'connect-src': "'self'" })

/** Swagger UI styles its elements inline and fetches the document. */
export const docsPolicy = toPolicy({
  ...strict,
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self'",
})

/** Security headers on every response. A handler may set policies of its own for content and for other origins. */
export function securityHeaders(): MiddlewareHandler[] {
  const common = secureHeaders({
    strictTransportSecurity: 'max-age=15552000',
    crossOriginResourcePolicy: false,
  })
  return [common, ownPolicies]
}

// ---------------------------------------------------------------------------

const ownPolicies: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of defaults) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

const defaults = [
  ['Content-Security-Policy', pagePolicy],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
] as const

function toPolicy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
