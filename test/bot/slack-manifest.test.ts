import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { createSlack } from '../../src/bot/slack.ts'
import { slackManifest } from '../../src/bot/slack-manifest.ts'

const address = z.url({ protocol: /^https$/u, hostname: /^lectern\.example$/u }).max(3000)

/** The part of Slack's schema for manifests that is used, with its limits; it allows nothing that it does not name. */
const schema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/iu),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().min(2).max(32).startsWith('/'),
          url: address,
          description: z.string().min(1).max(2000),
          usage_hint: z.string().min(1).max(1000),
          should_escape: z.literal(true),
        }),
      )
      .min(1),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string().max(50)) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address, bot_events: z.array(z.string().max(50)) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.literal(false),
    token_rotation_enabled: z.literal(false),
  }),
})

it('is a manifest that Slack takes', () => {
  const manifest = schema.parse(slackManifest('https://lectern.example'))
  expect(manifest.oauth_config.scopes.bot).toEqual([
    'app_mentions:read',
    'chat:write',
    'commands',
    'im:history',
  ])
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_mention', 'message.im'])
})

it('leads to the routes that there are', () => {
  const { features, settings } = slackManifest('https://lectern.example')
  const addresses = [
    ...features.slash_commands.map(({ url }) => url),
    settings.interactivity.request_url,
    settings.event_subscriptions.request_url,
  ]
  const slack = createSlack({ signingSecret: 's', botToken: 'xoxb-1', now: () => 0, call: async () => ({}) })
  expect(addresses).toEqual(slack.endpoints.map(({ path }) => `https://lectern.example${path}`))
})

it.each(['slack.md', 'slack.zh-CN.md'])('is the one that %s shows', (name) => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/bots', name), 'utf8')
  const [, shown = ''] = /```json\n([\s\S]*?)```/u.exec(page) ?? []
  expect(JSON.parse(shown)).toEqual(slackManifest('https://ask.example.org'))
})
