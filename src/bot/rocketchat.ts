import * as z from 'zod'
import type { Platform, Reading } from './platform.ts'
import { knowsToken, readPosted } from './posted.ts'
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
          return knowsToken(json, [token]) ? readPost(json) : { kind: 'refused' }
        },
      },
    ],
  }
}

// ---------------------------------------------------------------------------

/** The server waits 20 seconds, in some versions longer. In milliseconds. */
const deadline = 4000

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
    words: readPosted(text, trigger),
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

/** A message that began with the trigger word would be a question again: an invisible sign, the word joiner, parts them. */
function awayFrom(trigger: string, text: string): string {
  return trigger !== '' && text.startsWith(trigger) ? `\u2060${text}` : text
}
