import { fitReply, type Reply, type ReplyQuote, shorten } from './reply.ts'

export interface TeamsMessage {
  type: 'message'
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive'; content: AdaptiveCard }]
}

export interface AdaptiveCard {
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  type: 'AdaptiveCard'
  version: '1.4'
  body: CardElement[]
  actions?: OpenUrl[]
}

export type CardElement =
  | { type: 'Container'; style: 'emphasis'; items: RichTextBlock[] }
  | { type: 'ActionSet'; actions: OpenUrl[] }
  | RichTextBlock

export interface RichTextBlock {
  type: 'RichTextBlock'
  spacing?: 'None'
  inlines: TextRun[]
}

export interface TextRun {
  type: 'TextRun'
  text: string
  isSubtle?: true
  size?: 'Small'
}

export interface OpenUrl {
  type: 'Action.OpenUrl'
  title: string
  url: string
}

/**
 * Bytes of a message. Microsoft documents 28 KB for the webhooks of the other direction, and nothing for these.
 */
export const teamsLimit = 20_000

/** Longest question above a quote, and longest citation. */
const askedLength = 1000
const citationLength = 1000

/**
 * An Adaptive Card, all of whose texts are text runs: no client reads Markdown in them. In text blocks it is read, and
 * on phones the backslashes that would undo it are shown.
 */
export function renderTeams(reply: Reply): TeamsMessage {
  return toMessage(fitReply(reply, (shorter) => fits(toMessage(shorter))))
}

// ---------------------------------------------------------------------------

function toMessage(reply: Reply): TeamsMessage {
  const actions = toActions(reply)
  const content: AdaptiveCard = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      ...(reply.lead === '' ? [] : toLines(reply.lead)),
      ...reply.quotes.flatMap((quote) => toElements(quote, reply)),
    ],
    ...(actions.length > 0 && { actions }),
  }
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  }
}

function toElements(
  { words, asked, clipped, citation, read }: ReplyQuote,
  { strings }: Reply,
): CardElement[] {
  const beside = clipped.length === 0 ? [] : toLines([strings.clipped, ...clipped].join('\n'), subtle)
  return [
    ...(asked === undefined || asked.length > askedLength ? [] : toLines(`${strings.asked}${asked}`, subtle)),
    ...(words === undefined
      ? toLines(strings.wordsTooLong)
      : [{ type: 'Container' as const, style: 'emphasis' as const, items: toLines(words) }]),
    ...beside,
    ...toLines(shorten(citation, citationLength), subtle),
    { type: 'ActionSet', actions: [open(strings.read, read)] },
  ]
}

const subtle = { isSubtle: true, size: 'Small' } as const

/** A block a line: not all clients break lines within one. */
function toLines(text: string, style: Pick<TextRun, 'isSubtle' | 'size'> = {}): RichTextBlock[] {
  return text.split('\n').map((line, index) => ({
    type: 'RichTextBlock',
    ...(index > 0 && { spacing: 'None' }),
    inlines: toRuns(line).map((run) => ({ type: 'TextRun', text: run, ...style })),
  }))
}

/** Two braces that stand in one text begin a date to be written out. Nothing stands for an empty line but a space. */
function toRuns(line: string): string[] {
  return line === '' ? ['\u00a0'] : line.split(/(?<=\{)(?=\{)/u)
}

function toActions({ votes, strings }: Reply): OpenUrl[] {
  return votes ? [open(strings.up, votes.upPage), open(strings.down, votes.downPage)] : []
}

function open(title: string, url: string): OpenUrl {
  return { type: 'Action.OpenUrl', title, url }
}

function fits(message: TeamsMessage): boolean {
  return new TextEncoder().encode(JSON.stringify(message)).length < teamsLimit
}
