import { fitReply, type Reply, type ReplyQuote } from './reply.ts'

export interface WecomMessage {
  /** Markdown. */
  content: string
  /** Has WeCom ask whether it was good. */
  feedback?: { id: string }
}

/** What WeCom takes, in bytes of UTF-8. */
export const wecomLimits = { content: 20_480, feedback: 256 } as const

/**
 * Words that mean nothing to Markdown stand as they are, in a block quote; any others in a code block, in which nothing
 * is markup. WeCom documents both, and no way to escape a sign.
 */
export function renderWecom(reply: Reply): WecomMessage {
  const content = toContent(fitReply(reply, (shorter) => bytesOf(toContent(shorter)) <= wecomLimits.content))
  const id = reply.votes?.up
  return { content, ...(id !== undefined && bytesOf(id) <= wecomLimits.feedback && { feedback: { id } }) }
}

// ---------------------------------------------------------------------------

function toContent(reply: Reply): string {
  const lead = reply.lead.split('\n').filter((line) => line !== '')
  return [...lead, ...reply.quotes.flatMap((quote) => toBlocks(quote, reply))].join('\n\n')
}

function toBlocks({ words, asked, clipped, citation, read }: ReplyQuote, { strings }: Reply): string[] {
  return [
    ...(asked === undefined ? [] : [`${strings.asked}${toLine(asked)}`]),
    words === undefined ? strings.wordsTooLong : toBlock(words),
    ...(clipped.length > 0 ? [strings.clipped, ...clipped.map(toLine)] : []),
    `${toLine(citation)} · [${strings.read}](${toAddress(read)})`,
  ]
}

/** What begins markup, a mention, an emoji or an address anywhere. */
const sign = /[\\`*_[\]<>|~@^$#{}]|&#?\w+;|:\/\/|www\.|:[a-z][\w+-]*:/iu
/** What does so where a line begins, and space that is lost at the ends of one. */
const lineSign = /^(?:[-+=:]|\d{1,9}[.)](?:\s|$)|\s)|\s$/u
/** Signs that end lines elsewhere, or nowhere. */
const otherEnds = /[\r\v\f\u0000\u0085\u2028\u2029]/u

function isPlain(text: string): boolean {
  if (sign.test(text) || otherEnds.test(text) || text.includes('\n\n\n')) return false
  return !text.split('\n').some((line) => lineSign.test(line))
}

function toBlock(words: string): string {
  if (isPlain(words)) return words.replace(/^/gmu, '> ')
  const fence = '`'.repeat(Math.max(3, longestTicks(words) + 1))
  return `${fence}\n${words}\n${fence}`
}

/** Of what stands in a line: a citation, a question. */
function toLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (isPlain(line)) return line
  const fence = '`'.repeat(longestTicks(line) + 1)
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${space}${line}${space}${fence}`
}

function longestTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((ticks) => ticks.length))
}

function toAddress(read: string): string {
  return read.replace(/[()*_<>[\]\\]/gu, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
