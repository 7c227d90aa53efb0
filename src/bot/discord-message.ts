import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIEmbed } from 'discord-api-types/v10'
import { fitReply, type Reply, type ReplyQuote, shorten } from './reply.ts'

export interface DiscordMessage {
  content?: string
  embeds: APIEmbed[]
  components: APIActionRowComponent<APIButtonComponentWithCustomId>[]
  /** Nobody is called, whatever the words say. */
  allowed_mentions: { parse: [] }
  /** Whether it is an answer, which all may see. */
  isForAll: boolean
}

/** What Discord takes, in UTF-16 units; `all` for the texts of all embeds together. */
export const discordLimits = {
  content: 2000,
  title: 256,
  description: 4096,
  footer: 2048,
  all: 6000,
  embeds: 10,
  customId: 100,
} as const

/** Longest question above a quote. */
const askedLength = 1000

/** An embed for each quote: the words as a block quote, what they were said in as its footer. */
export function renderDiscord(reply: Reply): DiscordMessage {
  return toMessage(fitReply(reply, (shorter) => fits(toMessage(shorter))))
}

/** Whether a button is the one for further quotes: all others are to vote. */
export function isDiscordMore(customId: string): boolean {
  return customId.startsWith('more1.')
}

// ---------------------------------------------------------------------------

function toMessage(reply: Reply): DiscordMessage {
  const { lead, quotes, kind } = reply
  const buttons = toButtons(reply)
  return {
    ...(lead !== '' && { content: escapeDiscord(lead) }),
    embeds: quotes.map((quote, index) => toEmbed(quote, index, reply)),
    components: buttons.length > 0 ? [{ type: 1, components: buttons }] : [],
    allowed_mentions: { parse: [] },
    isForAll: kind === 'answer' || kind === 'abstention',
  }
}

function toEmbed(
  { words, asked, clipped, citation, read }: ReplyQuote,
  index: number,
  { strings, quotes }: Reply,
): APIEmbed {
  const lines: string[] = []
  if (asked !== undefined && asked.length <= askedLength)
    lines.push(escapeDiscord(`${strings.asked}${asked.replace(/\s+/gu, ' ')}`))
  if (words === undefined) lines.push(escapeDiscord(strings.wordsTooLong))
  else
    lines.push(
      ...escapeDiscord(words)
        .split('\n')
        .map((line) => `> ${line}`),
    )
  if (clipped.length > 0) lines.push(...[strings.clipped, ...clipped].map(escapeDiscord))
  return {
    title: strings.read,
    url: toAddress(read, index, quotes),
    description: lines.join('\n'),
    // Discord reads no markup in footers.
    footer: { text: shorten(citation, discordLimits.footer) },
  }
}

/** Discord joins embeds that have the same address. */
function toAddress(read: string, index: number, quotes: readonly ReplyQuote[]): string {
  if (quotes.findIndex((quote) => quote.read === read) === index) return read
  const url = new URL(read)
  url.searchParams.append('quote', String(index + 1))
  return url.href
}

/** Each with its own id, and only those that have room in one. */
function toButtons({ votes, more, strings }: Reply): APIButtonComponentWithCustomId[] {
  const button = (label: string, custom_id: string) => ({
    type: 2 as const,
    style: 2 as const,
    label,
    custom_id,
  })
  const buttons = [
    ...(votes ? [button(strings.up, votes.up), button(strings.down, votes.down)] : []),
    ...(more === undefined ? [] : [button(strings.more, more)]),
  ]
  return buttons.filter(({ custom_id }) => custom_id.length <= discordLimits.customId)
}

/**
 * A backslash before all that can begin style, code, a spoiler, a quote, a heading, a list, a link, a mention or an
 * emoji. Discord takes one away before any sign that is no letter, digit or space.
 */
function escapeDiscord(text: string): string {
  return text.replace(/[\\*_~`|<>#@:[\]+-]/gu, '\\$&').replace(/^([^\S\n]*\d+)\./gmu, '$1\\.')
}

function fits({ content, embeds }: DiscordMessage): boolean {
  const { description, all } = discordLimits
  const lengths = embeds.map((embed) => textsOf(embed).reduce((sum, text) => sum + text.length, 0))
  return (
    (content?.length ?? 0) <= discordLimits.content &&
    embeds.length <= discordLimits.embeds &&
    embeds.every((embed) => (embed.description?.length ?? 0) <= description) &&
    lengths.reduce((sum, length) => sum + length, 0) <= all
  )
}

function textsOf({ title = '', description = '', footer }: APIEmbed): string[] {
  return [title, description, footer?.text ?? '']
}
