import { findSentences } from '../text/sentence.ts'
import { type Span, trimSpan } from '../text/span.ts'
import type { Passage } from './passage.ts'
import type { LecternRecord } from './record.ts'

/** Length that a passage of whole paragraphs does not pass, in UTF-16 units. */
export const passageLength = 250

/**
 * Cuts a record into passages: whole paragraphs of one turn and one section, together up to `passageLength`;
 * a longer paragraph is cut at sentence ends. Title lines of sections stand in no passage.
 */
export function cutPassages(record: LecternRecord, at: { record: number; firstId: number }): Passage[] {
  const titles = titleSpans(record)
  const questionOf = questionsByReply(record)
  const passages: Passage[] = []
  record.turns.forEach((turn, number) => {
    for (const stretch of withoutTitles(record.text, turn.span, titles)) {
      for (const span of cutStretch(record.text, stretch)) {
        const passage: Passage = { id: at.firstId + passages.length, record: at.record, turn: number, span }
        const question = questionOf.get(number)
        if (question !== undefined) passage.question = question
        const section = innermostSection(record, span)
        if (section !== undefined) passage.section = section
        passages.push(passage)
      }
    }
  })
  return passages
}

function questionsByReply(record: LecternRecord): Map<number, number> {
  const questions = new Map<number, number>()
  for (const exchange of record.exchanges) for (const reply of exchange.replies) questions.set(reply, exchange.question)
  return questions
}

/** The title line of each section; a section that begins with anything else has none to leave out. */
function titleSpans(record: LecternRecord): Span[] {
  return record.sections
    .map(({ title, span }) => ({ title, start: span.start, end: span.start + title.length }))
    .filter(({ title, start, end }) => record.text.slice(start, end) === title)
    .sort((a, b) => a.start - b.start)
}

/** What is left of `span` when title lines are taken out; a title parts the stretch before from the one after. */
function withoutTitles(text: string, span: Span, titles: Span[]): Span[] {
  const stretches: Span[] = []
  let start = span.start
  for (const title of titles) {
    if (title.end <= start || title.start >= span.end) continue
    stretches.push({ start, end: Math.max(start, title.start) })
    start = Math.min(title.end, span.end)
  }
  stretches.push({ start, end: span.end })
  return stretches.map((stretch) => trimSpan(text, stretch)).filter(({ start, end }) => end > start)
}

function innermostSection(record: LecternRecord, span: Span): number | undefined {
  let innermost: number | undefined
  record.sections.forEach((section, number) => {
    if (section.span.start <= span.start && span.end <= section.span.end) innermost = number
  })
  return innermost
}

function cutStretch(text: string, stretch: Span): Span[] {
  const pieces = findParagraphs(text, stretch).flatMap((paragraph) =>
    lengthOf(paragraph) <= passageLength ? [paragraph] : cutParagraph(text, paragraph),
  )
  return gather(pieces)
}

function lengthOf(span: Span): number {
  return span.end - span.start
}

function findParagraphs(text: string, stretch: Span): Span[] {
  const paragraphs: Span[] = []
  let start = stretch.start
  while (start < stretch.end) {
    const lineBreak = text.indexOf('\n', start)
    const end = lineBreak === -1 || lineBreak > stretch.end ? stretch.end : lineBreak
    const paragraph = trimSpan(text, { start, end })
    if (paragraph.end > paragraph.start) paragraphs.push(paragraph)
    start = end + 1
  }
  return paragraphs
}

/** Runs of whole sentences of about equal length, none over `passageLength` unless one sentence is. */
function cutParagraph(text: string, paragraph: Span): Span[] {
  const parts = Math.ceil(lengthOf(paragraph) / passageLength)
  return gather(findSentences(text, paragraph), Math.ceil(lengthOf(paragraph) / parts) + passageLength / 10)
}

/** Joins neighbours as long as the whole stays within `limit`. */
function gather(pieces: Span[], limit: number = passageLength): Span[] {
  const gathered: Span[] = []
  for (const piece of pieces) {
    const last = gathered.at(-1)
    if (last && piece.end - last.start <= Math.min(limit, passageLength)) last.end = piece.end
    else gathered.push({ ...piece })
  }
  return gathered
}
