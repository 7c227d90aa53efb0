import { expect } from 'vitest'
import { type MattermostMessage, mattermostLength } from '../../../src/bot/mattermost-message.ts'
import type { AskOptions, PlatformCase, Sent } from '../../contract/platform-case.ts'

const server = 'https://chat.example'
export const tokens = ['9hp5k1tbxpbmjqzpo8ocgpgu1r', 'xr3j5x3p4pfk7kk6ck7b4e6ghh']

/** `/briefing` */
export const mattermostCommand: PlatformCase = {
  ...shared(),
  way: 'by command',
  async ask(words, options = {}) {
    const body = new URLSearchParams({
      token: tokenOf(options, 0),
      command: '/briefing',
      text: words,
      team_id: 't1',
      user_id: options.user ?? 'u1',
      trigger_id: options.delivery ?? 'ZWZ5',
      response_url: `${server}/hooks/commands/h1`,
    })
    return { path: '/bots/mattermost', headers: { 'Content-Type': form }, body: body.toString() }
  },
  async messageOf({ body }, calls) {
    const said = body === '{}' ? calls.at(-1)?.body : JSON.parse(body)
    expect(said).toMatchObject({ skip_slack_parsing: true })
    return said
  },
}

/** What somebody posts in a channel that begins with the trigger word. */
export const mattermostPost: PlatformCase = {
  ...shared(),
  way: 'by a post',
  async ask(words, options = {}) {
    return sendPost({ text: `briefing ${words}`, trigger_word: 'briefing' }, options)
  },
  async messageOf({ body }) {
    const said = JSON.parse(body)
    expect(said).toMatchObject({ response_type: 'comment' })
    return said
  },
}

export async function sendPost(post: object, options: AskOptions = {}): Promise<Sent> {
  const body = {
    token: tokenOf(options, 1),
    team_id: 't1',
    user_id: options.user ?? 'u1',
    post_id: options.delivery ?? 'p1',
    ...post,
  }
  return { path: '/bots/mattermost', headers: { 'Content-Type': json }, body: JSON.stringify(body) }
}

/** What the Markdown says: references undone, and the sign that parts `@` from names. */
export function readMattermost(markdown: string): string {
  return markdown
    .replace(/&#(\d+);/gu, (reference, digits: string) => {
      const sign = String.fromCodePoint(Number(digits))
      return sign === '@' ? reference : sign
    })
    .replaceAll('&#64;\u2060', '@')
}

// ---------------------------------------------------------------------------

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

function shared() {
  return {
    name: 'mattermost',
    environment: { MATTERMOST_TOKENS: tokens.join(','), MATTERMOST_URL: server },
    vote,
    proofs: ['body.token'],
    tellsBots: false,
    coversBody: false,
    byTokenAlone: true,
    taken: {},
    wordsOf: (message) => quotesIn(message as MattermostMessage),
    checkLimits: (message) => checkMessage(message as MattermostMessage),
  } satisfies Partial<PlatformCase>
}

function tokenOf({ secret }: AskOptions, number: 0 | 1): string {
  return secret ?? (tokens[number] as string)
}

/** Nothing but the token in the button proves a press: another secret gives another token. */
async function vote(token: string, { secret, user = 'u1' }: AskOptions = {}): Promise<Sent> {
  const context = { vote: secret === undefined ? token : `${token.slice(0, 10)}${secret.slice(0, 22)}` }
  const press = { user_id: user, post_id: 'p2', channel_id: 'c1', team_id: 't1', context }
  return { path: '/bots/mattermost/actions', headers: { 'Content-Type': json }, body: JSON.stringify(press) }
}

function quotesIn({ text }: MattermostMessage): string[] {
  const quotes = text.split('\n\n').filter((part) => part.startsWith('> '))
  return quotes.map((quote) => readMattermost(quote.replace(/^> /gm, '')))
}

/** Whatever of this stands in a text begins some markup, a mention, a hashtag, an emoji or a link. */
const markup =
  /[!#$&()*+/:;<=>@[\]\\^_`{|}~\t\r\v\f\u0085\u00a0\u2028\u2029\u2424]|(?<!\d)-|-(?!\d)|\bwww\d*\.|\d\.(?:\s|$)|^ /mu
const reference = /&#(?:64;\u2060|(?!64;)\d{1,4};)/gu
const link = /\[[^\][]+\]\(https:\/\/[^()\s<>\\]+\)$/gmu

function checkMessage({ text, attachments = [] }: MattermostMessage): void {
  expect([...text].length).toBeLessThanOrEqual(mattermostLength)
  expect(text).not.toBe('')
  const bare = text.replace(/^> /gm, '').replace(link, '').replace(reference, '¤')
  expect(bare).not.toMatch(markup)
  for (const { actions } of attachments) {
    for (const { id, type, name, integration } of actions) {
      expect({ id, type, name }).toEqual({
        id: expect.stringMatching(/^[A-Za-z0-9]+$/u),
        type: 'button',
        name: expect.stringMatching(/^.{1,40}$/u),
      })
      expect(integration.url).toBe('https://lectern.example/bots/mattermost/actions')
    }
  }
}
