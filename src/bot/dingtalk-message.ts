import { fitReply, type Reply, type ReplyQuote, shorten } from './reply.ts'

export interface DingtalkMessage {
  msgtype: 'markdown'
  markdown: {
    /** For notifications and lists of conversations, where nothing is markup. */
    title: string
    text: string
  }
}

/** Bytes of a message. DingTalk documents none. */
export const dingtalkLimit = 5000

/** Longest title, question above a quote, and citation. */
const titleLength = 60
const askedLength = 300
const citationLength = 300

/** Quotes as Markdown quotes, with links to their place and to the pages for votes: the buttons of a robot only open addresses. */
export function renderDingtalk(reply: Reply): DingtalkMessage {
  return toMessage(fitReply(reply, (shorter) => fits(toMessage(shorter))))
}

// ---------------------------------------------------------------------------

function toMessage(reply: Reply): DingtalkMessage {
  const { lead, quotes, votes, strings } = reply
  const parts = [
    ...(lead === '' ? [] : [escapeDingtalk(lead)]),
    ...quotes.flatMap((quote) => toParts(quote, reply)),
    ...(votes ? [`${toLink(strings.up, votes.upPage)} · ${toLink(strings.down, votes.downPage)}`] : []),
  ]
  return { msgtype: 'markdown', markdown: { title: toTitle(reply), text: parts.join('\n\n') } }
}

function toParts({ words, asked, clipped, citation, read }: ReplyQuote, { strings }: Reply): string[] {
  const source = escapeDingtalk(shorten(citation, citationLength))
  return [
    ...(asked === undefined || asked.length > askedLength
      ? []
      : [escapeDingtalk(`${strings.asked}${asked}`)]),
    words === undefined ? escapeDingtalk(strings.wordsTooLong) : `> ${escapeDingtalk(words, '> ')}`,
    ...(clipped.length > 0 ? [escapeDingtalk([strings.clipped, ...clipped].join('\n'))] : []),
    `${source} · ${toLink(strings.read, read)}`,
  ]
}

function toTitle({ lead, quotes }: Reply): string {
  const [first] = quotes
  const [line = ''] = (lead === '' && first ? first.citation : lead).split('\n')
  return shorten(line, titleLength)
}

function toLink(label: string, address: string): string {
  const escaped = address.replace(
    /[()<>\\\s]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `[${escapeDingtalk(label)}](${escaped})`
}

/**
 * One paragraph that reads as the text does. What is a sign of Markdown wherever it stands, or at the start of a line,
 * has a backslash; what readers of Markdown take for HTML, an address or white space, and know no backslash for, is
 * written as an entity. @param before what each further line begins with.
 */
function escapeDingtalk(text: string, before = ''): string {
  return (
    text
      .replace(/[\\`*_[\]~|]/gu, '\\$&')
      .replace(/&(?=[#\w])/gu, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('@', '&#64;')
      .replace(/:(?=\/\/)/gu, '&#58;')
      .replace(/(?<=www)\./giu, '&#46;')
      .split('\n')
      .map(escapeLine)
      // DingTalk asks for two spaces before a line break.
      .join(`  \n${before}`)
  )
}

function escapeLine(line: string): string {
  if (line === '') return '&nbsp;'
  return line
    .replace(/^(\s*)([#>+-])/u, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/u, '$1\\$2')
    .replace(/^(\s*)=/u, '$1&#61;')
    .replace(/^\s+|\s+$/gu, toEntities)
}

function toEntities(space: string): string {
  return space.replace(/[ \t]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
}

function fits(message: DingtalkMessage): boolean {
  return new TextEncoder().encode(JSON.stringify(message)).length < dingtalkLimit
}
