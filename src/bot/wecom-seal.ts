import { isSecret } from '../text/secret.ts'
import { decryptCbc, encryptCbc, pad, unpad } from './aes-cbc.ts'
import { fromBase64, fromUtf8, isRecent, toBase64, toHex } from './proof.ts'

export interface WecomSecrets {
  token: string
  /** 43 characters: base64 of 32 bytes without its padding. */
  encodingAesKey: string
  /** Who receives: empty for the AI bot of one's own enterprise. */
  receiveId: string
  /** Milliseconds since 1970. */
  now(): number
}

/** A message as WeCom and we send it to each other. */
export interface WecomSealed {
  encrypt: string
  signature: string | null
  timestamp: string | null
  nonce: string | null
}

export interface WecomSeal {
  /** What a message says; undefined where it is not from WeCom, not for us, or old. */
  open(sealed: WecomSealed): Promise<string | undefined>
  /** The body of an answer. */
  seal(message: string): Promise<string>
}

/** How far the time of a request may be from ours, in milliseconds. */
const tolerance = 300_000
/** WeCom pads to 32 bytes, not to a block of AES. */
const padding = 32
/** Random bytes, then the length of the message. */
const head = 20

/** @throws {RangeError} where the key is none. */
export function createWecomSeal({ token, encodingAesKey, receiveId, now }: WecomSecrets): WecomSeal {
  const key = readAesKey(encodingAesKey)
  if (key?.length !== 32) throw new RangeError('an EncodingAESKey has 43 characters of base64')
  const cipher = { key, iv: key.subarray(0, 16) }
  return {
    async open({ encrypt, signature, timestamp, nonce }) {
      if (signature === null || !nonce || !isRecent(timestamp, { now: now(), tolerance })) return undefined
      const expected = await signWecom(token, timestamp, nonce, encrypt)
      if (!isSecret(expected, signature)) return undefined
      const bytes = fromBase64(encrypt)
      const padded = bytes && decryptCbc(bytes, cipher)
      const plain = padded && unpad(padded, padding)
      return plain && readPlain(plain, receiveId)
    },
    async seal(message) {
      const encrypt = toBase64(encryptCbc(pad(writePlain(message, receiveId), padding), cipher))
      const timestamp = Math.floor(now() / 1000)
      const nonce = toHex(crypto.getRandomValues(new Uint8Array(8)))
      const msgsignature = await signWecom(token, String(timestamp), nonce, encrypt)
      return JSON.stringify({ encrypt, msgsignature, timestamp, nonce })
    },
  }
}

/** SHA-1 over what is given, sorted: hex. */
export async function signWecom(...parts: readonly string[]): Promise<string> {
  const message = new TextEncoder().encode([...parts].sort().join(''))
  return toHex(await crypto.subtle.digest('SHA-1', message))
}

// ---------------------------------------------------------------------------

/** The last of its 43 signs may tell bits that no byte holds, which base64 proper does not allow. */
function readAesKey(encoded: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]{43}$/u.test(encoded)) return undefined
  return Uint8Array.from(atob(`${encoded}=`), (unit) => unit.charCodeAt(0))
}

/** The message between its head and who receives it. */
function readPlain(plain: Uint8Array, receiveId: string): string | undefined {
  if (plain.length < head) return undefined
  const length = new DataView(plain.buffer, plain.byteOffset + 16, 4).getUint32(0)
  if (length > plain.length - head) return undefined
  const end = head + length
  return fromUtf8(plain.subarray(end)) === receiveId ? fromUtf8(plain.subarray(head, end)) : undefined
}

function writePlain(message: string, receiveId: string): Uint8Array {
  const encoder = new TextEncoder()
  const bytes = encoder.encode(message)
  const receiver = encoder.encode(receiveId)
  const plain = new Uint8Array(head + bytes.length + receiver.length)
  crypto.getRandomValues(plain.subarray(0, 16))
  new DataView(plain.buffer).setUint32(16, bytes.length)
  plain.set(bytes, head)
  plain.set(receiver, head + bytes.length)
  return plain
}
