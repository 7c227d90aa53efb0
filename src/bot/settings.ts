import * as z from 'zod'
import { createCall } from './calls.ts'
import { createDingtalk, dingtalkHosts } from './dingtalk.ts'
import { createDiscord, discordHosts } from './discord.ts'
import { createFeishu, feishuHosts } from './feishu.ts'
import { createMattermost, mattermostHosts, readMattermostTokens } from './mattermost.ts'
import type { Platform, PlatformName } from './platform.ts'
import { createRocketChat } from './rocketchat.ts'
import { createSlack, slackHosts } from './slack.ts'
import { createTeams } from './teams.ts'
import { createWecom, wecomHosts } from './wecom.ts'

export interface PlatformDeps {
  /** Milliseconds since 1970. */
  now(): number
  fetch: typeof fetch
}

/** The environment variables of a platform, and how it is made of them. */
export interface Setting {
  name: PlatformName
  schema: z.ZodObject
  create(values: never, deps: PlatformDeps): Platform
}

const secret = z.string().min(8, 'it is too short for a secret')
const tokens = secret.refine((text) => readMattermostTokens(text).length > 0, 'it holds no token')
const address = z.url({ protocol: /^https$/u, error: 'it is no address that begins with https://' })
const digits = z.string().regex(/^\d+$/u, 'it is not digits')
const callTo = (hosts: readonly string[], { fetch }: PlatformDeps) => createCall({ fetch, hosts })

export const settings: readonly Setting[] = [
  setting(
    'slack',
    {
      SLACK_SIGNING_SECRET: secret,
      SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'a bot token begins with xoxb-').optional(),
    },
    (values, deps) =>
      createSlack({
        signingSecret: values.SLACK_SIGNING_SECRET,
        ...(values.SLACK_BOT_TOKEN !== undefined && { botToken: values.SLACK_BOT_TOKEN }),
        now: deps.now,
        call: callTo(slackHosts, deps),
      }),
  ),
  setting(
    'feishu',
    {
      FEISHU_APP_ID: z.string().startsWith('cli_', 'an app id begins with cli_'),
      FEISHU_APP_SECRET: secret,
      FEISHU_ENCRYPT_KEY: secret,
      FEISHU_VERIFICATION_TOKEN: secret,
      FEISHU_API: z
        .enum(['https://open.feishu.cn', 'https://open.larksuite.com'], 'it is neither Feishu nor Lark')
        .optional(),
      FEISHU_BOT_OPEN_ID: z.string().startsWith('ou_', 'an open id begins with ou_').optional(),
    },
    (values, deps) =>
      createFeishu({
        appId: values.FEISHU_APP_ID,
        appSecret: values.FEISHU_APP_SECRET,
        encryptKey: values.FEISHU_ENCRYPT_KEY,
        verificationToken: values.FEISHU_VERIFICATION_TOKEN,
        ...(values.FEISHU_API !== undefined && { api: values.FEISHU_API }),
        ...(values.FEISHU_BOT_OPEN_ID !== undefined && { botOpenId: values.FEISHU_BOT_OPEN_ID }),
        now: deps.now,
        call: callTo(feishuHosts, deps),
      }),
  ),
  setting(
    'dingtalk',
    { DINGTALK_APP_SECRET: secret, DINGTALK_ROBOT_CODE: z.string().min(1) },
    (values, deps) =>
      createDingtalk({
        appSecret: values.DINGTALK_APP_SECRET,
        robotCode: values.DINGTALK_ROBOT_CODE,
        now: deps.now,
        call: callTo(dingtalkHosts, deps),
      }),
  ),
  setting(
    'wecom',
    {
      WECOM_TOKEN: z.string().min(3, 'it is too short'),
      WECOM_ENCODING_AES_KEY: z.string().regex(/^[A-Za-z0-9+/]{43}$/u, 'it is not 43 letters and digits'),
      WECOM_RECEIVE_ID: z.string().optional(),
    },
    (values, deps) =>
      createWecom({
        token: values.WECOM_TOKEN,
        encodingAesKey: values.WECOM_ENCODING_AES_KEY,
        ...(values.WECOM_RECEIVE_ID !== undefined && { receiveId: values.WECOM_RECEIVE_ID }),
        now: deps.now,
        call: callTo(wecomHosts, deps),
      }),
  ),
  setting(
    'discord',
    {
      DISCORD_PUBLIC_KEY: z.string().regex(/^[0-9a-f]{64}$/iu, 'it is not 64 hexadecimal digits'),
      DISCORD_APPLICATION_ID: digits,
    },
    (values, deps) =>
      createDiscord({
        publicKey: values.DISCORD_PUBLIC_KEY,
        applicationId: values.DISCORD_APPLICATION_ID,
        now: deps.now,
        call: callTo(discordHosts, deps),
      }),
  ),
  setting(
    'teams',
    {
      TEAMS_OUTGOING_WEBHOOK_SECRET: z.base64('it is no base64').min(8, 'it is too short for a secret'),
    },
    (values, { now }) => createTeams({ secret: values.TEAMS_OUTGOING_WEBHOOK_SECRET, now }),
  ),
  setting('mattermost', { MATTERMOST_TOKENS: tokens, MATTERMOST_URL: address.optional() }, (values, deps) =>
    createMattermost({
      tokens: readMattermostTokens(values.MATTERMOST_TOKENS),
      ...(values.MATTERMOST_URL !== undefined && { server: values.MATTERMOST_URL }),
      call: callTo(mattermostHosts(values.MATTERMOST_URL), deps),
    }),
  ),
  setting('rocketchat', { ROCKETCHAT_TOKEN: secret }, (values) =>
    createRocketChat({ token: values.ROCKETCHAT_TOKEN }),
  ),
]

// ---------------------------------------------------------------------------

/** A line for a platform: its variables, and how it is made of them. */
function setting<Shape extends z.ZodRawShape>(
  name: PlatformName,
  shape: Shape,
  create: (values: z.output<z.ZodObject<Shape>>, deps: PlatformDeps) => Platform,
): Setting {
  return { name, schema: z.object(shape), create: create as Setting['create'] }
}
