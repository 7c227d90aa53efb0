import type { Passage } from '../../record/passage.ts'
import type { Turn } from '../../record/record.ts'
import { type LecternIndex, passagesOf } from '../../search/lectern-index.ts'
import { overlapsSpan, type Span } from '../../text/span.ts'
import type { Citation } from '../answer.ts'
import { cite } from '../citation.ts'
import { type RecordWords, turnsOf } from './corpus-words.ts'

/** Cites any stretch of a record, whether or not it keeps to one passage or turn. */
export type CiteSpan = (words: RecordWords, span: Span) => Citation

export function createCiteSpan({ passages }: Pick<LecternIndex, 'passages'>): CiteSpan {
  return (words, span) => {
    const around = passagesOf(passages, words.number).filter((passage) => overlapsSpan(passage.span, span))
    const { turn = -1 } =
      words.zones.find((zone) => zone.turn !== undefined && overlapsSpan(zone, span)) ?? {}
    const passage: Passage = {
      ...(around[0] ?? { id: -1, record: words.number, turn }),
      span: {
        start: Math.min(span.start, around[0]?.span.start ?? span.start),
        end: Math.max(span.end, around.at(-1)?.span.end ?? span.end),
      },
    }
    const citation = cite({ record: words.record, passage, turn: voiceOf(words, span) }, span)
    return passage.turn < 0 ? { ...citation, url: citation.url.replace(/#.*$/, '') } : citation
  }
}

// ---------------------------------------------------------------------------

/** The turn that is cited: without a speaker where several speak. */
function voiceOf(words: RecordWords, span: Span): Turn {
  const [first, ...others] = turnsOf(words, span)
  if (!first) return { kind: 'narration', span }
  const isOne = others.every(({ speaker }) => speaker === first.speaker)
  return isOne ? first : { kind: first.kind, span: first.span }
}
