import * as z from 'zod'
import { type Call, mayCall } from './calls.ts'
import type { Endpoint, Platform, RawRequest, Reading } from './platform.ts'
import { fromHex, fromUtf8, isRecent, verifyHmac } from './proof.ts'
import { readSlackEvent } from './slack-event.ts'
import { renderSlack, type SlackMessage } from './slack-message.ts'
import { readSlackPress } from './slack-press.ts'
import { slackDeadline, slackHosts } from './slack-waits.ts'
import { readSlackWords } from './slack-words.ts'

export { slackHosts } from './slack-waits.ts'

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
  const { botToken, call } = options
  const command: Endpoint<SlackMessage> = {
    path: '/bots/slack/command',
    methods: ['POST'],
    async read(request) {
      return isCertificateCheck(request) ? { kind: 'settled', response: {} } : readProvenCommand(request)
    },
  }
  const actions: Endpoint<SlackMessage> = {
    path: '/bots/slack/actions',
    methods: ['POST'],
    read: proven((body) => readSlackPress(body, call)),
  }
  const endpoints = [command, actions]
  if (botToken !== undefined)
    endpoints.push({
      path: '/bots/slack/events',
      methods: ['POST'],
      read: proven((body) => readSlackEvent(body, { ...options, botToken })),
    })
  return { name: 'slack', render: renderSlack, endpoints }
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
    words: readSlackWords(text),
    deadline: slackDeadline,
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
