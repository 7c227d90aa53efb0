import { cbc } from '@noble/ciphers/aes.js'

/**
 * AES in CBC mode without padding, which Web Crypto does not have: it insists on PKCS #7 to 16 bytes, and WeCom pads
 * to 32.
 */
export interface CbcKey {
  /** 32 bytes for AES-256. */
  key: Uint8Array
  iv: Uint8Array
}

const block = 16

/** @param open whole blocks. */
export function encryptCbc(open: Uint8Array, { key, iv }: CbcKey): Uint8Array {
  return cbc(key, iv, { disablePadding: true }).encrypt(open)
}

/** Undefined where `sealed` is not made of whole blocks. */
export function decryptCbc(sealed: Uint8Array, { key, iv }: CbcKey): Uint8Array | undefined {
  if (sealed.length === 0 || sealed.length % block !== 0 || iv.length !== block) return undefined
  return cbc(key, iv, { disablePadding: true }).decrypt(sealed)
}

/** PKCS #7: as many bytes as are missing to a multiple of `size`, at least one, each telling how many. */
export function pad(bytes: Uint8Array, size: number): Uint8Array {
  const missing = size - (bytes.length % size)
  const padded = new Uint8Array(bytes.length + missing).fill(missing)
  padded.set(bytes)
  return padded
}

/** Undefined where the end is no padding to `size`. */
export function unpad(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const missing = bytes.at(-1) ?? 0
  if (missing < 1 || missing > Math.min(size, bytes.length)) return undefined
  const end = bytes.length - missing
  return bytes.subarray(end).every((byte) => byte === missing) ? bytes.subarray(0, end) : undefined
}
