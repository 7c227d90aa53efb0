import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBots } from '../../src/adapter/bots.ts'
import { openNodeStore } from '../../src/adapter/node-store.ts'
import { createBehind } from '../../src/behind/behind.ts'
import { describePlatforms, type Environment } from '../../src/bot/config.ts'
import { createApp } from '../../src/http/app.ts'
import { press, signingSecret, slackCommand } from '../bot/cases/slack.ts'
import type { Sent } from '../contract/platform-case.ts'
import { afterFile } from '../support/after-file.ts'
import { openLectern } from '../support/index.ts'
import { writeJiangting } from '../support/town.ts'

const lectern = await openLectern(await writeJiangting())
const paths = [
  'slack/command',
  'slack/events',
  'slack/actions',
  'feishu',
  'dingtalk',
  'wecom',
  'discord',
  'teams',
  'mattermost',
  'mattermost/actions',
  'rocketchat',
]

async function open(environment: Environment, withStore = false) {
  const faults: unknown[] = []
  const logged: string[] = []
  const store = withStore ? await openStore() : undefined
  const behind = createBehind()
  const bots = await openBots({
    lectern,
    environment,
    ...(store && { store }),
    siteUrl: 'https://quotes.example',
    behind,
    tellFault: (fault) => faults.push(fault),
  })
  const app = createApp({
    lectern,
    version: '1.2.3',
    ...(bots && { mount: bots.mount }),
    log: ({ level }) => logged.push(level),
  })
  const post = async ({ path, headers, body }: Sent) => {
    const response = await app.request(path, { method: 'POST', headers, body })
    await behind.drain()
    return { status: response.status, body: await response.text() }
  }
  return { app, bots, faults, logged, post, store }
}

async function openStore() {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bots-'))
  const store = await openNodeStore({ location: join(folder, 'store.db') })
  afterFile(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  return store
}

const at = Date.now()

describe('bots', () => {
  it('are nowhere when no secret is set, and nothing about it is a fault', async () => {
    const { app, bots, faults, logged } = await open({ PATH: '/bin', LECTERN_SECRET: 'x' })
    expect(bots).toBeUndefined()
    for (const path of paths)
      expect((await app.request(`/bots/${path}`, { method: 'POST', body: '{}' })).status, path).toBe(404)
    expect(faults).toEqual([])
    expect(logged).not.toContain('error')
  })

  it('are on where their secrets are set, and only those', async () => {
    const environment = {
      SLACK_SIGNING_SECRET: signingSecret,
      FEISHU_APP_ID: 'cli_1',
      FEISHU_APP_SECRET: 'app secret',
      FEISHU_ENCRYPT_KEY: 'encrypt key',
      FEISHU_VERIFICATION_TOKEN: 'verification',
      DINGTALK_APP_SECRET: 'app secret',
      DINGTALK_ROBOT_CODE: 'dingrobot',
      WECOM_TOKEN: 'QDG6eK',
      WECOM_ENCODING_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
      DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
      DISCORD_APPLICATION_ID: '123',
      TEAMS_OUTGOING_WEBHOOK_SECRET: 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
      MATTERMOST_TOKENS: 'token-1, token-2',
      MATTERMOST_URL: 'https://chat.example',
      ROCKETCHAT_TOKEN: 'rocket token',
    }
    const { bots, app } = await open(environment)
    expect(bots?.platforms).toHaveLength(8)
    const on = paths.filter((path) => path !== 'slack/events')
    for (const path of on)
      expect((await app.request(`/bots/${path}`, { method: 'POST', body: '{}' })).status, path).toBe(401)
    // Without a bot token nothing could be said there.
    expect((await app.request('/bots/slack/events', { method: 'POST', body: '{}' })).status).toBe(404)
    const { bots: one } = await open({ ROCKETCHAT_TOKEN: 'rocket token' })
    expect(one?.platforms).toEqual(['rocketchat'])
  })

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET'],
    [{ FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 'app secret' }, 'FEISHU_ENCRYPT_KEY'],
    [{ DISCORD_PUBLIC_KEY: 'zz', DISCORD_APPLICATION_ID: '1' }, 'DISCORD_PUBLIC_KEY'],
    [{ MATTERMOST_TOKENS: 'token-of-one', MATTERMOST_URL: 'chat' }, 'MATTERMOST_URL'],
    [{ TEAMS_OUTGOING_WEBHOOK_SECRET: 'no base64!' }, 'TEAMS_OUTGOING_WEBHOOK_SECRET'],
  ])('say which variable is missing or wrong: %o', async (environment, variable) => {
    await expect(open(environment)).rejects.toMatchObject({
      code: 'bot-config-invalid',
      message: expect.stringContaining(variable),
    })
    const told = describePlatforms(environment).filter(
      ({ missing, wrong }) => missing.length + wrong.length > 0,
    )
    expect(JSON.stringify(told)).toContain(variable)
  })

  it('keep what is asked and how it is judged, and let nobody vote without a token of ours', async () => {
    const { post, store, app } = await open({ SLACK_SIGNING_SECRET: signingSecret }, true)
    const given = await post(await slackCommand.ask('海水淡化厂什么时候完工？', { at }))
    const { blocks } = JSON.parse(given.body) as {
      blocks: { type: string; elements: { action_id?: string; value?: string }[] }[]
    }
    const buttons = blocks.find(({ type }) => type === 'actions')?.elements ?? []
    const down = buttons.find(({ action_id }) => action_id === 'lectern_down')?.value as string
    await post(await press('lectern_down', down, { at, delivery: 'p1' }))
    await post(await press('lectern_up', down.replace('.down.', '.up.'), { at, delivery: 'p2', user: 'U2' }))
    expect(await store?.listQuestions({ only: 'unanswered' })).toMatchObject([
      { question: '海水淡化厂什么时候完工？', count: 1, down: 1, up: 0 },
    ])
    const page = await app.request(`/f/slack/${down}`)
    expect(page.status).toBe(200)
    expect((await app.request(`/f/teams/${down}`)).status).toBe(404)
  })
})
