import { questionText } from '../search/documents.ts'
import type { RankedHit } from '../search/rank.ts'
import type { Span } from '../text/span.ts'
import type { Citation } from './answer.ts'
import { permalink } from './permalink.ts'

/** The source of `span`, a stretch of the hit's record. Fields that the record does not tell are left out. */
export function cite(
  { record, passage, turn }: Pick<RankedHit, 'record' | 'passage' | 'turn'>,
  span: Span,
): Citation {
  const section = passage.section === undefined ? undefined : record.sections[passage.section]
  const asker = passage.question === undefined ? undefined : record.turns[passage.question]?.speaker
  const isReply = passage.question !== undefined
  return {
    record: record.id,
    version: record.version,
    title: record.title,
    kind: record.kind,
    ...(record.language !== 'und' && { language: record.language }),
    ...(record.publisher !== undefined && { publisher: record.publisher }),
    ...(record.date !== undefined && { date: record.date }),
    ...(turn.speaker !== undefined && {
      speaker: { name: turn.speaker, ...(turn.role !== undefined && { role: turn.role }) },
    }),
    ...(isReply && {
      question: { text: questionText(passage, record), ...(asker !== undefined && { asker }) },
    }),
    ...(section !== undefined && { section: section.title }),
    span: { start: span.start, end: span.end },
    passage: {
      start: Math.min(passage.span.start, span.start),
      end: Math.max(passage.span.end, span.end),
    },
    url: permalink(record.id, passage.turn),
    ...(record.source !== undefined && { source: record.source }),
  }
}
