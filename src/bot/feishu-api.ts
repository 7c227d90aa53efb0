import * as z from 'zod'
import { type Call, CallError } from './calls.ts'

export interface FeishuApiOptions {
  appId: string
  appSecret: string
  /** `https://open.feishu.cn`. */
  api: string
  /** Milliseconds since 1970. */
  now(): number
  call: Call
}

/** What Feishu is asked to do. */
export interface FeishuApi {
  /**
   * Replies to a message with a card.
   * @param key of this reply, at most 50 characters: within an hour Feishu sends one reply of a key.
   */
  reply(message: string, reply: { card: object; key: string }): Promise<void>
}

/** How long before its end a token is given up, in seconds. */
const margin = 300
/** Codes that say that a token is none, or none any more. */
const tokenFaults = [99991661, 99991663, 99991664, 99991665, 99991671]

/** The body of a reply, as Feishu counts its length. */
export function toReplyBody({ card, key }: { card: object; key: string }) {
  return { msg_type: 'interactive', content: JSON.stringify(card), uuid: key }
}

/** Holds its access token until shortly before it ends, and gets another one once when it is refused. */
export function createFeishuApi({ appId, appSecret, api, now, call }: FeishuApiOptions): FeishuApi {
  // The token, not a promise of it: in a Worker no request may wait for what another one began.
  let held: { token: string; until: number } | undefined
  const getToken = async () => {
    const address = `${api}/open-apis/auth/v3/tenant_access_token/internal`
    const answer = await post(call, address, { body: { app_id: appId, app_secret: appSecret } })
    const given = tokenSchema.safeParse(answer)
    if (!given.success) throw new CallError(`tenant_access_token: ${answer.code}`)
    const { tenant_access_token: token, expire } = given.data
    held = { token, until: now() + (expire - margin) * 1000 }
    return token
  }
  return {
    async reply(message, reply) {
      const address = `${api}/open-apis/im/v1/messages/${encodeURIComponent(message)}/reply`
      const body = toReplyBody(reply)
      const send = (token: string) =>
        post(call, address, { headers: { Authorization: `Bearer ${token}` }, body })
      let answer = await send(held && now() < held.until ? held.token : await getToken())
      if (tokenFaults.includes(answer.code)) answer = await send(await getToken())
      if (answer.code !== 0) throw new CallError(`reply: ${answer.code}`)
    },
  }
}

// ---------------------------------------------------------------------------

const answerSchema = z.looseObject({ code: z.number() })

const tokenSchema = z.looseObject({
  code: z.literal(0),
  tenant_access_token: z.string().min(1),
  expire: z.number(),
})

/** Faults come with a status of 200 or 400, and the code alone tells them apart. */
async function post(call: Call, address: string, init: Parameters<Call>[1]): Promise<{ code: number }> {
  try {
    return answerSchema.parse(await call(address, init))
  } catch (error) {
    const told = error instanceof CallError ? answerSchema.safeParse(error.answer) : undefined
    if (told?.success) return told.data
    throw error
  }
}
