import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLectern } from '../../../src/answer/create-lectern.ts'
import type { LecternRecord } from '../../../src/record/record.ts'
import { buildIndex } from '../../../src/search/build.ts'
import { acceptPassages, type LecternIndex } from '../../../src/search/lectern-index.ts'
import type { RetrieverName } from '../../../src/search/manifest.ts'
import { openIndex } from '../../../src/search/open.ts'
import { parseQuery } from '../../../src/search/query.ts'
import { createLexicon } from '../../../src/text/lexicon.ts'
import { anyCorpus, anyQuestion } from '../../support/corpus.ts'
import { words } from '../../support/index.ts'

const synonyms = [
  ['灯塔', '航标'],
  ['渡轮', 'ferry'],
]

async function open(records: readonly LecternRecord[], retriever: RetrieverName): Promise<LecternIndex> {
  const { files } = await buildIndex(records, { lexicon: createLexicon(words), synonyms, retriever })
  return openIndex(async (name) => files.get(name))
}

const anyFilters = fc.constantFrom(
  {},
  {},
  { speaker: '陸聞溪' },
  { from: '2024-05-01' },
  { kind: 'letter' },
  { record: 'r1' },
)

describe('the frozen image', () => {
  it('finds what MiniSearch finds: the same passages and terms, in the same order, with the same scores', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(
        anyCorpus,
        fc.array(fc.tuple(anyQuestion, anyFilters, fc.constantFrom(1, 3, 100)), {
          minLength: 40,
          maxLength: 60,
        }),
        async (write, asked) => {
          const records = await write()
          const [frozen, reference] = await Promise.all([
            open(records, 'frozen'),
            open(records, 'minisearch'),
          ])
          for (const [question, filters, limit] of asked) {
            const query = parseQuery(question, frozen)
            expect(query).toEqual(parseQuery(question, reference))
            const accepts = acceptPassages(frozen, filters)
            const options = { limit, ...(accepts && { accepts }) }
            expect(await frozen.retriever.retrieve(query, options)).toEqual(
              await reference.retriever.retrieve(query, options),
            )
            compared++
          }
        },
      ),
      { numRuns: 250 },
    )
    expect(compared).toBeGreaterThanOrEqual(10_000)
  })

  it('gives the same answers, records, passages and words', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyCorpus,
        fc.array(anyQuestion, { minLength: 5, maxLength: 5 }),
        async (write, questions) => {
          const records = await write()
          const [frozen, reference] = await Promise.all([
            open(records, 'frozen'),
            open(records, 'minisearch'),
          ])
          expect(JSON.stringify(frozen.records)).toBe(JSON.stringify(records))
          expect([...frozen.passages]).toEqual([...reference.passages])
          expect(frozen.lexicon.words).toEqual(reference.lexicon.words)
          expect(frozen.speakers).toEqual(reference.speakers)
          const [own, other] = [createLectern(frozen), createLectern(reference)]
          expect(own.counts).toEqual(other.counts)
          for (const question of questions.filter((question) => question.trim() !== '')) {
            const outcome = await own.ask({ question, explain: true })
            expect(outcome).toEqual({
              ...(await other.ask({ question, explain: true })),
              index: own.fingerprint,
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
