import * as z from 'zod'
import type { Call } from './calls.ts'
import { discordCommand, discordOption } from './discord-commands.ts'
import { type DiscordMessage, isDiscordMore } from './discord-message.ts'
import type { MorePress, Question, Reading, VotePress } from './platform.ts'
import { fromJson } from './proof.ts'

export interface InteractionOptions {
  applicationId: string
  call: Call
  /** Of the HTTP API. */
  api?: string
}

/** Discord waits three seconds. In milliseconds. */
const deadline = 2500

/** A command, a press of a button, or a ping; whatever else there is, is settled. */
export function readDiscordInteraction(
  body: string | undefined,
  options: InteractionOptions,
): Reading<DiscordMessage> {
  const read = interactionSchema.safeParse(fromJson(body))
  if (!read.success) return { kind: 'unreadable' }
  const interaction = read.data
  if (interaction.type === kinds.ping) return { kind: 'settled', response: respond(answers.pong) }
  const user = interaction.member?.user ?? interaction.user
  if (!user || user.bot) return { kind: 'settled', response: {} }
  const who = {
    delivery: interaction.id,
    user: user.id,
    ...(interaction.locale && { locale: interaction.locale }),
  }
  if (interaction.type === kinds.command) return readCommand(interaction, who, options)
  if (interaction.type === kinds.component) return readPress(interaction, who, options)
  return { kind: 'settled', response: {} }
}

// ---------------------------------------------------------------------------

const userSchema = z.looseObject({ id: z.string(), bot: z.boolean().optional() })

const interactionSchema = z.looseObject({
  id: z.string().min(1),
  type: z.number(),
  token: z.string(),
  locale: z.string().optional(),
  member: z.looseObject({ user: userSchema }).optional(),
  user: userSchema.optional(),
  data: z.looseObject({}).optional(),
})

type Interaction = z.infer<typeof interactionSchema>

const commandSchema = z.looseObject({
  name: z.string(),
  options: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).default([]),
})

const pressSchema = z.looseObject({ custom_id: z.string().min(1) })

interface Who {
  delivery: string
  user: string
  locale?: string
}

function readCommand(
  interaction: Interaction,
  who: Who,
  options: InteractionOptions,
): Reading<DiscordMessage> {
  const read = commandSchema.safeParse(interaction.data)
  if (!read.success) return { kind: 'unreadable' }
  if (read.data.name !== discordCommand) return { kind: 'settled', response: {} }
  const asked = read.data.options.find(({ name }) => name === discordOption)?.value
  return {
    kind: 'question',
    ...who,
    words: typeof asked === 'string' ? toWords(asked) : '',
    ...waysOf(interaction, options, false),
  } satisfies Question<DiscordMessage>
}

function readPress(interaction: Interaction, who: Who, options: InteractionOptions): Reading<DiscordMessage> {
  const read = pressSchema.safeParse(interaction.data)
  if (!read.success) return { kind: 'unreadable' }
  const { custom_id } = read.data
  if (isDiscordMore(custom_id))
    return {
      kind: 'more',
      ...who,
      value: custom_id,
      ...waysOf(interaction, options, true),
    } satisfies MorePress<DiscordMessage>
  return {
    kind: 'vote',
    ...who,
    token: custom_id,
    respond: (thanks) => respond(answers.message, { content: thanks, flags: ephemeral }),
  } satisfies VotePress
}

/** All in the channel see an answer to a question; what is only for whoever asked or pressed is shown to that one. */
function waysOf(
  { token }: Interaction,
  { applicationId, call, api = 'https://discord.com/api/v10' }: InteractionOptions,
  isPrivate: boolean,
) {
  return {
    deadline,
    retries: false,
    inline({ isForAll, ...message }: DiscordMessage) {
      const flags = isPrivate || !isForAll ? ephemeral : 0
      return respond(answers.message, { ...message, flags })
    },
    async later({ isForAll: _, ...message }: DiscordMessage) {
      const original = `${api}/webhooks/${applicationId}/${encodeURIComponent(token)}/messages/@original`
      await call(original, { method: 'PATCH', body: message })
    },
    acknowledge: () => respond(answers.deferred, { flags: isPrivate ? ephemeral : 0 }),
  }
}

/** Types of an interaction. */
const kinds = { ping: 1, command: 2, component: 3 } as const

/** Types of a response. */
const answers = { pong: 1, message: 4, deferred: 5 } as const

/** Flag of a message that only one sees. */
const ephemeral = 64

function respond(type: (typeof answers)[keyof typeof answers], data?: object) {
  return { body: JSON.stringify(data ? { type, data } : { type }) }
}

/** Without the signs for people, roles, channels, emoji, times and commands. */
function toWords(text: string): string {
  return text
    .replace(/<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^<>:]+:\d+|id:\w+)>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
