import { expect } from 'vitest'
import { type AskOptions, type PlatformCase, type Sent, start } from '../../contract/platform-case.ts'
import { checkDingtalk, dingtalkWords } from '../read-dingtalk.ts'

export const appSecret = 'appsecret'
export const robotCode = 'dingrobot'
const sessionWebhook = 'https://oapi.dingtalk.com/robot/sendBySession?session=s1'

export const dingtalk: PlatformCase = {
  name: 'dingtalk',
  environment: { DINGTALK_APP_SECRET: appSecret, DINGTALK_ROBOT_CODE: robotCode },
  ask: (words, options = {}) => sign(toMessage(words, options), options),
  proofs: ['timestamp', 'sign', 'body.robotCode'],
  tolerance: 3600,
  coversBody: false,
  taken: { errcode: 0, errmsg: 'ok' },
  async messageOf({ body }, calls) {
    expect(body).toBe('{}')
    const call = calls.at(-1)
    expect(call).toMatchObject({ method: 'POST', address: sessionWebhook })
    return call?.body
  },
  wordsOf: dingtalkWords,
  checkLimits: checkDingtalk,
}

export function toMessage(
  words: string,
  { delivery = 'msg1', user = 'u1', isBot = false }: AskOptions = {},
): object {
  return {
    msgtype: 'text',
    text: { content: ` ${words}` },
    msgId: delivery,
    createAt: start,
    conversationType: '2',
    conversationId: 'cid1',
    senderId: isBot ? '$:LWCP_v1:$b' : '$:LWCP_v1:$x',
    senderNick: '安',
    senderStaffId: user,
    senderCorpId: 'ding1',
    chatbotCorpId: 'ding1',
    chatbotUserId: '$:LWCP_v1:$b',
    robotCode,
    isInAtList: true,
    sessionWebhook,
    sessionWebhookExpiredTime: start + 5_400_000,
  }
}

export async function sign(
  message: object,
  { at = start, secret = appSecret }: AskOptions = {},
): Promise<Sent> {
  const timestamp = String(at)
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`${timestamp}\n${secret}`))
  return {
    path: '/bots/dingtalk',
    body: JSON.stringify(message),
    headers: { 'Content-Type': 'application/json', timestamp, sign: Buffer.from(mac).toString('base64') },
  }
}
