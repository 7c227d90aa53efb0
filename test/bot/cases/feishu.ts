import { createCipheriv, createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { FeishuConfig } from '../../../src/bot/feishu.ts'
import { type AskOptions, type PlatformCase, type Sent, start } from '../../contract/platform-case.ts'
import { checkFeishu, feishuWords } from '../read-feishu.ts'

export const config: FeishuConfig = {
  appId: 'cli_a1',
  appSecret: 'app secret',
  encryptKey: 'encrypt key',
  verificationToken: 'verification token',
}

export const feishu: PlatformCase = {
  name: 'feishu',
  environment: {
    FEISHU_APP_ID: config.appId,
    FEISHU_APP_SECRET: config.appSecret,
    FEISHU_ENCRYPT_KEY: config.encryptKey,
    FEISHU_VERIFICATION_TOKEN: config.verificationToken,
  },
  ask,
  vote: async (token, options) => press({ lectern: 'vote', value: token, language: 'en' }, options),
  proofs: ['X-Lark-Request-Timestamp', 'X-Lark-Request-Nonce', 'X-Lark-Signature'],
  tolerance: 300,
  coversBody: true,
  taken: { code: 0, msg: 'ok', tenant_access_token: 't-1', expire: 7200 },
  async messageOf(_, calls) {
    expect(calls.at(-1)).toMatchObject({
      address: expect.stringMatching(
        /^https:\/\/open\.feishu\.cn\/open-apis\/im\/v1\/messages\/(?:om_1|d\d+)\/reply$/,
      ),
      body: { msg_type: 'interactive', uuid: expect.stringMatching(/^[0-9a-f]{32}$/) },
    })
    const body = calls.at(-1)?.body as { content: string } | undefined
    return JSON.parse(body?.content ?? '')
  },
  wordsOf: feishuWords,
  checkLimits: checkFeishu,
}

/** As Feishu does, by another implementation than ours. */
export function encrypt(text: string, secret = config.encryptKey): string {
  const iv = Buffer.alloc(16, 7)
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(secret).digest(), iv)
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

export function sign(told: object, { at = start, secret = config.encryptKey }: AskOptions = {}): Sent {
  const time = String(Math.floor(at / 1000))
  const nonce = 'n1'
  const body = JSON.stringify({ encrypt: encrypt(JSON.stringify(told), secret) })
  const signature = createHash('sha256').update(`${time}${nonce}${secret}${body}`).digest('hex')
  return {
    path: '/bots/feishu',
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-Lark-Request-Timestamp': time,
      'X-Lark-Request-Nonce': nonce,
      'X-Lark-Signature': signature,
    },
  }
}

export function envelope(type: string, event: object, id = 'e1') {
  return {
    schema: '2.0',
    header: {
      event_id: id,
      event_type: type,
      token: config.verificationToken,
      app_id: config.appId,
      tenant_key: 't',
    },
    event,
  }
}

export function toMessage(
  text: string,
  { delivery = 'om_1', user = 'ou_1', isBot = false }: AskOptions = {},
) {
  return {
    sender: { sender_id: { open_id: user }, sender_type: isBot ? 'app' : 'user', tenant_key: 't' },
    message: {
      message_id: delivery,
      chat_id: 'oc_1',
      chat_type: 'group',
      message_type: 'text',
      content: JSON.stringify({ text }),
      mentions: [{ key: '@_user_1', id: { open_id: 'ou_bot' }, mentioned_type: 'bot', name: 'Lectern' }],
    },
  }
}

export function press(value: unknown, { user = 'ou_1', delivery = 'e2', ...options }: AskOptions = {}): Sent {
  const event = {
    operator: { open_id: user, tenant_key: 't' },
    action: { value, tag: 'button' },
    context: { open_message_id: 'om_card', open_chat_id: 'oc_1' },
  }
  return sign(envelope('card.action.trigger', event, delivery), options)
}

// ---------------------------------------------------------------------------

let events = 0

/** @param delivery of the message; each event has an id of its own. */
async function ask(words: string, options: AskOptions = {}): Promise<Sent> {
  const event = toMessage(`@_user_1 ${words}`, options)
  return sign(envelope('im.message.receive_v1', event, `e${++events}`), options)
}
