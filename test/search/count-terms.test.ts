import fc from 'fast-check'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { cutPassages } from '../../src/record/passages.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { countTerms } from '../../src/search/count-terms.ts'
import { toDocument } from '../../src/search/documents.ts'
import { createMiniSearchOptions, type PassageDocument } from '../../src/search/minisearch-options.ts'
import { toMiniSearchJson } from '../../src/search/write-minisearch.ts'
import { analyze } from '../contract/town.ts'
import { anyCorpus } from '../support/corpus.ts'

describe('counting terms', () => {
  it('gives the index that MiniSearch itself would have built', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (write) => {
        const documents = documentsOf(await write())
        fc.pre(documents.length > 0)
        const miniSearch = new MiniSearch<PassageDocument>(createMiniSearchOptions(analyze))
        miniSearch.addAll(documents)
        const counted = JSON.parse(toMiniSearchJson(countTerms(documents, analyze)))
        const added = JSON.parse(JSON.stringify(miniSearch))
        expect(inOrder(counted)).toEqual(inOrder(added))
      }),
      { numRuns: 50 },
    )
  })
})

function documentsOf(records: LecternRecord[]): PassageDocument[] {
  const documents: PassageDocument[] = []
  records.forEach((record, number) => {
    for (const passage of cutPassages(record, { record: number, firstId: documents.length }))
      documents.push(toDocument(passage, record))
  })
  return documents
}

/** The order of terms is no part of what an index means. */
function inOrder(plain: { index: [string, unknown][]; averageFieldLength: number[] }) {
  const byTerm = (a: [string, unknown], b: [string, unknown]) => (a[0] < b[0] ? -1 : 1)
  return {
    ...plain,
    index: plain.index.sort(byTerm),
    averageFieldLength: plain.averageFieldLength.map((length) => length.toFixed(9)),
  }
}
