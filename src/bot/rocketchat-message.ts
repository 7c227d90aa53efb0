import { fitReply, type Reply, type ReplyQuote } from './reply.ts'

export interface RocketChatMessage {
  text: string
  attachments: RocketChatAttachment[]
}

export interface RocketChatAttachment {
  /** Where a quote stands, and where to read it. */
  title?: string
  title_link?: string
  text?: string
  /** Fields with markup. What is not listed is plain text; an empty list would be as none, and mean all. */
  mrkdwn_in?: ['fields']
  actions?: { type: 'button'; text: string; url: string }[]
}

/** Longest message unless a server is set otherwise, in UTF-16 units: all texts together stay below it. */
export const rocketChatLength = 5000

/** Quotes as attachments of plain text, in which nothing is markup and nobody is called; links to vote below. */
export function renderRocketChat(reply: Reply): RocketChatMessage {
  return toMessage(fitReply(reply, (shorter) => lengthOf(toMessage(shorter)) <= rocketChatLength))
}

// ---------------------------------------------------------------------------

function toMessage(reply: Reply): RocketChatMessage {
  const { lead, quotes, votes, strings } = reply
  const attachments = quotes.flatMap((quote) => toAttachments(quote, strings))
  if (votes) {
    const link = (text: string, url: string) => ({ type: 'button' as const, text, url })
    attachments.push({ actions: [link(strings.up, votes.upPage), link(strings.down, votes.downPage)] })
  }
  return { text: lead, attachments }
}

function toAttachments(
  { words, asked, clipped, citation, read }: ReplyQuote,
  strings: Reply['strings'],
): RocketChatAttachment[] {
  return [
    ...(asked === undefined ? [] : [plain(`${strings.asked}${asked}`)]),
    { title: citation, title_link: read, ...plain(words ?? strings.wordsTooLong) },
    ...(clipped.length === 0 ? [] : [plain([strings.clipped, ...clipped].join('\n'))]),
  ]
}

function plain(text: string): RocketChatAttachment {
  return { text, mrkdwn_in: ['fields'] }
}

function lengthOf({ text, attachments }: RocketChatMessage): number {
  return attachments.reduce(
    (sum, one) => sum + (one.title?.length ?? 0) + (one.text?.length ?? 0),
    text.length,
  )
}
