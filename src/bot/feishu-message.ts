import type { InterfaceLanguage } from '../text/interface-language.ts'
import { toReplyBody } from './feishu-api.ts'
import { fitReply, type Reply, type ReplyQuote } from './reply.ts'

/** A card of version 2.0. All its texts are `plain_text`, in which Feishu parses nothing. */
export interface FeishuCard {
  schema: '2.0'
  body: { elements: (FeishuText | FeishuColumns)[] }
}

export interface FeishuText {
  tag: 'div'
  text: { tag: 'plain_text'; content: string; text_size: 'normal' | 'notation' }
}

export interface FeishuColumns {
  tag: 'column_set'
  flex_mode: 'none' | 'flow'
  /** Of quotes alone. */
  background_style?: 'grey-50'
  columns: FeishuColumn[]
}

interface FeishuColumn {
  tag: 'column'
  width: 'auto' | 'weighted'
  weight?: 1
  elements: (FeishuText | FeishuButton)[]
}

export interface FeishuButton {
  tag: 'button'
  type: 'default' | 'text'
  text: { tag: 'plain_text'; content: string }
  behaviors: [{ type: 'callback'; value: FeishuPress } | { type: 'open_url'; default_url: string }]
}

/** What a button calls back with. */
export interface FeishuPress {
  lectern: 'vote' | 'more'
  value: string
  /** Callbacks do not tell the language of who presses: it is that of the card. */
  language: InterfaceLanguage
}

/** What Feishu takes: bytes of the body of a reply (30 KB; 1 KB is left for what it may add), and elements. */
export const feishuLimits = { body: 29 * 1024, elements: 200 } as const

export function renderFeishu(reply: Reply): FeishuCard {
  return toCard(fitReply(reply, (shorter) => fits(toCard(shorter))))
}

// ---------------------------------------------------------------------------

function toCard(reply: Reply): FeishuCard {
  const { lead, quotes } = reply
  const buttons = toButtons(reply)
  return {
    schema: '2.0',
    body: {
      elements: [
        ...(lead === '' ? [] : [text(lead)]),
        ...quotes.flatMap((quote) => toElements(quote, reply)),
        ...(buttons.length > 0 ? [row(buttons)] : []),
      ],
    },
  }
}

function toElements({ words, asked, clipped, citation, read }: ReplyQuote, { strings }: Reply) {
  return [
    ...(asked === undefined ? [] : [text(`${strings.asked}${asked}`, 'notation')]),
    words === undefined ? text(strings.wordsTooLong) : quoteOf(words),
    ...(clipped.length > 0 ? [text([strings.clipped, ...clipped].join('\n'), 'notation')] : []),
    text(citation, 'notation'),
    row([button(strings.read, { type: 'open_url', default_url: read }, 'text')]),
  ]
}

function toButtons({ votes, more, strings, language }: Reply): FeishuButton[] {
  const press = (label: string, value: Omit<FeishuPress, 'language'>) =>
    button(label, { type: 'callback', value: { ...value, language } })
  return [
    ...(votes
      ? [
          press(strings.up, { lectern: 'vote', value: votes.up }),
          press(strings.down, { lectern: 'vote', value: votes.down }),
        ]
      : []),
    ...(more === undefined ? [] : [press(strings.more, { lectern: 'more', value: more })]),
  ]
}

function text(content: string, text_size: FeishuText['text']['text_size'] = 'normal'): FeishuText {
  return { tag: 'div', text: { tag: 'plain_text', content, text_size } }
}

function quoteOf(words: string): FeishuColumns {
  const column = {
    tag: 'column' as const,
    width: 'weighted' as const,
    weight: 1 as const,
    elements: [text(words)],
  }
  return { tag: 'column_set', flex_mode: 'none', background_style: 'grey-50', columns: [column] }
}

function row(buttons: FeishuButton[]): FeishuColumns {
  const columns = buttons.map((one) => ({ tag: 'column' as const, width: 'auto' as const, elements: [one] }))
  return { tag: 'column_set', flex_mode: 'flow', columns }
}

function button(
  content: string,
  behavior: FeishuButton['behaviors'][0],
  type: FeishuButton['type'] = 'default',
): FeishuButton {
  return { tag: 'button', type, text: { tag: 'plain_text', content }, behaviors: [behavior] }
}

function fits(card: FeishuCard): boolean {
  const body = JSON.stringify(toReplyBody({ card, key: '0'.repeat(50) }))
  const elements = body.split('\\"tag\\":').length - 1
  return elements <= feishuLimits.elements && new TextEncoder().encode(body).length <= feishuLimits.body
}
