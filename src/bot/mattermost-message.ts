import { escapeMattermost, quoteMattermost } from './mattermost-words.ts'
import { fitReply, type Reply, type ReplyQuote } from './reply.ts'

export interface MattermostMessage {
  /** Markdown. */
  text: string
  attachments: MattermostAttachment[]
  /** Whether it is an answer, which all may see. */
  isForAll: boolean
}

interface MattermostAttachment {
  fallback: string
  actions: MattermostButton[]
}

interface MattermostButton {
  /** Letters and digits. */
  id: string
  type: 'button'
  name: string
  integration: { url: string; context: { vote: string } }
}

/** Longest post, in code points. */
export const mattermostLength = 16_383

/** Where buttons report to. */
export const mattermostActions = '/bots/mattermost/actions'

/** Quotes as quotations, with buttons below. */
export function renderMattermost(reply: Reply): MattermostMessage {
  const fitted = fitReply(reply, (shorter) => [...toText(shorter)].length <= mattermostLength)
  const { kind } = reply
  return {
    text: toText(fitted),
    attachments: toAttachments(reply),
    isForAll: kind === 'answer' || kind === 'abstention',
  }
}

// ---------------------------------------------------------------------------

function toText({ lead, quotes, strings }: Reply): string {
  const parts = [escapeMattermost(lead), ...quotes.flatMap((quote) => toParts(quote, strings))]
  return parts.filter((part) => part !== '').join('\n\n')
}

function toParts({ words, asked, clipped, citation, read }: ReplyQuote, strings: Reply['strings']): string[] {
  const link = `[${escapeMattermost(strings.read)}](${escapeAddress(read)})`
  return [
    asked === undefined ? '' : escapeMattermost(`${strings.asked}${asked}`),
    words === undefined ? escapeMattermost(strings.wordsTooLong) : quoteMattermost(words),
    clipped.length > 0 ? escapeMattermost([strings.clipped, ...clipped].join('\n')) : '',
    `${escapeMattermost(citation)} · ${link}`,
  ]
}

/** What would end the place of an address in a link. */
function escapeAddress(address: string): string {
  return address.replace(/[()<>\s\\]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

function toAttachments({ votes, strings }: Reply): MattermostAttachment[] {
  if (!votes) return []
  const button = (id: string, name: string, vote: string, page: string): MattermostButton => ({
    id,
    type: 'button',
    name,
    integration: { url: new URL(mattermostActions, page).href, context: { vote } },
  })
  return [
    {
      fallback: `${strings.up} / ${strings.down}`,
      actions: [
        button('lecternup', strings.up, votes.up, votes.upPage),
        button('lecterndown', strings.down, votes.down, votes.downPage),
      ],
    },
  ]
}
