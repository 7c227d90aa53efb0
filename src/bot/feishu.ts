import * as z from 'zod'
import { sha256 } from '../text/digest.ts'
import type { Call } from './calls.ts'
import { createFeishuApi, type FeishuApi } from './feishu-api.ts'
import { type FeishuCard, renderFeishu } from './feishu-message.ts'
import { createFeishuProof } from './feishu-proof.ts'
import { toFeishuWords } from './feishu-words.ts'
import type { Platform, Reading } from './platform.ts'
import { languageOf } from './question-words.ts'
import { stringsFor } from './strings.ts'

export interface FeishuConfig {
  /** `FEISHU_APP_ID`, `cli_…`. */
  appId: string
  /** `FEISHU_APP_SECRET`. */
  appSecret: string
  /** `FEISHU_ENCRYPT_KEY`. Without it requests would prove nothing but a token in them. */
  encryptKey: string
  /** `FEISHU_VERIFICATION_TOKEN`. */
  verificationToken: string
  /** `FEISHU_API`: that of Lark is `https://open.larksuite.com`. Defaults to `https://open.feishu.cn`. */
  api?: string
  /**
   * `FEISHU_BOT_OPEN_ID`, `ou_…`: in groups the bot answers who mentions this one. Without it, who mentions any bot;
   * Feishu passes on no other messages unless the app may read all of a group.
   */
  botOpenId?: string
}

export interface FeishuOptions extends FeishuConfig {
  /** Milliseconds since 1970. */
  now(): number
  /** May call `feishuHosts`. */
  call: Call
}

/** Whom a Feishu bot calls. */
export const feishuHosts = ['open.feishu.cn', 'open.larksuite.com'] as const

/** Feishu waits three seconds. In milliseconds. */
const deadline = 2500

/** Messages to the bot, and presses of the buttons of its cards. */
export function createFeishu(options: FeishuOptions): Platform<FeishuCard> {
  const prove = createFeishuProof(options)
  const api = createFeishuApi({ api: 'https://open.feishu.cn', ...options })
  return {
    name: 'feishu',
    render: renderFeishu,
    endpoints: [
      {
        path: '/bots/feishu',
        methods: ['POST'],
        async read(request) {
          const proven = await prove(request)
          if (!proven) return { kind: 'refused' }
          if ('challenge' in proven)
            return { kind: 'settled', response: { body: JSON.stringify({ challenge: proven.challenge }) } }
          const { type, id, event } = proven
          if (type === 'im.message.receive_v1') return readMessage(event, { ...options, api })
          if (type === 'card.action.trigger') return readPress(event, { id, api })
          return { kind: 'settled', response: {} }
        },
      },
    ],
  }
}

// ---------------------------------------------------------------------------

const mentionSchema = z.looseObject({
  key: z.string(),
  id: z.looseObject({ open_id: z.string().nullish() }).nullish(),
  /** `user` or `bot`; older events do not tell. */
  mentioned_type: z.string().nullish(),
})

type Mention = z.infer<typeof mentionSchema>

const messageSchema = z.looseObject({
  sender: z.looseObject({
    sender_type: z.string(),
    sender_id: z.looseObject({ open_id: z.string().nullish() }).nullish(),
  }),
  message: z.looseObject({
    message_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(mentionSchema).nullish(),
  }),
})

function readMessage(
  event: unknown,
  { api, botOpenId }: { api: FeishuApi; botOpenId?: string },
): Reading<FeishuCard> {
  const parsed = messageSchema.safeParse(event)
  if (!parsed.success) return { kind: 'unreadable' }
  const { sender, message } = parsed.data
  const { message_id: id, chat_type, message_type, content } = message
  const mentions = message.mentions ?? []
  const isForUs = chat_type === 'p2p' || mentions.some((mention) => isBot(mention, botOpenId))
  const keys = mentions.map(({ key }) => key)
  const words = toFeishuWords(message_type, content, keys)
  if (sender.sender_type !== 'user' || !isForUs || words === undefined)
    return { kind: 'settled', response: {} }
  return {
    kind: 'question',
    // Two events may tell of one message.
    delivery: id,
    user: sender.sender_id?.open_id ?? '',
    words,
    deadline,
    retries: true,
    later: async (card) => api.reply(id, { card, key: await toKey(id) }),
    acknowledge: () => ({}),
  }
}

function isBot({ id, mentioned_type }: Mention, botOpenId: string | undefined): boolean {
  return botOpenId === undefined ? (mentioned_type ?? 'bot') === 'bot' : id?.open_id === botOpenId
}

const pressSchema = z.looseObject({
  operator: z.looseObject({ open_id: z.string() }),
  action: z.looseObject({ value: z.unknown().optional() }),
  context: z.looseObject({ open_message_id: z.string().min(1) }),
})

const valueSchema = z.looseObject({
  lectern: z.enum(['vote', 'more']),
  value: z.string(),
  language: z.string().default(''),
})

function readPress(event: unknown, { id, api }: { id: string; api: FeishuApi }): Reading<FeishuCard> {
  const press = pressSchema.safeParse(event)
  if (!press.success) return { kind: 'unreadable' }
  const { operator, action, context } = press.data
  const button = valueSchema.safeParse(action.value)
  // A button of somebody else's card.
  if (!button.success) return { kind: 'settled', response: { body: '{}' } }
  const { lectern, value, language: locale } = button.data
  const delivery = { delivery: id, user: operator.open_id, locale }
  if (lectern === 'vote') return { kind: 'vote', ...delivery, token: value, respond: toast }
  return {
    kind: 'more',
    ...delivery,
    value,
    deadline,
    // Callbacks come once.
    retries: false,
    later: async (card) => api.reply(context.open_message_id, { card, key: await toKey(id) }),
    acknowledge: () => toast(stringsFor(languageOf('', locale)).more),
  }
}

function toast(content: string) {
  return { body: JSON.stringify({ toast: { type: 'info', content } }) }
}

/** The same for each try to reply to one delivery, and short enough for Feishu. */
async function toKey(delivery: string): Promise<string> {
  return (await sha256(delivery)).slice(0, 32)
}
