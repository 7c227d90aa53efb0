import type { APIEmbed } from 'discord-api-types/v10'
import { expect } from 'vitest'
import type { DiscordMessage } from '../../src/bot/discord-message.ts'

/**
 * Text as Discord shows it. @throws where any of it would be markup, a mention, an emoji or a link. After the rules that
 * its clients share: at a line's start for blocks, anywhere for the rest, and a backslash before a sign before all of them.
 */
export function readDiscord(source: string): string {
  let shown = ''
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at)
    const isLineStart = at === 0 || source[at - 1] === '\n'
    for (const rule of isLineStart ? [...blocks, ...inline] : inline) {
      const [found] = rule.exec(rest) ?? []
      if (found !== undefined)
        throw new Error(`markup: ${JSON.stringify(found)} in ${JSON.stringify(source)}`)
    }
    const [escaped, sign] = escapes.exec(rest) ?? []
    const step = escaped ?? (rest[0] as string)
    shown += sign ?? step
    at += step.length
  }
  return shown
}

/** The quotes of a message. */
export function discordWords(message: unknown): string[] {
  return (message as DiscordMessage).embeds.flatMap(wordsIn)
}

/** As Discord documents them: of each part, and of all embeds together. */
export function checkDiscord(message: unknown): void {
  const { content = '', embeds, components, allowed_mentions } = message as DiscordMessage
  expect(content.length).toBeLessThanOrEqual(2000)
  readDiscord(content)
  expect(content.length + embeds.length).toBeGreaterThan(0)
  expect(allowed_mentions).toEqual({ parse: [] })
  expect(embeds.length).toBeLessThanOrEqual(10)
  expect(new Set(embeds.map(({ url }) => url)).size).toBe(embeds.length)
  let all = 0
  for (const { title = '', description = '', footer, url } of embeds) {
    expect(title.length).toBeLessThanOrEqual(256)
    readDiscord(title)
    expect(description.length).toBeLessThanOrEqual(4096)
    expect(description.length).toBeGreaterThan(0)
    expect(footer?.text.length).toBeLessThanOrEqual(2048)
    expect(url).toMatch(/^https:\/\/lectern\.example\/r\/\S+$/u)
    all += title.length + description.length + (footer?.text.length ?? 0)
  }
  expect(all).toBeLessThanOrEqual(6000)
  expect(components.length).toBeLessThanOrEqual(1)
  const buttons = components.flatMap((row) => row.components)
  expect(buttons.length).toBeLessThanOrEqual(5)
  expect(new Set(buttons.map(({ custom_id }) => custom_id)).size).toBe(buttons.length)
  for (const { label = '', custom_id } of buttons) {
    expect(label.length).toBeLessThanOrEqual(80)
    expect(custom_id).toMatch(/^.{1,100}$/su)
  }
}

// ---------------------------------------------------------------------------

const escapes = /^\\([^0-9A-Za-z\s])/

const blocks = [/^ *#{1,3} +/, /^ *-# +/, /^ *(?:[*+-]|\d+\.) /, /^ *>(?:>>)? /]

const inline = [
  /^[*_`]/,
  /^~~/,
  /^\|\|/,
  /^\[[^\]]*\]\(/,
  /^https?:\/\/\S/i,
  /^<(?:https?:|mailto:|tel:)/i,
  /^<(?:@[!&]?\d|#\d|a?:\w+:\d|t:-?\d|\/|id:)/,
  /^@(?:everyone|here)/,
  /^:[^\s:]+:/,
  // A shrug, which keeps its arm.
  /^¯\\_\(ツ\)_\/¯/,
]

/** Lines of a block quote, read as Discord shows them. */
function wordsIn({ description = '' }: APIEmbed): string[] {
  const lines = description.split('\n')
  const quoted = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  for (const line of lines) if (!line.startsWith('> ')) readDiscord(line)
  return quoted.length > 0 ? [readDiscord(quoted.join('\n'))] : []
}
