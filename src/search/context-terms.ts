import type { Passage } from '../record/passage.ts'
import type { LecternRecord } from '../record/record.ts'
import type { Analyzer } from '../text/analyze.ts'
import { questionText } from './documents.ts'

/** Terms of what stands around a passage: the record's title, the heading, who speaks, the question replied to. */
export type ContextTerms = (passage: Passage, record: LecternRecord) => ReadonlySet<string>

/** For one query: passages that share their context share its terms. */
export function createContextTerms(analyze: Analyzer): ContextTerms {
  const known = new Map<string, ReadonlySet<string>>()
  return (passage, record) => {
    const key = `${passage.record} ${passage.section} ${passage.turn}`
    const cached = known.get(key)
    if (cached) return cached
    const section = passage.section === undefined ? undefined : record.sections[passage.section]
    const { speaker = '', role = '' } = record.turns[passage.turn] ?? {}
    const context = [record.title, section?.title ?? '', speaker, role, questionText(passage, record)].join(
      '\n',
    )
    const terms = new Set(analyze(context).map(({ term }) => term))
    known.set(key, terms)
    return terms
  }
}
