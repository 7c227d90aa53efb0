import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { expect } from 'vitest'
import { type AskOptions, type PlatformCase, type Sent, start } from '../../contract/platform-case.ts'
import { checkDiscord, discordWords } from '../read-discord.ts'

const ours = generateKeyPairSync('ed25519')
const others = generateKeyPairSync('ed25519')

export const applicationId = '1201'
export const publicKey = Buffer.from(
  ours.publicKey.export({ format: 'jwk' }).x as string,
  'base64url',
).toString('hex')

export const discord: PlatformCase = {
  name: 'discord',
  environment: { DISCORD_PUBLIC_KEY: publicKey, DISCORD_APPLICATION_ID: applicationId },
  ask: (words, options = {}) => sign(toCommand(words, options), options),
  vote: (token, options = {}) => sign(toPress(token, options), options),
  proofs: ['X-Signature-Ed25519', 'X-Signature-Timestamp'],
  tolerance: 900,
  coversBody: true,
  taken: { id: '1' },
  async messageOf({ body }, calls) {
    const { type, data } = JSON.parse(body)
    if (type === 4) return data
    expect(type).toBe(5)
    const call = calls.at(-1)
    expect(call).toMatchObject({
      method: 'PATCH',
      address: `https://discord.com/api/v10/webhooks/${applicationId}/token-1/messages/@original`,
    })
    return call?.body
  },
  wordsOf: discordWords,
  checkLimits: checkDiscord,
}

export function toCommand(words: string, { delivery = '3', user = 'U1', isBot = false }: AskOptions): object {
  const options = words === '' ? [] : [{ name: 'q', type: 3, value: words }]
  return {
    id: delivery,
    application_id: applicationId,
    type: 2,
    token: 'token-1',
    guild_id: '9',
    channel_id: '8',
    member: { user: { id: user, ...(isBot && { bot: true }) } },
    locale: 'zh-CN',
    data: { id: 'c1', name: 'briefing', type: 1, options },
  }
}

export function toPress(custom_id: string, { delivery = '4', user = 'U1' }: AskOptions): object {
  return {
    id: delivery,
    application_id: applicationId,
    type: 3,
    token: 'token-1',
    user: { id: user },
    locale: 'zh-CN',
    message: { id: 'm1' },
    data: { custom_id, component_type: 2 },
  }
}

export async function sign(interaction: object, { at = start, secret }: AskOptions = {}): Promise<Sent> {
  const body = JSON.stringify(interaction)
  const time = String(Math.floor(at / 1000))
  const { privateKey } = secret === undefined ? ours : others
  const signature = signBytes(null, Buffer.from(`${time}${body}`), privateKey)
  return {
    path: '/bots/discord',
    body,
    headers: {
      'Content-Type': 'application/json',
      'X-Signature-Timestamp': time,
      'X-Signature-Ed25519': signature.toString('hex'),
    },
  }
}
