import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LecternRecord } from '../../src/record/record.ts'
import type { Retriever } from '../../src/search/retriever.ts'
import { anyCorpus, anyQuestion } from '../support/corpus.ts'
import { countPassages, matchesOf } from './index-by-hand.ts'
import { analyze, ask } from './town.ts'

/** What a retriever must find, against looking through every passage. */
export function testAnyCorpus(create: (records: readonly LecternRecord[]) => Promise<Retriever>): void {
  it('finds exactly the passages that share a term with the query, in any corpus', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, anyQuestion, async (write, question) => {
        const records = await write()
        const query = ask(question)
        const hits = await (await create(records)).retrieve(query, { limit: 1000 })
        const found = hits.map(({ passage, terms }) => ({ passage, terms: [...terms].sort() }))
        expect(found.sort((a, b) => a.passage - b.passage)).toEqual(matchesOf(analyze, records, query))
      }),
      { numRuns: 40 },
    )
  })

  it('counts as counting does, in any corpus', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (write) => {
        const records = await write()
        const opened = await create(records)
        for (const [term, count] of countPassages(analyze, records))
          expect(opened.frequency(term)).toBe(count)
      }),
      { numRuns: 20 },
    )
  })
}
