import * as z from 'zod'
import type { Call } from './calls.ts'
import type { Reading } from './platform.ts'
import { fromJson } from './proof.ts'
import type { SlackMessage } from './slack-message.ts'
import { slackDeadline } from './slack-waits.ts'
import { readSlackWords } from './slack-words.ts'

export interface SlackEventOptions {
  call: Call
  botToken: string
  /** Of the Web API. */
  api?: string
}

/** A mention or a direct message; whatever else there is, is settled. */
export function readSlackEvent(
  body: string,
  { call, botToken, api = 'https://slack.com/api' }: SlackEventOptions,
): Reading<SlackMessage> {
  const json = fromJson(body)
  const envelope = envelopeSchema.safeParse(json)
  // Others tell of limits and of what was not asked for.
  if (!envelope.success)
    return json instanceof Object ? { kind: 'settled', response: {} } : { kind: 'unreadable' }
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
    words: readSlackWords(text),
    deadline: slackDeadline,
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

// ---------------------------------------------------------------------------

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

/** What people say to the bot: in a direct message, or by its name. */
function isForUs(
  { type, channel_type, bot_id, subtype, user }: z.infer<typeof messageSchema>,
  own?: string,
): boolean {
  if (bot_id !== undefined || subtype !== undefined || user === own) return false
  return type === 'app_mention' || channel_type === 'im'
}
