import { expect } from 'vitest'
import type { SlackMessage } from '../../../src/bot/slack-message.ts'
import { type AskOptions, type PlatformCase, type Sent, start } from '../../contract/platform-case.ts'
import { checkSlackMessage, quotesIn } from '../slack-limits.ts'

export const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5'
export const botToken = 'xoxb-1'

/** `/briefing` */
export const slackCommand: PlatformCase = {
  ...shared(),
  way: 'by command',
  taken: 'ok',
  async ask(words, options = {}) {
    // Bots type no commands.
    if (options.isBot) return mention(words, options)
    const body = new URLSearchParams({
      command: '/briefing',
      text: escapeWords(words),
      team_id: 'T1',
      user_id: options.user ?? 'U1',
      trigger_id: options.delivery ?? 't1',
      response_url: 'https://hooks.slack.com/commands/T1/1/xyz',
    })
    return sign('/bots/slack/command', body.toString(), form, options)
  },
  async messageOf({ body }, calls) {
    return body === '' ? calls.at(-1)?.body : JSON.parse(body)
  },
}

/** `@Lectern …` */
export const slackMention: PlatformCase = {
  ...shared(),
  way: 'by mention',
  taken: { ok: true },
  ask: mention,
  async messageOf(_, calls) {
    const [call] = calls
    expect(call).toMatchObject({
      address: 'https://slack.com/api/chat.postMessage',
      body: { channel: 'C1', thread_ts: '1790000000.0001' },
    })
    return call?.body
  },
}

/** An event as Slack sends it. */
export function sendEvent(event: object, options: AskOptions = {}): Promise<Sent> {
  const envelope = { type: 'event_callback', team_id: 'T1', event_id: options.delivery ?? 'Ev1', event }
  return sign('/bots/slack/events', JSON.stringify(envelope), json, options)
}

/** A pressed button, which may stand in a thread. */
export function press(
  action_id: string,
  value: string,
  { thread, ...options }: AskOptions & { thread?: string } = {},
): Promise<Sent> {
  const payload = {
    type: 'block_actions',
    container: { type: 'message', message_ts: '1.2', ...(thread !== undefined && { thread_ts: thread }) },
    team: { id: 'T1' },
    user: { id: options.user ?? 'U1' },
    trigger_id: options.delivery ?? 't1',
    response_url: 'https://hooks.slack.com/actions/T1/2/abc',
    actions: [{ type: 'button', action_id, action_ts: '1.1', value }],
  }
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  return sign('/bots/slack/actions', body, form, options)
}

export async function sign(
  path: string,
  body: string,
  type: string,
  { at = start, secret = signingSecret }: AskOptions = {},
): Promise<Sent> {
  const time = String(Math.floor(at / 1000))
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(`v0:${time}:${body}`))
  return {
    path,
    body,
    headers: {
      'Content-Type': type,
      'X-Slack-Request-Timestamp': time,
      'X-Slack-Signature': `v0=${Buffer.from(mac).toString('hex')}`,
    },
  }
}

// ---------------------------------------------------------------------------

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

function shared() {
  return {
    name: 'slack',
    environment: { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken },
    vote: (token, options) => press('lectern_up', token, options),
    proofs: ['X-Slack-Request-Timestamp', 'X-Slack-Signature'],
    tolerance: 300,
    coversBody: true,
    wordsOf: (message) => quotesIn(message as SlackMessage),
    checkLimits: checkSlackMessage,
  } satisfies Partial<PlatformCase>
}

function mention(words: string, options: AskOptions = {}): Promise<Sent> {
  const event = {
    type: 'app_mention',
    user: options.user ?? 'U1',
    text: `<@UBOT> ${escapeWords(words)}`,
    channel: 'C1',
    ts: '1790000000.0001',
    ...(options.isBot && { bot_id: 'B1' }),
  }
  return sendEvent(event, options)
}

/** As Slack writes what people type. */
function escapeWords(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
