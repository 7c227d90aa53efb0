import * as z from 'zod'
import { type Call, mayCall } from './calls.ts'
import { decodeEntities } from './entities.ts'
import type { Endpoint, Platform, RawRequest, Reading } from './platform.ts'
import { fromHex, fromJson, fromUtf8, isRecent, verifyHmac } from './proof.ts'
import { renderSlack, type SlackMessage, slackActions } from './slack-message.ts'

export interface SlackConfig {
  /** `SLACK_SIGNING_SECRET`. */
  signingSecret: string
  /** `SLACK_BOT_TOKEN`, `xoxb-…`. Without it there is no `/bots/slack/events`: replies to events need it. */
  botToken?: string
}

export interface SlackOptions extends SlackConfig {
  /** Milliseconds since 1970. */
  now(): number
  /** May call `slackHosts`. */
  call: Call
  /** Of the Web API. */
  api?: string
}

/** Whom a Slack bot calls. */
export const slackHosts = ['slack.com', 'hooks.slack.com'] as const

/** Slack waits three seconds. In milliseconds. */
const deadline = 2500
/** How far the time of a request may be from ours, in milliseconds. */
const tolerance = 300_000

/** Slash command, Events API and interactivity. */
export function createSlack(options: SlackOptions): Platform<SlackMessage> {
  const prove = createProof(options)
  const proven =
    (read: (body: string) => Reading<SlackMessage>): Endpoint<SlackMessage>['read'] =>
    async (request) => {
      const body = await prove(request)
      return body === undefined ? { kind: 'refused' } : read(body)
    }
  const readProvenCommand = proven((body) => readCommand(body, options))
  return {
    name: 'slack',
    render: renderSlack,
    endpoints: [
      {
        path: '/bots/slack/command',
        methods: ['POST'],
        async read(request) {
          if (isCertificateCheck(request)) return { kind: 'settled', response: {} }
          return readProvenCommand(request)
        },
      },
      { path: '/bots/slack/actions', methods: ['POST'], read: proven((body) => readPress(body, options)) },
      ...(options.botToken === undefined
        ? []
        : [
            {
              path: '/bots/slack/events',
              methods: ['POST' as const],
              read: proven((body) => readEvent(body, options)),
            },
          ]),
    ],
  }
}

// ---------------------------------------------------------------------------

/** The body as text, if the signing secret vouches for it and for a time that is near. */
function createProof({ signingSecret, now }: SlackOptions) {
  return async ({ headers, body }: RawRequest): Promise<string | undefined> => {
    const time = headers.get('X-Slack-Request-Timestamp')
    const [, digits] = /^v0=([0-9a-f]{64})$/u.exec(headers.get('X-Slack-Signature') ?? '') ?? []
    const mac = digits === undefined ? undefined : fromHex(digits)
    if (!mac || !isRecent(time, { now: now(), tolerance })) return undefined
    const head = new TextEncoder().encode(`v0:${time}:`)
    const message = new Uint8Array(head.length + body.length)
    message.set(head)
    message.set(body, head.length)
    return (await verifyHmac(signingSecret, message, mac)) ? fromUtf8(body) : undefined
  }
}

/** Slack looks at our certificate now and then. It signs nothing, and wants nothing but 200. */
function isCertificateCheck({ body }: RawRequest): boolean {
  return new URLSearchParams(fromUtf8(body) ?? '').get('ssl_check') === '1'
}

const commandSchema = z.looseObject({
  team_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string().min(1),
  text: z.string().default(''),
  response_url: z.string(),
})

function readCommand(body: string, { call }: SlackOptions): Reading<SlackMessage> {
  const form = commandSchema.safeParse(Object.fromEntries(new URLSearchParams(body)))
  if (!form.success) return { kind: 'unreadable' }
  const { team_id, user_id, trigger_id, text, response_url } = form.data
  return {
    kind: 'question',
    delivery: trigger_id,
    user: `${team_id}:${user_id}`,
    words: toWords(text),
    deadline,
    retries: false,
    inline: (message) => ({ body: JSON.stringify(visible(message)) }),
    ...(mayCall(response_url, slackHosts) && {
      later: async (message: SlackMessage) => {
        await call(response_url, { body: visible(message) })
      },
    }),
    acknowledge: () => ({}),
  }
}

/** All in the channel see an answer; what is only for whoever asked is shown to that one. */
function visible({ isForAll, ...message }: SlackMessage) {
  return { response_type: isForAll ? ('in_channel' as const) : ('ephemeral' as const), ...message }
}

const envelopeSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('url_verification'), challenge: z.string() }),
  z.looseObject({
    type: z.literal('event_callback'),
    event_id: z.string().min(1),
    team_id: z.string().default(''),
    event: z.looseObject({ type: z.string() }),
    authorizations: z.array(z.looseObject({ user_id: z.string().optional() })).optional(),
  }),
])

const messageSchema = z.looseObject({
  type: z.enum(['app_mention', 'message']),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
})

function readEvent(
  body: string,
  { call, botToken, api = 'https://slack.com/api' }: SlackOptions,
): Reading<SlackMessage> {
  const json = fromJson(body)
  const envelope = envelopeSchema.safeParse(json)
  // Others tell of limits and of what was not asked for.
  if (!envelope.success) return isObject(json) ? { kind: 'settled', response: {} } : { kind: 'unreadable' }
  if (envelope.data.type === 'url_verification') {
    const { challenge } = envelope.data
    return { kind: 'settled', response: { body: JSON.stringify({ challenge }) } }
  }
  const { event_id, team_id, event, authorizations } = envelope.data
  const message = messageSchema.safeParse(event)
  const own = authorizations?.[0]?.user_id
  if (!message.success || !isForUs(message.data, own)) return { kind: 'settled', response: {} }
  const { channel, user, text, ts, thread_ts } = message.data
  return {
    kind: 'question',
    delivery: event_id,
    user: `${team_id}:${user}`,
    words: toWords(text),
    deadline,
    retries: true,
    async later({ isForAll: _, ...rendered }) {
      const posted = await call(`${api}/chat.postMessage`, {
        headers: { Authorization: `Bearer ${botToken}` },
        body: { channel, thread_ts: thread_ts ?? ts, ...rendered },
      })
      const { ok, error } = z.looseObject({ ok: z.boolean(), error: z.string().optional() }).parse(posted)
      if (!ok) throw new Error(`chat.postMessage: ${error}`)
    },
    acknowledge: () => ({}),
  }
}

/** What people say to the bot: in a direct message, or by its name. */
function isForUs(
  { type, channel_type, bot_id, subtype, user }: z.infer<typeof messageSchema>,
  own?: string,
): boolean {
  if (bot_id !== undefined || subtype !== undefined || user === own) return false
  return type === 'app_mention' || channel_type === 'im'
}

const pressSchema = z.looseObject({
  type: z.literal('block_actions'),
  team: z.looseObject({ id: z.string() }).nullish(),
  user: z.looseObject({ id: z.string() }),
  /** Where the button stands. */
  container: z.looseObject({ thread_ts: z.string().optional() }).nullish(),
  response_url: z.string().optional(),
  trigger_id: z.string().default(''),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        action_ts: z.string().default(''),
        value: z.string().default(''),
      }),
    )
    .min(1),
})

function readPress(body: string, { call }: SlackOptions): Reading<SlackMessage> {
  const payload = fromJson(new URLSearchParams(body).get('payload') ?? undefined)
  const press = pressSchema.safeParse(payload)
  if (!press.success) return isObject(payload) ? { kind: 'settled', response: {} } : { kind: 'unreadable' }
  const { team, user, trigger_id, actions } = press.data
  const [{ action_id, action_ts, value }] = actions as [(typeof actions)[number]]
  const tell = createTell(press.data, call)
  const delivery = `${trigger_id}:${action_ts}`
  const who = { delivery, user: `${team?.id ?? ''}:${user.id}` }
  if (action_id === slackActions.up || action_id === slackActions.down)
    return {
      kind: 'vote',
      ...who,
      token: value,
      respond: () => ({}),
      later: (thanks) => tell({ text: thanks }),
    }
  if (action_id === slackActions.more)
    return {
      kind: 'more',
      ...who,
      value,
      deadline,
      retries: false,
      later: ({ isForAll: _, ...message }) => tell(message),
      acknowledge: () => ({}),
    }
  return { kind: 'settled', response: {} }
}

/** Tells whoever pressed, where the button stands. */
function createTell({ container, response_url }: z.infer<typeof pressSchema>, call: Call) {
  // Without it, what belongs into a thread would stand below the channel.
  const thread_ts = container?.thread_ts
  const place = { replace_original: false, ...(thread_ts !== undefined && { thread_ts }) }
  return async (message: object) => {
    if (response_url === undefined || !mayCall(response_url, slackHosts)) return
    await call(response_url, { body: { response_type: 'ephemeral', ...place, ...message } })
  }
}

/** Without the signs for people and channels; addresses as they read. */
function toWords(text: string): string {
  const bare = text
    .replace(/<[@#!][^>]*>/gu, ' ')
    .replace(
      /<(?<address>[^|>]+)(?:\|(?<label>[^>]*))?>/gu,
      (_, address: string, label?: string) => label || address,
    )
  return decodeEntities(bare).replace(/\s+/gu, ' ').trim()
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
