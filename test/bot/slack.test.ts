import { describe, expect, it } from 'vitest'
import { createSlack, slackHosts } from '../../src/bot/slack.ts'
import { type SlackBlock, type SlackMessage, slackLimits } from '../../src/bot/slack-message.ts'
import {
  type AskOptions,
  describePlatform,
  type PlatformCase,
  type Sent,
  start,
} from '../contract/platform.ts'

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5'
const botToken = 'xoxb-1'

async function sign(
  path: string,
  body: string,
  type: string,
  { at = start, secret = signingSecret }: AskOptions = {},
): Promise<Sent> {
  const time = String(Math.floor(at / 1000))
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`v0:${time}:${body}`))
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

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

function vote(token: string, options: AskOptions = {}): Promise<Sent> {
  const payload = {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: options.user ?? 'U1' },
    trigger_id: options.delivery ?? 't1',
    response_url: 'https://hooks.slack.com/actions/T1/2/abc',
    actions: [{ type: 'button', action_id: 'lectern_up', action_ts: '1.1', value: token }],
  }
  return sign(
    '/bots/slack/actions',
    new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
    form,
    options,
  )
}

const shared = {
  hosts: slackHosts,
  create: (deps) => createSlack({ signingSecret, botToken, ...deps }),
  vote,
  proofs: ['X-Slack-Request-Timestamp', 'X-Slack-Signature'],
  tolerance: 300,
  coversBody: true,
  wordsOf: (message) => (message as SlackMessage).blocks.flatMap(wordsIn),
  checkLimits: (message) => checkLimits(message as SlackMessage),
} satisfies Partial<PlatformCase>

describePlatform({
  ...shared,
  name: 'slack',
  taken: 'ok',
  async ask(words, options = {}) {
    const body = new URLSearchParams({
      command: options.isBot ? '' : '/briefing',
      text: words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      team_id: 'T1',
      user_id: options.user ?? 'U1',
      trigger_id: options.delivery ?? 't1',
      response_url: 'https://hooks.slack.com/commands/T1/1/xyz',
    })
    if (options.isBot) return await events(words, { ...options, isBot: true })
    return sign('/bots/slack/command', body.toString(), form, options)
  },
  async messageOf({ body }, calls) {
    return body === '' ? calls.at(-1)?.body : JSON.parse(body)
  },
})

function events(words: string, options: AskOptions = {}): Promise<Sent> {
  const event = {
    type: 'app_mention',
    user: options.user ?? 'U1',
    text: `<@UBOT> ${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`,
    channel: 'C1',
    ts: '1790000000.0001',
    ...(options.isBot && { bot_id: 'B1' }),
  }
  const envelope = { type: 'event_callback', team_id: 'T1', event_id: options.delivery ?? 'Ev1', event }
  return sign('/bots/slack/events', JSON.stringify(envelope), json, options)
}

describe('mentions', () => {
  describePlatform({
    ...shared,
    name: 'slack',
    taken: { ok: true },
    ask: events,
    async messageOf(_, calls) {
      const [call] = calls
      expect(call).toMatchObject({
        address: 'https://slack.com/api/chat.postMessage',
        body: { channel: 'C1', thread_ts: '1790000000.0001' },
      })
      return call?.body
    },
  })
})

describe('the proof of Slack', () => {
  it('takes the vector that Slack publishes', async () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
    const { endpoints } = createSlack({ signingSecret, now: () => 1_531_420_618_000, call: async () => ({}) })
    const read = async (mac: string) =>
      endpoints[0]?.read({
        method: 'POST',
        url: new URL('https://lectern.example/bots/slack/command'),
        headers: new Headers({ 'X-Slack-Request-Timestamp': '1531420618', 'X-Slack-Signature': `v0=${mac}` }),
        body: new TextEncoder().encode(body),
      })
    const mac = 'a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503'
    expect(await read(mac)).toMatchObject({ kind: 'question', user: 'T1DC2JH3J:U2CERLKJA', words: '' })
    expect(await read(mac.replace('a', 'b'))).toEqual({ kind: 'refused' })
  })
})

// ---------------------------------------------------------------------------

function wordsIn(block: SlackBlock): string[] {
  if (block.type !== 'rich_text') return []
  return block.elements.flatMap((quote) =>
    quote.type === 'rich_text_quote'
      ? [quote.elements.map((element) => ('text' in element ? element.text : '')).join('')]
      : [],
  )
}

/** As `@slack/types` tells them: of each kind of block, and of all together. */
function checkLimits({ text, blocks }: SlackMessage): void {
  expect(text.length).toBeLessThanOrEqual(4000)
  expect(text).not.toMatch(/<[!@]/u)
  expect(blocks.length).toBeLessThanOrEqual(50)
  let all = 0
  for (const block of blocks) {
    if (block.type === 'section') expect(block.text?.text.length).toBeLessThanOrEqual(3000)
    if (block.type === 'context') {
      expect(block.elements.length).toBeLessThanOrEqual(10)
      for (const element of block.elements) {
        if (!('text' in element)) continue
        all += element.text.length
        expect(element.text.length).toBeLessThanOrEqual(slackLimits.context)
        expect(element.text.replace(/<https:\/\/[^|>]+\|[^<>]+>/gu, '')).not.toMatch(
          element.type === 'mrkdwn' ? /[<>]/u : /\0/u,
        )
      }
    }
    if (block.type === 'actions') {
      expect(block.elements.length).toBeLessThanOrEqual(25)
      for (const element of block.elements) {
        if (element.type !== 'button') throw new Error(`a ${element.type} stands among the buttons`)
        expect(element.text.text.length).toBeLessThanOrEqual(75)
        expect(element.value?.length).toBeLessThanOrEqual(2000)
        expect(element.action_id?.length).toBeLessThanOrEqual(255)
      }
    }
    for (const words of wordsIn(block)) all += words.length
  }
  expect(all).toBeLessThanOrEqual(13_000)
}
