/** HMAC-SHA-256 of a text under a key, both in UTF-8: 32 bytes. */
export async function hmac(key: string, text: string): Promise<Uint8Array> {
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

function importKey(key: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', encode(key), algorithm, false, ['sign', 'verify'])
}
