import { expect } from 'vitest'
import { type AskOptions, type PlatformCase, type Sent, start } from '../../contract/platform-case.ts'
import { checkTeams, teamsWords } from '../read-teams.ts'

export const secret = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

export const teams: PlatformCase = {
  name: 'teams',
  environment: { TEAMS_OUTGOING_WEBHOOK_SECRET: secret },
  ask: (words, options = {}) => sign(JSON.stringify(toActivity(words, options)), options.secret),
  proofs: ['Authorization'],
  tolerance: 600,
  coversBody: true,
  taken: {},
  async messageOf({ body }, calls) {
    expect(calls).toEqual([])
    return JSON.parse(body)
  },
  wordsOf: teamsWords,
  checkLimits: checkTeams,
}

export function toActivity(
  words: string,
  { delivery = 'm1', user = 'U1', isBot = false, at = start }: AskOptions = {},
): object {
  const html = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return {
    type: 'message',
    id: delivery,
    timestamp: new Date(at).toISOString(),
    text: `<p><at>briefings</at>&nbsp;${html}</p>\n`,
    from: { id: isBot ? '28:b' : '29:x', name: 'Ann', aadObjectId: user },
    conversation: { id: '19:c@thread.tacv2;messageid=1' },
    channelData: { team: { id: '19:t' }, channel: { id: '19:c' } },
    locale: 'zh-CN',
  }
}

export async function sign(body: string, key = secret): Promise<Sent> {
  const imported = await crypto.subtle.importKey(
    'raw',
    Buffer.from(key, 'base64'),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(body))
  return {
    path: '/bots/teams',
    body,
    headers: {
      'Content-Type': 'application/json',
      Authorization: `HMAC ${Buffer.from(mac).toString('base64')}`,
    },
  }
}
