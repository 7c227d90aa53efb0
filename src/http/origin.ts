import { LecternError } from '../errors.ts'

/** As `toOrigin`; `*`, which stands for all origins, stays. */
export function toAllowedOrigin(given: string): string {
  return given === '*' ? given : toOrigin(given)
}

/**
 * The origin as browsers send it: `https://example.org`.
 * @throws {LecternError} `origin-invalid`: with a path, without a scheme, or no address at all.
 */
export function toOrigin(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || !/^https?:$/u.test(url.protocol)) {
    const message = `${JSON.stringify(given)} is no origin: give scheme and host, such as https://example.org`
    throw new LecternError('origin-invalid', message)
  }
  if (url.href !== `${url.origin}/`) {
    const message = `${JSON.stringify(given)} is more than an origin: give only ${url.origin}`
    throw new LecternError('origin-invalid', message)
  }
  return url.origin
}
