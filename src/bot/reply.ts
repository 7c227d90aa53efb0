import type { Citation, Outcome, Quote } from '../answer/answer.ts'
import { toReadLink } from '../answer/permalink.ts'
import type { InterfaceLanguage } from '../text/interface-language.ts'
import { type BotStrings, stringsFor } from './strings.ts'

/** What a bot says, before a platform gives it its form. All of it is plain text. */
export interface Reply {
  kind: 'answer' | 'abstention' | 'help' | 'fault'
  language: InterfaceLanguage
  strings: BotStrings
  /** What Lectern itself says; empty where quotes stand for themselves. */
  lead: string
  quotes: ReplyQuote[]
  /** To say whether it was good; absent where nobody keeps it, and for help and faults. */
  votes?: Votes
  /** To ask for further quotes; absent where there are none. */
  more?: string
}

export interface Votes {
  /** Tokens, as `signVote` makes them. */
  up: string
  down: string
  /** Pages that ask to confirm a vote, for platforms whose buttons only open addresses. */
  upPage: string
  downPage: string
}

/** A quote as it is shown: word for word and whole, or not at all. */
export interface ReplyQuote {
  /** Absent where they are longer than the platform takes: then only where they stand is said. */
  words?: string
  /** The question that was replied to. */
  asked?: string
  /** Sentences beside the quote that qualify it and that it had no room for. */
  clipped: string[]
  /** Who, when, where: one line. */
  citation: string
  /** Where to read it in the record. */
  read: string
}

export interface ReplyOptions {
  language: InterfaceLanguage
  /** Address of the pages, without a slash at the end. */
  site: string
  votes?: Votes
  more?: string
}

/** The reply to what was asked. An abstention shows the nearest passages as what they are. */
export function toReply(outcome: Outcome, { language, site, votes, more }: ReplyOptions): Reply {
  const strings = stringsFor(language)
  const rest = { language, strings, ...(votes && { votes }), ...(more !== undefined && { more }) }
  if (outcome.kind === 'answer') {
    const quotes = outcome.quotes.map((quote) => toReplyQuote(quote, { site, strings }))
    return { kind: 'answer', lead: '', quotes, ...rest }
  }
  const quotes = outcome.nearest.slice(0, nearestShown).map((quote) => toReplyQuote(quote, { site, strings }))
  const { records, from, to } = outcome.searched
  const searched = strings.searched(records, from, to)
  const lead = [strings.abstention, searched, quotes.length > 0 ? strings.nearest : '']
    .filter(Boolean)
    .join('\n')
  return { kind: 'abstention', lead, quotes, ...rest }
}

/** What Lectern itself says, with no quote. */
export function toNotice(kind: 'help' | 'fault', lead: string, language: InterfaceLanguage): Reply {
  return { kind, language, strings: stringsFor(language), lead, quotes: [] }
}

/**
 * The reply with as many of its quotes as fit, the first ones; at least one. Of a quote that alone is too long the
 * words are left out: a quote is never cut.
 * @param fits whether the platform takes a reply.
 */
export function fitReply(reply: Reply, fits: (reply: Reply) => boolean): Reply {
  for (let count = reply.quotes.length; count > 0; count--) {
    const shorter = { ...reply, quotes: reply.quotes.slice(0, count) }
    if (fits(shorter)) return shorter
  }
  const [first] = reply.quotes
  if (!first) return reply
  const { words, ...where } = first
  const told = { ...reply, quotes: [{ ...where, clipped: [] }] }
  if (fits(told)) return told
  const { asked, ...least } = where
  return { ...reply, quotes: [{ ...least, clipped: [] }] }
}

// ---------------------------------------------------------------------------

/** Passages shown with an abstention: who wants more asks for them. */
const nearestShown = 1

function toReplyQuote(
  { text, clipped, citation }: Quote,
  { site, strings }: { site: string; strings: BotStrings },
): ReplyQuote {
  return {
    words: text,
    ...(citation.question && { asked: citation.question.text }),
    clipped: [clipped?.before, clipped?.after].flatMap((sentence) => sentence ?? []),
    citation: toCitationLine(citation, strings),
    read: `${site}${toReadLink(citation)}`,
  }
}

function toCitationLine({ speaker, date, title, publisher }: Citation, strings: BotStrings): string {
  const who =
    speaker && (speaker.role === undefined ? speaker.name : strings.inOffice(speaker.name, speaker.role))
  const parts = [who ?? publisher, date, strings.titled(title)]
  return parts.filter((part) => part !== undefined && part !== '').join(strings.comma)
}
