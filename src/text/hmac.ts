/** HMAC-SHA-256 of a text in UTF-8 under a key, bytes or a text, too: 32 bytes. */
export async function hmac(key: Uint8Array<ArrayBuffer> | string, text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await importKey(key), encode(text)))
}

// ---------------------------------------------------------------------------

const encoder = new TextEncoder()

function encode(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

function importKey(key: Uint8Array<ArrayBuffer> | string): Promise<CryptoKey> {
  const bytes = typeof key === 'string' ? encode(key) : key
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
}
