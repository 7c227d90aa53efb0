import * as z from 'zod'
import { type Call, CallError, mayCall } from './calls.ts'
import type { BotResponse, Platform, RawRequest, Reading } from './platform.ts'
import { fromJson, fromUtf8, toHex } from './proof.ts'
import { renderWecom, type WecomMessage } from './wecom-message.ts'
import { createWecomSeal, type WecomSeal } from './wecom-seal.ts'

export interface WecomConfig {
  /** `WECOM_TOKEN`. */
  token: string
  /** `WECOM_ENCODING_AES_KEY`, 43 characters. */
  encodingAesKey: string
  /** `WECOM_RECEIVE_ID`. Defaults to the empty one of an AI bot in one's own enterprise. */
  receiveId?: string
}

export interface WecomOptions extends WecomConfig {
  /** Milliseconds since 1970. */
  now(): number
  /** May call `wecomHosts`. */
  call: Call
}

/** Whom a WeCom bot calls. */
export const wecomHosts = ['qyapi.weixin.qq.com'] as const

/** WeCom waits five seconds. In milliseconds. */
const deadline = 4000

/** The AI bot (智能机器人) with an address to call back. */
export function createWecom({ receiveId = '', call, ...secrets }: WecomOptions): Platform<WecomMessage> {
  const seal = createWecomSeal({ receiveId, ...secrets })
  return {
    name: 'wecom',
    render: renderWecom,
    endpoints: [
      {
        path: '/bots/wecom',
        methods: ['GET', 'POST'],
        async read(request) {
          const message = await open(request, seal)
          if (message === undefined) return { kind: 'refused' }
          if (request.method === 'GET') return settled({ body: message, type: 'text/plain' })
          return readMessage(fromJson(message), { seal, call })
        },
      },
    ],
  }
}

// ---------------------------------------------------------------------------

const bodySchema = z.looseObject({ encrypt: z.string() })

/** What was sealed: `echostr` when WeCom tries the address, else a message. */
async function open({ method, url, body }: RawRequest, seal: WecomSeal): Promise<string | undefined> {
  const query = url.searchParams
  const encrypt =
    method === 'GET' ? query.get('echostr') : bodySchema.safeParse(fromJson(fromUtf8(body))).data?.encrypt
  if (typeof encrypt !== 'string') return undefined
  const [signature, timestamp, nonce] = ['msg_signature', 'timestamp', 'nonce'].map((name) => query.get(name))
  return seal.open({
    encrypt,
    signature: signature ?? null,
    timestamp: timestamp ?? null,
    nonce: nonce ?? null,
  })
}

const words = z.looseObject({ content: z.string().default('') })

const messageSchema = z.looseObject({
  msgid: z.string().min(1),
  aibotid: z.string().optional(),
  from: z.looseObject({ userid: z.string() }),
  msgtype: z.string(),
  response_url: z.string().optional(),
  text: words.optional(),
  /** With what WeCom understood. */
  voice: words.optional(),
  mixed: z.looseObject({ msg_item: z.array(z.looseObject({ text: words.optional() })) }).optional(),
  event: z.looseObject({ eventtype: z.string(), feedback_event: z.unknown().optional() }).optional(),
})

type Message = z.infer<typeof messageSchema>

const feedbackSchema = z.looseObject({
  id: z.string(),
  type: z.union([z.literal(1), z.literal(2), z.literal(3)]),
})

const votes = { 1: 'up', 2: 'down', 3: 'withdrawn' } as const

function readMessage(json: unknown, { seal, call }: { seal: WecomSeal; call: Call }): Reading<WecomMessage> {
  const parsed = messageSchema.safeParse(json)
  if (!parsed.success) return { kind: 'unreadable' }
  const { msgid: delivery, aibotid, from, msgtype, response_url, event } = parsed.data
  const { userid: user } = from
  if (msgtype === 'event' && event?.eventtype === 'feedback_event') {
    const feedback = feedbackSchema.safeParse(event.feedback_event)
    if (!feedback.success) return { kind: 'unreadable' }
    const { id: token, type } = feedback.data
    // The token proves the answer, and WeCom's seal the vote. It takes no answer but an empty one.
    return { kind: 'vote', delivery, user, token, vote: votes[type], respond: () => ({}) }
  }
  const typed = toTyped(parsed.data)
  if (typed === undefined || user === aibotid) return settled({})
  return {
    kind: 'question',
    delivery,
    user,
    words: withoutMentions(typed),
    deadline,
    retries: true,
    async inline(message) {
      const stream = { id: toStreamId(), finish: true, ...message }
      return { body: await seal.seal(JSON.stringify({ msgtype: 'stream', stream })) }
    },
    ...(response_url !== undefined &&
      mayCall(response_url, wecomHosts) && {
        later: ({ content }: WecomMessage) => respondLater(content, { call, address: response_url }),
      }),
    acknowledge: () => ({}),
  }
}

/** Undefined for what is not of words: pictures, files, events, and the calls for the rest of a stream. */
function toTyped({ msgtype, text, voice, mixed }: Message): string | undefined {
  if (msgtype === 'text') return text?.content
  if (msgtype === 'voice') return voice?.content
  if (msgtype !== 'mixed') return undefined
  return mixed?.msg_item.flatMap((item) => item.text?.content ?? []).join(' ')
}

/** WeCom writes them as they read, and does not say whom they mean: `@Lectern `. */
function withoutMentions(typed: string): string {
  return typed
    .replace(/(?<=^|\s)@[^\s，。！？、：；,!?:;]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Such an address takes one message, without buttons to vote. */
async function respondLater(
  content: string,
  { call, address }: { call: Call; address: string },
): Promise<void> {
  const answer = await call(address, { body: { msgtype: 'markdown', markdown: { content } } })
  const told = z.looseObject({ errcode: z.number() }).safeParse(answer)
  if (told.success && told.data.errcode !== 0) throw new CallError(`response_url: ${told.data.errcode}`)
}

function toStreamId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)))
}

function settled(response: BotResponse): Reading<WecomMessage> {
  return { kind: 'settled', response }
}
