import { expect } from 'vitest'
import { type RocketChatMessage, rocketChatLength } from '../../../src/bot/rocketchat-message.ts'
import { stringsFor } from '../../../src/bot/strings.ts'
import { interfaceLanguages } from '../../../src/text/interface-language.ts'
import type { AskOptions, PlatformCase, Sent } from '../../contract/platform-case.ts'

/** What stands in the place of words. */
const tooLong = interfaceLanguages.map((language) => stringsFor(language).wordsTooLong)

export const token = 'rcW8bUeFbYBBuXuGAWCVvNjMNvLFdZ9y'

export const rocketChat: PlatformCase = {
  name: 'rocketchat',
  environment: { ROCKETCHAT_TOKEN: token },
  async ask(words, options = {}) {
    return sendMessage(
      { text: `!briefing ${words}`, trigger_word: '!briefing', bot: options.isBot ? { i: 'b1' } : false },
      options,
    )
  },
  proofs: ['body.token'],
  coversBody: false,
  taken: {},
  async messageOf({ body }) {
    const said = JSON.parse(body)
    expect(said).toMatchObject({ groupable: false, parseUrls: false })
    return said
  },
  wordsOf: (message) =>
    (message as RocketChatMessage).attachments.flatMap(({ title_link, text }) =>
      title_link === undefined || text === undefined || tooLong.includes(text) ? [] : [text],
    ),
  checkLimits: (message) => checkMessage(message as RocketChatMessage),
}

export async function sendMessage(
  message: object,
  { secret = token, delivery = 'm1', user = 'u1' }: AskOptions = {},
): Promise<Sent> {
  const body = {
    token: secret,
    message_id: delivery,
    user_id: user,
    user_name: 'ann',
    channel_id: 'r1',
    ...message,
  }
  return {
    path: '/bots/rocketchat',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }
}

// ---------------------------------------------------------------------------

function checkMessage({ text, attachments }: RocketChatMessage): void {
  let length = text.length
  expect(text === '' && attachments.length === 0).toBe(false)
  // What we say ourselves may have markup in it; it has none.
  expect(text).not.toMatch(/[@#*_~`>|[\]<]/u)
  for (const { title, title_link, text, mrkdwn_in, actions = [] } of attachments) {
    length += [title, text].reduce((sum, one) => sum + (one?.length ?? 0), 0)
    // Else Rocket.Chat reads markup.
    if (text !== undefined) expect(mrkdwn_in).toEqual(['fields'])
    if (title_link !== undefined) expect(title_link).toMatch(/^https:\/\/lectern\.example\/r\//u)
    for (const { type, url } of actions) {
      expect(type).toBe('button')
      expect(url).toMatch(/^https:\/\/lectern\.example\/f\/rocketchat\/fb1\./u)
    }
  }
  expect(length).toBeLessThanOrEqual(rocketChatLength)
}
