import { verifyKey } from 'discord-interactions'
import { LecternError } from '../errors.ts'
import type { Call } from './calls.ts'
import { readDiscordInteraction } from './discord-interaction.ts'
import { type DiscordMessage, renderDiscord } from './discord-message.ts'
import type { Platform, RawRequest } from './platform.ts'
import { fromHex, fromUtf8, isRecent } from './proof.ts'

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

/** An interaction can be answered for 15 minutes: one that is older is worth nothing to Discord. In milliseconds. */
const tolerance = 900_000

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
          return readDiscordInteraction(fromUtf8(request.body), options)
        },
      },
    ],
  }
}

// ---------------------------------------------------------------------------

/** Whether Discord's key vouches for the bytes, and for a time that is near. */
function createProof({ publicKey, now }: DiscordOptions) {
  return async ({ headers, body }: RawRequest): Promise<boolean> => {
    const time = headers.get('X-Signature-Timestamp')
    const signature = headers.get('X-Signature-Ed25519') ?? ''
    if (fromHex(signature)?.length !== 64 || !isRecent(time, { now: now(), tolerance })) return false
    return verifyKey(body, signature, time, publicKey)
  }
}
