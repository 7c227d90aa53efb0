import type { Passage } from '../../src/record/passage.ts'
import { cutPassages } from '../../src/record/passages.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import type { Query } from '../../src/search/query.ts'
import type { Analyzer } from '../../src/text/analyze.ts'
import { sliceSpan } from '../../src/text/span.ts'

interface Indexed {
  passage: Passage
  own: Set<string>
  around: Set<string>
}

function indexByHand(analyze: Analyzer, records: readonly LecternRecord[]): Indexed[] {
  const indexed: Indexed[] = []
  records.forEach((record, number) => {
    for (const passage of cutPassages(record, { record: number, firstId: indexed.length })) {
      const { speaker = '', role = '' } = record.turns[passage.turn] ?? {}
      const question = record.turns[passage.question ?? -1]?.span
      const around = [
        record.title,
        record.sections[passage.section ?? -1]?.title ?? '',
        question ? sliceSpan(record.text, question) : '',
        speaker,
        role,
      ]
      indexed.push({
        passage,
        own: new Set(analyze(sliceSpan(record.text, passage.span)).map(({ term }) => term)),
        around: new Set(around.flatMap((text) => analyze(text)).map(({ term }) => term)),
      })
    }
  })
  return indexed
}

/** The passages that share a term with the query, in order, with those terms in order. */
export function matchesOf(analyze: Analyzer, records: readonly LecternRecord[], query: Query) {
  return indexByHand(analyze, records).flatMap(({ passage, own, around }) => {
    const terms = query.terms.map(({ term }) => term).filter((term) => own.has(term) || around.has(term))
    return terms.length > 0 ? { passage: passage.id, terms: terms.sort() } : []
  })
}

/** How many passages hold each term in their own words. */
export function countPassages(analyze: Analyzer, records: readonly LecternRecord[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { own } of indexByHand(analyze, records)) {
    for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}
