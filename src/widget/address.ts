import type { Citation } from '../answer/answer.ts'
import { toReadLink } from '../answer/permalink.ts'

export type AddressFault = 'src-invalid' | 'src-insecure'

/** The address of a server, without a slash at its end; or why it must not be used. */
export type Address = { ok: true; base: string } | { ok: false; code: AddressFault; given: string }

/** Hosts that plain http does not leave this machine for. */
const localHosts = ['localhost', '127.0.0.1', '[::1]']

/**
 * Checks the address of a server; one without a scheme is relative to `base`, which defaults to `page`. Plain http is
 * for pages that came by http themselves, and for this machine.
 */
export function checkAddress(given: string, page: string, base = page): Address {
  const url = parseUrl(given, base)
  if (!url || !isWeb(url) || url.username !== '' || url.password !== '') {
    return { ok: false, code: 'src-invalid', given }
  }
  const isPlain = url.protocol === 'http:' && !localHosts.includes(url.hostname)
  if (isPlain && new URL(page).protocol !== 'http:') return { ok: false, code: 'src-insecure', given }
  return { ok: true, base: `${url.origin}${url.pathname.replace(/\/+$/u, '')}` }
}

/** Where a citation can be read, in the reader's language; undefined where it would lead off the server. */
export function toReadAddress(citation: Citation, base: string, language?: string): string | undefined {
  // Behind the host and before a slash, nothing changes the host any more.
  const url = citation.url.startsWith('/') ? parseUrl(`${base}${toReadLink(citation)}`) : undefined
  if (!url) return undefined
  if (language !== undefined) url.searchParams.set('lang', language)
  return url.href
}

// ---------------------------------------------------------------------------

function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:'
}
