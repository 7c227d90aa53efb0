import { cors } from 'hono/cors'
import { LecternError } from '../errors.ts'

/** Lets pages of `origins` read what `/api/*` answers. */
export function allowOrigins(origins: readonly string[]) {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Content-Type'],
    exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
    maxAge: 3600,
  })
}

/**
 * The origin as browsers send it: `https://example.org`. `*` stands for all.
 * @throws {LecternError} `origin-invalid`: with a path, without a scheme, or no address at all.
 */
export function toOrigin(given: string): string {
  if (given === '*') return given
  const url = parseUrl(given)
  if (!url || !/^https?:$/u.test(url.protocol)) {
    throw new LecternError(
      'origin-invalid',
      `${JSON.stringify(given)} is no origin: give scheme and host, such as https://example.org`,
    )
  }
  if (!/^\/?$/u.test(url.pathname) || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new LecternError(
      'origin-invalid',
      `${JSON.stringify(given)} is more than an origin: give only ${url.origin}`,
    )
  }
  return url.origin
}

// ---------------------------------------------------------------------------

function parseUrl(given: string): URL | undefined {
  return URL.canParse(given) ? new URL(given) : undefined
}
