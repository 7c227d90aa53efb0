import * as z from 'zod'
import { sha256 } from '../text/digest.ts'
import { isSecret } from '../text/secret.ts'
import { decryptCbc, unpad } from './aes-cbc.ts'
import type { RawRequest } from './platform.ts'
import { fromBase64, fromJson, fromUtf8, isRecent } from './proof.ts'

export interface FeishuSecrets {
  appId: string
  encryptKey: string
  verificationToken: string
  /** Milliseconds since 1970. */
  now(): number
}

/** What a request says that proves to come from Feishu: the handshake, or an event. */
export type FeishuProven = { challenge: string } | { type: string; id: string; event: unknown }

/** How far the time of a request may be from ours, in milliseconds. */
const tolerance = 300_000
const block = 16

const encoder = new TextEncoder()

/**
 * Bodies must be encrypted, events signed too, and both tell our token. Feishu does not sign the handshake: that it can
 * encrypt and knows the token is its proof.
 */
export function createFeishuProof({ appId, encryptKey, verificationToken, now }: FeishuSecrets) {
  let key: Uint8Array | undefined
  return async ({ headers, body }: RawRequest): Promise<FeishuProven | undefined> => {
    const sealed = sealedSchema.safeParse(fromJson(fromUtf8(body)))
    if (!sealed.success) return undefined
    key ??= await toFeishuKey(encryptKey)
    const opened = fromJson(openFeishu(sealed.data.encrypt, key))
    const handshake = handshakeSchema.safeParse(opened)
    if (handshake.success) {
      const { token, challenge } = handshake.data
      return isSecret(verificationToken, token) ? { challenge } : undefined
    }
    const time = headers.get('X-Lark-Request-Timestamp')
    const nonce = headers.get('X-Lark-Request-Nonce')
    const signature = headers.get('X-Lark-Signature') ?? ''
    if (!isRecent(time, { now: now(), tolerance }) || !nonce) return undefined
    const expected = await signFeishu({ time, nonce, encryptKey, body })
    if (!isSecret(expected, signature)) return undefined
    const envelope = envelopeSchema.safeParse(opened)
    if (!envelope.success) return undefined
    const { header, event } = envelope.data
    if (header.app_id !== appId || !isSecret(verificationToken, header.token)) return undefined
    return { type: header.event_type, id: header.event_id, event }
  }
}

/** SHA-256 over time, nonce, key and the body as it came: hex. */
export function signFeishu(signed: {
  time: string
  nonce: string
  encryptKey: string
  body: Uint8Array
}): Promise<string> {
  const head = encoder.encode(`${signed.time}${signed.nonce}${signed.encryptKey}`)
  const message = new Uint8Array(head.length + signed.body.length)
  message.set(head)
  message.set(signed.body, head.length)
  return sha256(message)
}

/** The key of AES-256 that stands for an encrypt key. */
export async function toFeishuKey(encryptKey: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(encryptKey)))
}

/** The text that was encrypted with a key; undefined for anything else. */
export function openFeishu(encrypted: string, key: Uint8Array): string | undefined {
  const bytes = fromBase64(encrypted)
  if (!bytes) return undefined
  const padded = decryptCbc(bytes.subarray(block), { key, iv: bytes.subarray(0, block) })
  const text = padded && unpad(padded, block)
  return text && fromUtf8(text)
}

// ---------------------------------------------------------------------------

const sealedSchema = z.looseObject({ encrypt: z.string() })

const handshakeSchema = z.looseObject({
  type: z.literal('url_verification'),
  challenge: z.string(),
  token: z.string(),
})

const envelopeSchema = z.looseObject({
  header: z.looseObject({
    event_id: z.string().min(1),
    event_type: z.string(),
    token: z.string(),
    app_id: z.string(),
  }),
  event: z.unknown().optional(),
})
