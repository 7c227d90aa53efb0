import type { Passage } from '../record/passage.ts'
import type { LecternRecord, Turn } from '../record/record.ts'
import { sliceSpan } from '../text/span.ts'
import type { PassageDocument } from './minisearch-options.ts'

/** A passage with the context that is searched with it. */
export function toDocument(passage: Passage, record: LecternRecord): PassageDocument {
  const turn = record.turns[passage.turn]
  const section = passage.section === undefined ? undefined : record.sections[passage.section]
  return {
    id: passage.id,
    text: sliceSpan(record.text, passage.span),
    question: questionText(passage, record),
    heading: section?.title ?? '',
    title: record.title,
    speaker: turn ? speakerText(turn) : '',
  }
}

/** Words of the question that the passage replies to; empty when it replies to none. */
export function questionText(passage: Passage, record: LecternRecord): string {
  const question = passage.question === undefined ? undefined : record.turns[passage.question]
  return question ? sliceSpan(record.text, question.span) : ''
}

function speakerText({ speaker, role }: Turn): string {
  return [speaker, role].filter(Boolean).join(' ')
}
