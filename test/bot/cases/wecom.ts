import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { WecomConfig } from '../../../src/bot/wecom.ts'
import type { WecomMessage } from '../../../src/bot/wecom-message.ts'
import { type AskOptions, type PlatformCase, type Sent, start } from '../../contract/platform-case.ts'
import { checkWecom, wecomWords } from '../read-wecom.ts'

export const config: WecomConfig = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

const responseUrl = 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=R'
const key = Buffer.from(`${config.encodingAesKey}=`, 'base64')

export const wecom: PlatformCase = {
  name: 'wecom',
  environment: { WECOM_TOKEN: config.token, WECOM_ENCODING_AES_KEY: config.encodingAesKey },
  ask: async (words, options) => post(toMessage(words, options), options),
  vote: async (token, options) => post(feedback(token, 1, options), options),
  proofs: ['query.msg_signature', 'query.timestamp', 'query.nonce'],
  tolerance: 300,
  coversBody: true,
  taken: { errcode: 0, errmsg: 'ok' },
  async messageOf({ body }, calls) {
    if (body === '') {
      expect(calls).toMatchObject([{ address: responseUrl, body: { msgtype: 'markdown' } }])
      const later = calls[0]?.body as { markdown: WecomMessage } | undefined
      return later?.markdown
    }
    const { encrypt, msgsignature, timestamp, nonce } = JSON.parse(body)
    // By the clock of the suite, or that of a Worker.
    expect([start, Date.now()].some((now) => Math.abs(timestamp * 1000 - now) < 60_000)).toBe(true)
    expect(Number.isInteger(timestamp)).toBe(true)
    expect(msgsignature).toBe(signatureOf(config.token, String(timestamp), nonce, encrypt))
    const { msgtype, stream } = JSON.parse(decrypt(encrypt))
    expect([msgtype, stream.finish]).toEqual(['stream', true])
    return { content: stream.content, ...(stream.feedback && { feedback: stream.feedback }) }
  },
  wordsOf: wecomWords,
  checkLimits: checkWecom,
}

/** As WeCom does, by another implementation than ours. */
export function encrypt(message: string, receiveId = ''): string {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  const plain = Buffer.concat([Buffer.alloc(16, 'r'), length, Buffer.from(message), Buffer.from(receiveId)])
  const missing = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(plain),
    cipher.update(Buffer.alloc(missing, missing)),
    cipher.final(),
  ]).toString('base64')
}

export function queryOf(encrypted: string, { at = start, secret = config.token }: AskOptions = {}): string {
  const timestamp = String(Math.floor(at / 1000))
  const nonce = '1372623149'
  const msg_signature = signatureOf(secret, timestamp, nonce, encrypted)
  return new URLSearchParams({ msg_signature, timestamp, nonce }).toString()
}

export function post(told: object, options: AskOptions = {}): Sent {
  const encrypted = encrypt(JSON.stringify(told))
  return {
    path: `/bots/wecom?${queryOf(encrypted, options)}`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ encrypt: encrypted }),
  }
}

export function toMessage(words: string, { delivery = 'm1', user = 'u1', isBot = false }: AskOptions = {}) {
  return {
    msgid: delivery,
    aibotid: 'b1',
    chatid: 'c1',
    chattype: 'group',
    from: { userid: isBot ? 'b1' : user },
    response_url: responseUrl,
    msgtype: 'text',
    text: { content: `@Lectern ${words}` },
  }
}

export function feedback(id: string, type: number, { delivery = 'm2', user = 'u1' }: AskOptions = {}) {
  return {
    msgid: delivery,
    create_time: 1_790_000_000,
    aibotid: 'b1',
    from: { userid: user },
    msgtype: 'event',
    event: { eventtype: 'feedback_event', feedback_event: { id, type } },
  }
}

// ---------------------------------------------------------------------------

function decrypt(encrypted: string): string {
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([cipher.update(encrypted, 'base64'), cipher.final()])
  expect(plain.length % 32).toBe(0)
  const end = 20 + plain.readUInt32BE(16)
  expect(plain.subarray(end, plain.length - (plain.at(-1) as number)).toString()).toBe('')
  return plain.subarray(20, end).toString()
}

function signatureOf(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex')
}
