import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Lectern } from '../../src/answer/lectern.ts'
import { createBehind } from '../../src/behind/behind.ts'
import { createMemoryClaims } from '../../src/bot/claims.ts'
import { writeMore } from '../../src/bot/more.ts'
import { mountBots } from '../../src/bot/mount-bots.ts'
import { createSlack } from '../../src/bot/slack.ts'
import { type Sent, start } from '../contract/platform-case.ts'
import { answerOf } from '../contract/platform-outcomes.ts'
import { botToken, press, sendEvent, sign, signingSecret, slackCommand, slackMention } from './cases/slack.ts'
import { quotesIn } from './slack-limits.ts'

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

  it('is not asked for where Slack looks at a certificate', async () => {
    const { post, asked } = open()
    const sent = { path: '/bots/slack/command', headers: {}, body: 'ssl_check=1&token=t' }
    expect(await post(sent)).toMatchObject({ status: 200, body: '' })
    expect(asked).toEqual([])
  })
})

describe('the events of Slack', () => {
  it('begin with a handshake, which proves itself, too', async () => {
    const { post } = open()
    const handshake = JSON.stringify({ type: 'url_verification', challenge: 'c-123' })
    const sent = await sign('/bots/slack/events', handshake, 'application/json')
    expect(await post(sent)).toEqual({ status: 200, body: '{"challenge":"c-123"}' })
    expect((await post({ ...sent, headers: {} })).status).toBe(401)
  })

  it('are questions in a direct message, and in its thread', async () => {
    const { post, calls } = open()
    const event = { type: 'message', channel_type: 'im', user: 'U1', text: '票价', channel: 'D1', ts: '2.1' }
    await post(await sendEvent({ ...event, thread_ts: '1.1' }, { delivery: 'Ev1' }))
    await post(await sendEvent(event, { delivery: 'Ev2' }))
    expect(calls).toMatchObject([
      { body: { channel: 'D1', thread_ts: '1.1' } },
      { body: { thread_ts: '2.1' } },
    ])
  })

  it.each([
    [
      'a message in a channel',
      { type: 'message', channel_type: 'channel', user: 'U1', text: 'a', channel: 'C1', ts: '1' },
    ],
    ['an edit', { type: 'message', channel_type: 'im', subtype: 'message_changed', channel: 'D1', ts: '1' }],
    [
      'what we said ourselves',
      { type: 'message', channel_type: 'im', user: 'UBOT', text: 'a', channel: 'D1', ts: '1', bot_id: 'B' },
    ],
    ['something else', { type: 'reaction_added', user: 'U1' }],
  ])('leave alone %s', async (_, event) => {
    const { post, asked, calls } = open()
    expect((await post(await sendEvent(event))).status).toBe(200)
    expect([asked, calls]).toEqual([[], []])
  })

  it('are answered once, however often Slack delivers them again', async () => {
    const { post, asked, calls } = open()
    const sent = await slackMention.ask('票价会涨吗')
    for (const number of ['1', '2', '3']) {
      const headers = { ...sent.headers, 'X-Slack-Retry-Num': number, 'X-Slack-Retry-Reason': 'http_timeout' }
      expect((await post({ ...sent, headers })).status).toBe(200)
    }
    expect([asked, calls].map(({ length }) => length)).toEqual([1, 1])
  })

  it('have no route without a bot token', async () => {
    const { post } = open({ hasToken: false })
    expect((await post(await slackMention.ask('票价会涨吗'))).status).toBe(404)
    expect((await post(await slackCommand.ask('票价会涨吗'))).status).toBe(200)
  })
})

describe('the buttons of Slack', () => {
  it('give more quotes, to whoever pressed', async () => {
    const { post, calls } = open({ quotes: ['一。', '二。', '三。', '四。', '五。'] })
    const value = writeMore({ question: '票价', filters: {}, after: 3 }) as string
    expect(await post(await press('lectern_more', value))).toEqual({ status: 200, body: '' })
    expect(calls).toMatchObject([
      {
        address: 'https://hooks.slack.com/actions/T1/2/abc',
        body: { response_type: 'ephemeral', replace_original: false },
      },
    ])
    expect(quotesIn(calls[0]?.body as never)).toEqual(['四。', '五。'])
  })

  it('answer in the thread that they stand in', async () => {
    const { post, calls } = open({ quotes: ['一。', '二。', '三。', '四。'] })
    const value = writeMore({ question: '票价', filters: {}, after: 3 }) as string
    await post(await press('lectern_more', value, { thread: '1.1' }))
    await post(await press('lectern_more', value, { delivery: 't2' }))
    expect(calls.map(({ body }) => (body as { thread_ts?: string }).thread_ts)).toEqual(['1.1', undefined])
  })

  it('do nothing that is not ours', async () => {
    const { post, asked, calls } = open()
    expect(await post(await press('other_button', 'x'))).toEqual({ status: 200, body: '' })
    expect([asked, calls]).toEqual([[], []])
  })
})

// ---------------------------------------------------------------------------

function open({ hasToken = true, quotes = ['票价不变。'] } = {}) {
  const asked: unknown[] = []
  const calls: { address: string; body: unknown }[] = []
  const now = () => start
  const slack = createSlack({
    signingSecret,
    ...(hasToken && { botToken }),
    now,
    call: async (address, { body }) => {
      calls.push({ address, body })
      return { ok: true }
    },
  })
  const ask = async (question: unknown) => {
    asked.push(question)
    return answerOf(quotes)
  }
  const app = new Hono()
  mountBots(app, {
    lectern: { ask } as Lectern,
    platforms: [slack],
    claims: createMemoryClaims(now),
    behind: createBehind(),
    siteUrl: 'https://lectern.example',
  })
  const post = async ({ path, headers, body }: Sent) => {
    const response = await app.request(path, { method: 'POST', headers, body })
    return { status: response.status, body: await response.text() }
  }
  return { asked, calls, post }
}
