import * as z from 'zod'
import { type Call, mayCall } from './calls.ts'
import { type DingtalkMessage, renderDingtalk } from './dingtalk-message.ts'
import type { Platform, RawRequest, Reading } from './platform.ts'
import { fromBase64, fromJson, fromUtf8, isRecent, verifyHmac } from './proof.ts'

export interface DingtalkConfig {
  /** `DINGTALK_APP_SECRET`. */
  appSecret: string
  /** `DINGTALK_ROBOT_CODE`: whom messages must be for. */
  robotCode: string
}

export interface DingtalkOptions extends DingtalkConfig {
  /** Milliseconds since 1970. */
  now(): number
  /** May call `dingtalkHosts`. */
  call: Call
}

/** Whom a DingTalk robot calls. */
export const dingtalkHosts = ['oapi.dingtalk.com', 'api.dingtalk.com'] as const

/** DingTalk does not say how long it waits. In milliseconds. */
const deadline = 2500
/** How far the time of a request may be from ours, in milliseconds. */
const tolerance = 3_600_000

/**
 * A robot in HTTP mode. Its proof covers the time alone: with one that was seen, anybody may say anything for an hour. So
 * a message is answered only to DingTalk itself, and only where it is for this robot.
 */
export function createDingtalk(options: DingtalkOptions): Platform<DingtalkMessage> {
  return {
    name: 'dingtalk',
    render: renderDingtalk,
    endpoints: [
      {
        path: '/bots/dingtalk',
        methods: ['POST'],
        async read(request) {
          if (!(await isProven(request, options))) return { kind: 'refused' }
          return readMessage(fromUtf8(request.body), options)
        },
      },
    ],
  }
}

// ---------------------------------------------------------------------------

async function isProven({ headers }: RawRequest, { appSecret, now }: DingtalkOptions): Promise<boolean> {
  const time = headers.get('timestamp')
  const mac = fromBase64(headers.get('sign') ?? '')
  if (!mac || !isRecent(time, { now: now(), tolerance, unit: 1 })) return false
  return verifyHmac(appSecret, new TextEncoder().encode(`${time}\n${appSecret}`), mac)
}

const messageSchema = z.looseObject({
  msgtype: z.string(),
  msgId: z.string().min(1),
  text: z.looseObject({ content: z.string() }).optional(),
  senderCorpId: z.string().nullish(),
  senderId: z.string().nullish(),
  senderStaffId: z.string().nullish(),
  chatbotUserId: z.string().nullish(),
  sessionWebhook: z.string().refine((address) => mayCall(address, dingtalkHosts)),
})

function readMessage(
  body: string | undefined,
  { robotCode, call }: DingtalkOptions,
): Reading<DingtalkMessage> {
  const json = fromJson(body)
  const addressed = z.looseObject({ robotCode: z.unknown().optional() }).safeParse(json)
  if (!addressed.success) return { kind: 'unreadable' }
  if (addressed.data.robotCode !== robotCode) return { kind: 'refused' }
  const read = messageSchema.safeParse(json)
  if (!read.success) return { kind: 'unreadable' }
  const { msgtype, msgId, text, senderCorpId, senderId, senderStaffId, chatbotUserId, sessionWebhook } =
    read.data
  const isOwn = typeof senderId === 'string' && senderId === chatbotUserId
  if (msgtype !== 'text' || !text || isOwn) return { kind: 'settled', response: nothing }
  return {
    kind: 'question',
    delivery: msgId,
    user: `${senderCorpId ?? ''}:${senderStaffId ?? senderId ?? ''}`,
    words: toWords(text.content),
    deadline,
    retries: false,
    async later(message) {
      const taken = takenSchema.parse(await call(sessionWebhook, { body: message }))
      if (taken.errcode !== 0) throw new Error(`sessionWebhook: ${taken.errcode} ${taken.errmsg}`)
    },
    acknowledge: () => nothing,
  }
}

/** What is wrong stands in a body with status 200. */
const takenSchema = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') })

const nothing = { body: '{}' }

/** Without the names of people who are called. */
function toWords(text: string): string {
  return text
    .replace(/(?<=^|\s)@\S+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
