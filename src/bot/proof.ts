/** Web Crypto alone: the same on Node and in Workers. */

const encoder = new TextEncoder()

/** @param mac as the sender gave it: of any length, and compared in constant time. */
export async function verifyHmac(
  secret: Uint8Array<ArrayBuffer> | string,
  message: Uint8Array<ArrayBuffer>,
  mac: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = typeof secret === 'string' ? encoder.encode(secret) : secret
  // Web Crypto takes no empty key, and nobody's proof is made with one.
  if (key.length === 0) return false
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ])
  return crypto.subtle.verify('HMAC', imported, mac, message)
}

/** Lower-case or upper-case hexadecimal digits as bytes; undefined for anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})+$/iu.test(text)) return undefined
  return Uint8Array.from(text.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function toHex(given: ArrayBuffer | Uint8Array): string {
  const bytes = given instanceof Uint8Array ? given : new Uint8Array(given)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Base64 with its padding as bytes; undefined for anything else, such as another way to write the same bytes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return undefined
  try {
    const units = atob(text)
    // The last sign may tell bits that no byte holds.
    const last = units.length % 3 || 3
    if (btoa(units.slice(-last)) !== text.slice(-4)) return undefined
    const bytes = new Uint8Array(units.length)
    for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}

export function toBase64(bytes: Uint8Array): string {
  let units = ''
  for (const byte of bytes) units += String.fromCharCode(byte)
  return btoa(units)
}

/**
 * The seconds of a time that a sender gives in digits, if it is not further from now than `tolerance`, before or after.
 * @param now milliseconds since 1970. @param unit milliseconds of what the digits count.
 */
export function isRecent(
  digits: string | null,
  { now, tolerance, unit = 1000 }: { now: number; tolerance: number; unit?: number },
): digits is string {
  if (digits === null || !/^\d{1,15}$/u.test(digits)) return false
  return Math.abs(now - Number(digits) * unit) <= tolerance
}

/** Bytes as text; undefined where they are no UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** JSON as a value; undefined where it is none. */
export function fromJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
