import { bm25, riseOf } from './bm25.ts'
import type { LecternIndex } from './lectern-index.ts'
import type { Hit } from './retriever.ts'
import type { TermWeights } from './term-weights.ts'

/** How many of the best hits tell of their records. */
const witnesses = 100

/**
 * How well each record matches as a whole: BM25+ in which a term occurs as often as hits of the record hold it,
 * and the length is that of the record's text. It needs no second index.
 */
export function createRecordEvidence(
  index: LecternIndex,
  hits: Hit[],
  weights: TermWeights,
): (record: number) => number {
  const counts = new Map<number, Map<string, number>>()
  for (const hit of hits.slice(0, witnesses)) {
    const record = index.passages.recordOf(hit.passage)
    const terms = counts.get(record) ?? new Map<string, number>()
    counts.set(record, terms)
    for (const term of hit.terms) terms.set(term, (terms.get(term) ?? 0) + 1)
  }
  const known = new Map<number, number>()
  return (record) => {
    const seen = known.get(record)
    if (seen !== undefined) return seen
    const { k, b } = bm25
    const norm = k * (1 - b + b * (index.lengthOf(record) / index.averageRecordLength))
    let evidence = 0
    for (const [term, count] of counts.get(record) ?? []) evidence += weights.of(term) * riseOf(count, norm)
    known.set(record, evidence)
    return evidence
  }
}
