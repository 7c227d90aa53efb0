import type { Passage } from '../record/passage.ts'
import type { LecternRecord } from '../record/record.ts'
import { questionText } from './documents.ts'
import type { Sought } from './sought.ts'

/** Terms of a query that stand around a passage, as numbers of `Sought.terms`. */
export interface AroundPassage {
  own: readonly number[]
  /** With what they cover, each once. */
  all: readonly number[]
}

/** What stands in the record's title, in the heading, with who speaks, and in the question replied to. */
export type ContextTerms = (passage: Passage, record: LecternRecord) => AroundPassage

/** For one query: passages that share their context share its terms. */
export function createContextTerms({ terms, find }: Sought): ContextTerms {
  const known = new Map<string, AroundPassage>()
  return (passage, record) => {
    const key = `${passage.record} ${passage.section} ${passage.turn}`
    const cached = known.get(key)
    if (cached) return cached
    const section = passage.section === undefined ? undefined : record.sections[passage.section]
    const { speaker = '', role = '' } = record.turns[passage.turn] ?? {}
    const around = [record.title, section?.title ?? '', speaker, role, questionText(passage, record)]
    const tokens = find(around.join('\n')).map(({ term }) => term)
    const found = { own: terms.numbersOf(tokens), all: terms.find(tokens) }
    known.set(key, found)
    return found
  }
}
