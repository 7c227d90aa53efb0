import { beforeAll, expect, it } from 'vitest'
import { serveNode } from '../../src/adapter/node.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { createBehind } from '../../src/behind/behind.ts'
import { createCall } from '../../src/bot/calls.ts'
import { createMemoryClaims } from '../../src/bot/claims.ts'
import { mountBots } from '../../src/bot/mount-bots.ts'
import { createSlack, slackHosts } from '../../src/bot/slack.ts'
import { createApp } from '../../src/http/app.ts'
import type { Sent } from '../contract/platform-case.ts'
import { afterFile } from '../support/after-file.ts'
import { openLectern } from '../support/index.ts'
import { writeJiangting } from '../support/town.ts'
import { botToken, press, signingSecret, slackCommand, slackMention } from './cases/slack.ts'
import { type FakeSlack, startFakeSlack } from './fake-slack.ts'
import { checkSlackMessage, quotesIn } from './slack-limits.ts'

const question = '海水淡化厂什么时候完工？'
const quote = '海水淡化厂总投资5.3亿元，但是要到明年十二月才能完工。'

let slack: FakeSlack
let url: string
let lectern: Lectern
const votes: string[] = []
const behind = createBehind()

beforeAll(async () => {
  slack = await startFakeSlack(botToken)
  lectern = await openLectern(await writeJiangting())
  const call = createCall({ fetch: slack.fetch, hosts: slackHosts })
  const app = createApp({ lectern, version: '1.2.3' })
  mountBots(app, {
    lectern,
    platforms: [createSlack({ signingSecret, botToken, now: Date.now, call })],
    claims: createMemoryClaims(Date.now),
    siteUrl: 'https://lectern.example',
    behind,
    ledger: {
      nameAnswer: async () => ({
        answer: 'a1',
        votes: { up: 'fb1.a1.up.mac', down: 'fb1.a1.down.mac', upPage: '', downPage: '' },
      }),
      keepQuestion: async () => {},
      async keepVote({ token }) {
        votes.push(token)
        return true
      },
    },
  })
  const server = await serveNode({ app, port: 0 })
  afterFile(server.close)
  url = server.url
})

/** As Slack does: it waits three seconds. */
async function deliver({ path, headers, body }: Sent) {
  const signal = AbortSignal.timeout(3000)
  const response = await fetch(url + path, { method: 'POST', headers, body, signal })
  return { status: response.status, body: await response.text() }
}

const at = Date.now()

it('answers a slash command with a message that Slack takes', async () => {
  const { status, body } = await deliver(await slackCommand.ask(question, { at }))
  expect(status).toBe(200)
  const message = JSON.parse(body)
  checkSlackMessage(message)
  expect(message.response_type).toBe('in_channel')
  expect(quotesIn(message)).toContain(quote)
  const [read] = /https:\/\/lectern\.example\/r\/[^|]+/u.exec(body) ?? []
  const page = await fetch(`${url}${new URL(read as string).pathname}`)
  expect(await page.text()).toContain(quote)
})

it('answers a mention in its thread, once for all deliveries', async () => {
  const sent = await slackMention.ask(question, { at, delivery: 'Ev7' })
  for (const number of [0, 1, 2, 3]) {
    const retry = { 'X-Slack-Retry-Num': String(number), 'X-Slack-Retry-Reason': 'http_timeout' }
    const headers = { ...sent.headers, ...(number > 0 && retry) }
    expect(await deliver({ ...sent, headers })).toEqual({ status: 200, body: '' })
  }
  await behind.drain()
  expect(slack.refusals).toEqual([])
  const posts = slack.posts.filter(({ path }) => path === '/api/chat.postMessage')
  expect(posts).toHaveLength(1)
  expect(posts[0]?.body).toMatchObject({ channel: 'C1', thread_ts: '1790000000.0001' })
  expect(quotesIn(posts[0]?.body as never)).toContain(quote)
})

it('keeps the vote of a button that stood below its answer, and thanks for it', async () => {
  const { body } = await deliver(await slackCommand.ask(question, { at, delivery: 't8' }))
  const { blocks } = JSON.parse(body)
  const { action_id, value } = blocks.at(-1).elements[0]
  expect(await deliver(await press(action_id, value, { at, delivery: 't9' }))).toEqual({
    status: 200,
    body: '',
  })
  await behind.drain()
  expect(votes).toEqual(['fb1.a1.up.mac'])
  expect(slack.posts.at(-1)).toMatchObject({
    path: '/actions/T1/2/abc',
    body: { response_type: 'ephemeral', replace_original: false, text: '谢谢，已经记下。' },
  })
  expect(slack.refusals).toEqual([])
})

it('refuses what Slack did not sign, and what is too old', async () => {
  const sent = await slackMention.ask(question, { at, delivery: 'Ev9' })
  const posts = slack.posts.length
  expect((await deliver({ ...sent, body: sent.body.replace('C1', 'C2') })).status).toBe(401)
  expect((await deliver(await slackMention.ask(question, { at: at - 400_000 }))).status).toBe(401)
  expect(slack.posts).toHaveLength(posts)
})
