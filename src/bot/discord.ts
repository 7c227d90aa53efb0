import { verifyKey } from 'discord-interactions'
import * as z from 'zod'
import { LecternError } from '../errors.ts'
import type { Call } from './calls.ts'
import { type DiscordMessage, isDiscordMore, renderDiscord } from './discord-message.ts'
import type { MorePress, Platform, Question, RawRequest, Reading, VotePress } from './platform.ts'
import { fromHex, fromJson, fromUtf8, isRecent } from './proof.ts'

export interface DiscordConfig {
  /** `DISCORD_PUBLIC_KEY`, 64 hexadecimal digits. */
  publicKey: string
  /** `DISCORD_APPLICATION_ID`. */
  applicationId: string
}

export interface DiscordOptions extends DiscordConfig {
  /** Milliseconds since 1970. */
  now(): number
  /** May call `discordHosts`. */
  call: Call
  /** Of the HTTP API. */
  api?: string
}

/** Whom a Discord bot calls. */
export const discordHosts = ['discord.com'] as const

/** Discord waits three seconds. In milliseconds. */
const deadline = 2500
/** An interaction can be answered for 15 minutes: one that is older is worth nothing to Discord. In milliseconds. */
const tolerance = 900_000

const command = 'briefing'
const option = 'q'

/**
 * A slash command, and the buttons below its answers.
 * @throws {LecternError} `config-invalid` for a key or an id that is none.
 */
export function createDiscord(options: DiscordOptions): Platform<DiscordMessage> {
  // The library takes what is no digit for a zero, and a key of zeros vouches for anything.
  if (fromHex(options.publicKey)?.length !== 32)
    throw new LecternError('config-invalid', 'DISCORD_PUBLIC_KEY is not 64 hexadecimal digits')
  if (!/^\d+$/u.test(options.applicationId))
    throw new LecternError('config-invalid', 'DISCORD_APPLICATION_ID is not digits')
  const isProven = createProof(options)
  return {
    name: 'discord',
    render: renderDiscord,
    endpoints: [
      {
        path: '/bots/discord',
        methods: ['POST'],
        async read(request) {
          // Discord sends wrong signatures on purpose, and closes an address that takes one.
          if (!(await isProven(request))) return { kind: 'refused' }
          return readInteraction(fromUtf8(request.body), options)
        },
      },
    ],
  }
}

/** The commands of the bot, as Discord takes them to register: `PUT /applications/<id>/commands`. */
export function discordCommands() {
  const { ask, question } = commandWords
  return [
    {
      name: command,
      type: 1,
      ...ask,
      // In servers and in direct messages with the bot.
      contexts: [0, 1],
      integration_types: [0],
      // Without a question it explains itself.
      options: [{ name: option, type: 3, ...question, required: false, max_length: 2000 }],
    },
  ]
}

// ---------------------------------------------------------------------------

const commandWords = {
  ask: {
    description: 'What the press briefings say, in the words of those who said it',
    description_localizations: { 'zh-CN': '发布会上的原话怎么说', 'zh-TW': '記者會上的原話怎麼說' },
  },
  question: {
    description: 'Your question',
    description_localizations: { 'zh-CN': '您的问题', 'zh-TW': '您的問題' },
  },
}

/** Whether Discord's key vouches for the bytes, and for a time that is near. */
function createProof({ publicKey, now }: DiscordOptions) {
  return async ({ headers, body }: RawRequest): Promise<boolean> => {
    const time = headers.get('X-Signature-Timestamp')
    const signature = headers.get('X-Signature-Ed25519') ?? ''
    if (fromHex(signature)?.length !== 64 || !isRecent(time, { now: now(), tolerance })) return false
    return verifyKey(body, signature, time, publicKey)
  }
}

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

function readInteraction(body: string | undefined, options: DiscordOptions): Reading<DiscordMessage> {
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

interface Who {
  delivery: string
  user: string
  locale?: string
}

function readCommand(interaction: Interaction, who: Who, options: DiscordOptions): Reading<DiscordMessage> {
  const read = commandSchema.safeParse(interaction.data)
  if (!read.success) return { kind: 'unreadable' }
  if (read.data.name !== command) return { kind: 'settled', response: {} }
  const asked = read.data.options.find(({ name }) => name === option)?.value
  return {
    kind: 'question',
    ...who,
    words: typeof asked === 'string' ? toWords(asked) : '',
    ...waysOf(interaction, options, false),
  } satisfies Question<DiscordMessage>
}

function readPress(interaction: Interaction, who: Who, options: DiscordOptions): Reading<DiscordMessage> {
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
  { applicationId, call, api = 'https://discord.com/api/v10' }: DiscordOptions,
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
