import { firstWhere } from '../text/first-where.ts'
import { cutClauses, findSentences } from '../text/sentence.ts'
import { type Span, sliceSpan, trimSpan } from '../text/span.ts'
import type { Passage } from './passage.ts'
import type { LecternRecord } from './record.ts'

/** Length that a passage of whole paragraphs does not pass, in UTF-16 units, for scripts without spaces. */
export const passageLength = 250

/** The same for scripts with spaces, which need about twice the letters to say as much. */
export const spacedPassageLength = 500

/** Length above which even a sentence is cut, at its clauses: text without any full stop. */
export const sentenceLength = 2000

/**
 * Cuts a record into passages: whole paragraphs of one turn and one section, together up to `passageLength`;
 * a longer paragraph is cut at sentence ends. Title lines of sections stand in no passage.
 */
export function cutPassages(record: LecternRecord, at: { record: number; firstId: number }): Passage[] {
  const titles = titleSpans(record)
  const sectionOf = sectionFinder(record)
  const questionOf = questionsByReply(record)
  const passages: Passage[] = []
  record.turns.forEach((turn, number) => {
    for (const stretch of withoutTitles(record.text, turn.span, titles)) {
      for (const span of cutStretch(record.text, stretch)) {
        const passage: Passage = { id: at.firstId + passages.length, record: at.record, turn: number, span }
        const question = questionOf.get(number)
        if (question !== undefined) passage.question = question
        const section = sectionOf(span)
        if (section !== undefined) passage.section = section
        passages.push(passage)
      }
    }
  })
  return passages
}

function questionsByReply(record: LecternRecord): Map<number, number> {
  const questions = new Map<number, number>()
  for (const exchange of record.exchanges)
    for (const reply of exchange.replies) questions.set(reply, exchange.question)
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
  const first = firstWhere(titles.length, (number) => (titles[number] as Span).end > span.start)
  for (let at = first; at < titles.length; at++) {
    const title = titles[at] as Span
    if (title.start >= span.end) break
    stretches.push({ start, end: Math.max(start, title.start) })
    start = Math.min(title.end, span.end)
  }
  stretches.push({ start, end: span.end })
  return stretches.map((stretch) => trimSpan(text, stretch)).filter(({ start, end }) => end > start)
}

/** Finds the innermost section of one span after the other, the spans given in order of the text. */
function sectionFinder(record: LecternRecord): (span: Span) => number | undefined {
  const ordered = record.sections
    .map((section, number) => ({ ...section.span, number }))
    .sort((a, b) => a.start - b.start)
  const open: typeof ordered = []
  let next = 0
  return (span) => {
    while (next < ordered.length && (ordered[next] as Span).start <= span.start)
      open.push(ordered[next++] as (typeof ordered)[number])
    while (open.length > 0 && (open.at(-1) as Span).end < span.end) open.pop()
    return open.at(-1)?.number
  }
}

function cutStretch(text: string, stretch: Span): Span[] {
  const limit = lengthLimit(sliceSpan(text, stretch))
  const pieces = findParagraphs(text, stretch).flatMap((paragraph) =>
    lengthOf(paragraph) <= limit ? [paragraph] : cutParagraph(text, paragraph, limit),
  )
  return gather(pieces, limit)
}

function lengthLimit(text: string): number {
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
  return (unspaced?.length ?? 0) * 5 > text.length ? passageLength : spacedPassageLength
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

/** Runs of whole sentences of about equal length, none over `limit` unless one sentence is. */
function cutParagraph(text: string, paragraph: Span, limit: number): Span[] {
  const parts = Math.ceil(lengthOf(paragraph) / limit)
  const even = Math.ceil(lengthOf(paragraph) / parts) + limit / 10
  const sentences = findSentences(text, paragraph).flatMap((sentence) =>
    lengthOf(sentence) <= sentenceLength ? [sentence] : cutClauses(text, sentence, sentenceLength),
  )
  return gather(sentences, Math.min(limit, even))
}

/** Joins neighbours as long as the whole stays within `limit`. */
function gather(pieces: Span[], limit: number): Span[] {
  const gathered: Span[] = []
  for (const piece of pieces) {
    const last = gathered.at(-1)
    if (last && piece.end - last.start <= limit) last.end = piece.end
    else gathered.push({ ...piece })
  }
  return gathered
}
