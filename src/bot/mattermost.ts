import * as z from 'zod'
import { type Call, mayCall } from './calls.ts'
import { type MattermostMessage, mattermostActions, renderMattermost } from './mattermost-message.ts'
import type { Endpoint, Platform, Question, RawRequest, Reading } from './platform.ts'
import { knowsToken, readPosted } from './posted.ts'
import { fromJson, fromUtf8 } from './proof.ts'

export interface MattermostConfig {
  /** `MATTERMOST_TOKENS`: one for each slash command and outgoing webhook. */
  tokens: readonly string[]
  /** `MATTERMOST_URL`, the address of the server. Without it, an answer that comes too late is lost. */
  server?: string
}

export interface MattermostOptions extends MattermostConfig {
  /** May call `mattermostHosts` of the server. */
  call: Call
}

/** Whom a bot on this server calls. */
export function mattermostHosts(server: string | undefined): string[] {
  return server === undefined ? [] : [new URL(server).host]
}

/** Tokens with commas between them. */
export function readMattermostTokens(text: string): string[] {
  return text
    .split(',')
    .map((token) => token.trim())
    .filter((token) => token !== '')
}

/** Slash command, outgoing webhook and buttons. */
export function createMattermost(options: MattermostOptions): Platform<MattermostMessage> {
  return {
    name: 'mattermost',
    render: renderMattermost,
    endpoints: [
      {
        path: '/bots/mattermost',
        methods: ['POST'],
        async read({ body }) {
          const fields = readFields(fromUtf8(body))
          return knowsToken(fields, options.tokens) ? readAsked(fields, options) : { kind: 'refused' }
        },
      },
      { path: mattermostActions, methods: ['POST'], read: readPress },
    ],
  }
}

// ---------------------------------------------------------------------------

/** Integrations are waited for 30 seconds, on older servers 3. In milliseconds. */
const deadline = 2500

/** A form, or JSON: whoever sets up a webhook chooses. Undefined where it is neither. */
function readFields(body: string | undefined): Record<string, unknown> | undefined {
  if (body === undefined) return undefined
  if (!body.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(body))
  const json = fromJson(body)
  return typeof json === 'object' && json !== null ? { ...json } : undefined
}

const commandSchema = z.looseObject({
  command: z.string().min(1),
  team_id: z.string().default(''),
  user_id: z.string(),
  text: z.string().default(''),
  trigger_id: z.string().min(1),
  response_url: z.string().default(''),
})

const postSchema = z.looseObject({
  post_id: z.string().min(1),
  team_id: z.string().default(''),
  user_id: z.string(),
  text: z.string().default(''),
  trigger_word: z.string().nullish(),
})

function readAsked(
  fields: Record<string, unknown> | undefined,
  options: MattermostOptions,
): Reading<MattermostMessage> {
  const command = commandSchema.safeParse(fields)
  if (command.success) return toCommand(command.data, options)
  const post = postSchema.safeParse(fields)
  return post.success ? toAnsweredPost(post.data) : { kind: 'unreadable' }
}

function toCommand(
  { team_id, user_id, text, trigger_id, response_url }: z.infer<typeof commandSchema>,
  { call, server }: MattermostOptions,
): Question<MattermostMessage> {
  return {
    kind: 'question',
    delivery: trigger_id,
    user: `${team_id}:${user_id}`,
    words: readPosted(text),
    deadline,
    retries: false,
    inline: (message) => ({ body: JSON.stringify(toCommandResponse(message)) }),
    ...(mayCall(response_url, mattermostHosts(server)) && {
      later: async (message: MattermostMessage) => {
        await call(response_url, { body: toCommandResponse(message) })
      },
    }),
    acknowledge: silence,
  }
}

/** All in the channel see an answer; what is only for whoever asked is shown to that one. */
function toCommandResponse({ isForAll, text, attachments }: MattermostMessage) {
  const response_type = isForAll ? 'in_channel' : 'ephemeral'
  return { response_type, skip_slack_parsing: true, text, ...(attachments.length > 0 && { attachments }) }
}

/** The answer goes into the thread of what was posted. Posts of webhooks, such as this one, trigger none. */
function toAnsweredPost({
  post_id,
  team_id,
  user_id,
  text,
  trigger_word,
}: z.infer<typeof postSchema>): Question<MattermostMessage> {
  return {
    kind: 'question',
    delivery: post_id,
    user: `${team_id}:${user_id}`,
    words: readPosted(text, trigger_word),
    deadline,
    retries: false,
    inline: ({ text, attachments }) => ({
      body: JSON.stringify({
        response_type: 'comment',
        text,
        ...(attachments.length > 0 && { attachments }),
      }),
    }),
    acknowledge: silence,
  }
}

/** An answer with no text is none; an empty one would be an error. */
function silence() {
  return { body: '{}' }
}

const pressSchema = z.looseObject({
  user_id: z.string(),
  post_id: z.string().default(''),
  team_id: z.string().default(''),
  context: z.looseObject({ vote: z.string().min(1) }),
})

/** Presses carry nothing of the server's: what we put into the button ourselves is all that proves one. */
const readPress: Endpoint<MattermostMessage>['read'] = async ({ body }: RawRequest) => {
  const press = pressSchema.safeParse(fromJson(fromUtf8(body)))
  if (!press.success) return { kind: 'refused' }
  const { user_id, post_id, team_id, context } = press.data
  return {
    kind: 'vote',
    delivery: `${post_id}:${user_id}:${context.vote}`,
    user: `${team_id}:${user_id}`,
    token: context.vote,
    byTokenAlone: true,
    respond: (thanks) => ({ body: JSON.stringify({ ephemeral_text: thanks }) }),
  }
}
