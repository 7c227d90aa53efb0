import type { ActionsBlock, Button, ContextBlock, RichTextBlock, SectionBlock } from '@slack/types'
import { fitReply, type Reply, type ReplyQuote } from './reply.ts'

export type SlackBlock = ActionsBlock | ContextBlock | RichTextBlock | SectionBlock

export interface SlackMessage {
  /** For notifications and screen readers. */
  text: string
  blocks: SlackBlock[]
  unfurl_links: false
  unfurl_media: false
  /** Whether it is an answer, which all may see. */
  isForAll: boolean
}

/** Ids of the buttons. */
export const slackActions = { up: 'lectern_up', down: 'lectern_down', more: 'lectern_more' } as const

/** What Slack takes, in UTF-16 units: of a text, of a message's texts together (undocumented: 13,200), blocks. */
export const slackLimits = { section: 3000, context: 2000, all: 10_000, blocks: 50, notice: 3000 } as const

/**
 * Quotes as `rich_text_quote` with plain text elements, in which Slack parses nothing: no mention, no link, no markup.
 */
export function renderSlack(reply: Reply): SlackMessage {
  return toMessage(fitReply(reply, (shorter) => fits(toMessage(shorter))))
}

// ---------------------------------------------------------------------------

function toMessage(reply: Reply): SlackMessage {
  const { lead, quotes, kind } = reply
  const blocks: SlackBlock[] = []
  if (lead !== '') blocks.push({ type: 'section', text: plain(lead) })
  for (const quote of quotes) blocks.push(...toBlocks(quote, reply))
  const buttons = toButtons(reply)
  if (buttons.length > 0) blocks.push({ type: 'actions', elements: buttons })
  const isForAll = kind === 'answer' || kind === 'abstention'
  return { text: toNotice(reply), blocks, unfurl_links: false, unfurl_media: false, isForAll }
}

function toBlocks({ words, asked, clipped, citation, read }: ReplyQuote, { strings }: Reply): SlackBlock[] {
  const blocks: SlackBlock[] = []
  if (asked !== undefined && asked.length <= slackLimits.context - 10)
    blocks.push({ type: 'context', elements: [plain(`${strings.asked}${asked}`)] })
  if (words === undefined) blocks.push({ type: 'section', text: plain(strings.wordsTooLong) })
  else
    blocks.push({
      type: 'rich_text',
      elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: words }] }],
    })
  if (clipped.length > 0)
    blocks.push({ type: 'context', elements: [plain([strings.clipped, ...clipped].join('\n'))] })
  const address = read.replaceAll('|', '%7C').replaceAll('>', '%3E')
  const link = { type: 'mrkdwn' as const, text: `<${address}|${escapeSlack(strings.read)}>`, verbatim: true }
  blocks.push({ type: 'context', elements: [plain(citation), link] })
  return blocks
}

function toButtons({ votes, more, strings }: Reply): Button[] {
  const button = (action_id: string, label: string, value: string): Button => ({
    type: 'button',
    action_id,
    text: plain(label),
    value,
  })
  return [
    ...(votes
      ? [button(slackActions.up, strings.up, votes.up), button(slackActions.down, strings.down, votes.down)]
      : []),
    ...(more === undefined ? [] : [button(slackActions.more, strings.more, more)]),
  ]
}

function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false }
}

function toNotice({ lead, quotes }: Reply): string {
  const [first] = quotes
  const text = first ? [lead, first.words, first.citation].filter(Boolean).join('\n') : lead
  const short = first && text.length > slackLimits.notice ? first.citation : text
  return escapeSlack(short)
}

/** In Slack's markup these three alone begin anything that is not style. */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function fits({ blocks }: SlackMessage): boolean {
  const texts = blocks.flatMap(textsOf)
  const all = texts.reduce((sum, { text }) => sum + text.length, 0)
  return (
    blocks.length <= slackLimits.blocks &&
    all <= slackLimits.all &&
    texts.every(({ text, most }) => text.length <= most)
  )
}

function textsOf(block: SlackBlock): { text: string; most: number }[] {
  const { section, context, all } = slackLimits
  if (block.type === 'section') return [{ text: block.text?.text ?? '', most: section }]
  if (block.type === 'context')
    return block.elements.flatMap((element) =>
      'text' in element ? [{ text: element.text, most: context }] : [],
    )
  if (block.type !== 'rich_text') return []
  return block.elements.flatMap((quote) =>
    quote.elements.flatMap((element) =>
      'text' in element && typeof element.text === 'string' ? [{ text: element.text, most: all }] : [],
    ),
  )
}
