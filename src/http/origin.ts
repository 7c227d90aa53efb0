import { LecternError } from '../errors.ts'

/**
 * The origin as browsers send it: `https://example.org`. `*`, which stands for all, stays.
 * @throws {LecternError} `origin-invalid`: with a path, without a scheme, or no address at all.
 */
export function toOrigin(given: string): string {
  if (given === '*') return given
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
