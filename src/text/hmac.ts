/** HMAC-SHA-256 of a text in UTF-8 under a key, bytes or a text, too: 32 bytes. */
export async function hmac(key: Uint8Array<ArrayBuffer> | string, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await importKey(key), encode(text)))
}

/**
 * Whether somebody knows a secret, which is not empty. Takes as long for any text of one length: what is compared are
 * digests under the secret itself, which nobody else can aim at.
 */
export async function isSecret(secret: string, given: string): Promise<boolean> {
  const key = await importKey(secret)
  const digest = await crypto.subtle.sign('HMAC', key, encode(secret))
  return crypto.subtle.verify('HMAC', key, digest, encode(given))
}

// ---------------------------------------------------------------------------

const encoder = new TextEncoder()

function encode(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

function importKey(key: Uint8Array<ArrayBuffer> | string): Promise<CryptoKey> {
  const bytes = typeof key === 'string' ? encode(key) : key
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify'])
}
