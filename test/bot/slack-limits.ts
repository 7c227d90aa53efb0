import * as z from 'zod'
import type { SlackMessage } from '../../src/bot/slack-message.ts'

/** Throws where Slack would refuse a message, or show it otherwise. Limits are those that `@slack/types` tells. */
export function checkSlackMessage(message: unknown): void {
  const { text, blocks } = messageSchema.parse(message)
  if (/<[!@#]/u.test(text)) throw new Error('the notice calls somebody')
  const lengths = blocks.flatMap(textsIn).map((words) => words.length)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  // Not documented: more than this was refused with `msg_blocks_too_long`.
  if (all > 13_000) throw new Error(`the blocks have ${all} characters together`)
}

/** The words of each quote. */
export function quotesIn({ blocks }: Pick<SlackMessage, 'blocks'>): string[] {
  return messageSchema.shape.blocks
    .parse(blocks)
    .flatMap((block) => (block.type === 'rich_text' ? textsIn(block) : []))
}

// ---------------------------------------------------------------------------

const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.literal(false),
  })

/** Nothing but one link: whatever else stood in it would be read as markup. */
const link = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z
    .string()
    .max(3000)
    .regex(/^<https:\/\/[^|<>\s]+\|[^|<>]+>$/u),
  verbatim: z.literal(true),
})

const button = z.strictObject({
  type: z.literal('button'),
  action_id: z.string().min(1).max(255),
  text: plainText(75),
  value: z.string().max(2000),
})

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('section'), text: plainText(3000) }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([plainText(3000), link]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z.tuple([
      z.strictObject({
        type: z.literal('rich_text_quote'),
        elements: z.tuple([z.strictObject({ type: z.literal('text'), text: z.string().min(1) })]),
      }),
    ]),
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(button)
      .min(1)
      .max(25)
      .refine((buttons) => new Set(buttons.map(({ action_id }) => action_id)).size === buttons.length),
  }),
])

const messageSchema = z.looseObject({
  text: z.string().min(1).max(4000),
  blocks: z.array(block).min(1).max(50),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
})

function textsIn(one: z.infer<typeof block>): string[] {
  if (one.type === 'section') return [one.text.text]
  if (one.type === 'context') return one.elements.map(({ text }) => text)
  if (one.type === 'rich_text') return one.elements.map(({ elements: [{ text }] }) => text)
  return []
}
