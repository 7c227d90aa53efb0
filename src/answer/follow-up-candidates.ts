import type { LecternRecord } from '../record/record.ts'
import { fold } from '../text/fold.ts'
import { findSentences } from '../text/sentence.ts'
import { type Span, sliceSpan } from '../text/span.ts'

/** A question that a record asks, and where it should be answered. */
export interface Candidate {
  record: LecternRecord
  /** Word for word. */
  question: string
  /** Where it stands. */
  span: Span
  /** Number of the turn that it stands in. */
  turn: number
  /** Stretches of the record that reply to it. */
  replies: Span[]
  /** Who replies. */
  speakers: string[]
}

/** Length of a follow-up, in UTF-16 units: a shorter one leans on what was said before, a longer one no one reads. */
const shortest = 7
const longest = 80
/** From this length on a question names its matter, as a rule. */
const telling = 12

/** One question of each exchange, and the headings that ask something. */
export function askedIn(record: LecternRecord): Candidate[] {
  return [...exchangeQuestions(record), ...headingQuestions(record)]
}

/** Whether two questions say the same, or one holds the other; case, width and script aside. */
export function isSameQuestion(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)]
  return a.includes(b) || b.includes(a)
}

/** Whether a question is long enough to say what it is about. */
export function isTelling(question: string): boolean {
  return question.length >= telling
}

// ---------------------------------------------------------------------------

function exchangeQuestions(record: LecternRecord): Candidate[] {
  const { text, turns } = record
  return record.exchanges.flatMap(({ question: turn, replies }) => {
    const asked = turns[turn]
    const answering = replies.flatMap((reply) => turns[reply] ?? [])
    const span = asked && findAsking(text, asked.span)
    if (!span || answering.length === 0) return []
    return {
      record,
      question: sliceSpan(text, span),
      span,
      turn,
      replies: answering.map(({ span }) => span),
      speakers: answering.flatMap(({ speaker }) => speaker ?? []),
    }
  })
}

/** The last question of a turn that tells well what it asks, else the last that can be understood at all. */
function findAsking(text: string, turn: Span): Span | undefined {
  const asking = findSentences(text, turn).filter((sentence) => {
    const words = sliceSpan(text, sentence)
    return isAsking(words) && standsAlone(words)
  })
  return asking.findLast((sentence) => isTelling(sliceSpan(text, sentence))) ?? asking.at(-1)
}

function headingQuestions(record: LecternRecord): Candidate[] {
  const { text, turns } = record
  return record.sections.flatMap(({ title, span }) => {
    const turn = turns.findIndex((one) => one.span.end > span.start && one.span.start < span.end)
    if (turn === -1 || !isAsking(title) || !standsAlone(title) || !text.startsWith(title, span.start))
      return []
    const within = turns.filter((one) => one.span.end > span.start && one.span.start < span.end)
    const start = span.start + title.length
    return {
      record,
      question: title,
      span: { start: span.start, end: start },
      turn,
      replies: [{ start, end: span.end }],
      speakers: within.flatMap(({ speaker }) => speaker ?? []),
    }
  })
}

function isAsking(sentence: string): boolean {
  return /[?？][”’"'」』）)]*$/u.test(sentence)
}

/** Whether a reader understands it without the sentences before: neither a scrap nor one that points back. */
function standsAlone(question: string): boolean {
  if (question.length < shortest || question.length > longest || question.includes('\n')) return false
  const folded = fold(question)
  return !goesOn.test(folded) && !pointsBack.test(folded)
}

const goesOn =
  /^(?:那么?|这|此|它|他|她|其[中次他]|对此|另外|还有|还是|或者|特别是|尤其|所以|因此|也就是|同时|然后|而且|并且|比如|例如|但|不过|第[二三四]|and\b|so\b|but\b|or\b|it\b|this\b|that\b|these\b|those\b|(?:is|are|was|were|do|does|did|will|can|has|have) (?:it|this|that|they|these|those|he|she)\b)/u

/** 这次 and 这里 point at the event itself. */
const pointsBack =
  /[这那](?:[个些样种件边时]|一[点块件个]|方面)|那[里次]|[他她它]们|刚[才刚]|上述|前面|\b(?:he|she|him|her)\b/u

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}
