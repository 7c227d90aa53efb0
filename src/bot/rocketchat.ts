import * as z from 'zod'
import { isSecret } from '../text/hmac.ts'
import type { Platform, Reading } from './platform.ts'
import { fromJson, fromUtf8 } from './proof.ts'
import { type RocketChatMessage, renderRocketChat } from './rocketchat-message.ts'

export interface RocketChatConfig {
  /** `ROCKETCHAT_TOKEN`, of the outgoing webhook. */
  token: string
}

/** Outgoing webhook. Nothing is called: an answer that comes too late is lost. */
export function createRocketChat({ token }: RocketChatConfig): Platform<RocketChatMessage> {
  return {
    name: 'rocketchat',
    render: renderRocketChat,
    endpoints: [
      {
        path: '/bots/rocketchat',
        methods: ['POST'],
        async read({ body }) {
          const json = fromJson(fromUtf8(body))
          const proof = tokenSchema.safeParse(json)
          if (!proof.success || !(await isSecret(token, proof.data.token))) return { kind: 'refused' }
          return readPost(json)
        },
      },
    ],
  }
}

// ---------------------------------------------------------------------------

/** The server waits 20 seconds, in some versions longer. In milliseconds. */
const deadline = 4000

const tokenSchema = z.looseObject({ token: z.string().min(1) })

const postSchema = z.looseObject({
  message_id: z.string().min(1),
  user_id: z.string(),
  text: z.string().default(''),
  trigger_word: z.string().nullish(),
  tmid: z.string().nullish(),
  bot: z.unknown().optional(),
  isEdited: z.unknown().optional(),
})

function readPost(json: unknown): Reading<RocketChatMessage> {
  const post = postSchema.safeParse(json)
  // Some codes switch the integration off or make the server try again: whatever is not for us gets 200.
  if (!post.success || post.data.bot || post.data.isEdited) return { kind: 'settled', response: silence() }
  const { message_id, user_id, text, trigger_word, tmid } = post.data
  const trigger = trigger_word ?? ''
  return {
    kind: 'question',
    delivery: message_id,
    user: user_id,
    words: toWords(text, trigger),
    deadline,
    retries: false,
    inline: (message) => ({
      body: JSON.stringify({
        ...message,
        text: awayFrom(trigger, message.text),
        tmid: tmid || message_id,
        groupable: false,
        parseUrls: false,
      }),
    }),
    acknowledge: silence,
  }
}

function silence() {
  return { body: '{}' }
}

/** Without the trigger word, and without signs for people at its head. */
function toWords(text: string, trigger: string): string {
  const bare = text.trimStart()
  return (bare.startsWith(trigger) ? bare.slice(trigger.length) : bare)
    .replace(/^(?:\s*@[\w.-]+)+/u, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** A message that began with the trigger word would be a question again: an invisible sign, the word joiner, parts them. */
function awayFrom(trigger: string, text: string): string {
  return trigger !== '' && text.startsWith(trigger) ? `\u2060${text}` : text
}
