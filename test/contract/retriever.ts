import { beforeAll, describe, expect, it } from 'vitest'
import type { LecternRecord } from '../../src/record/record.ts'
import type { Retriever } from '../../src/search/retriever.ts'
import type { Lexicon } from '../../src/text/lexicon.ts'
import { writeArticle } from '../support/records.ts'
import { testAnyCorpus } from './any-corpus.ts'
import { ask, lexicon, queryOf, writeTown } from './town.ts'

/** Files of an index by name. */
export type SerializedIndex = ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>

/** Indexes the passages of the records, numbered from 0 as they are cut, and gives the files of the index. */
export type BuildSerialized = (
  records: readonly LecternRecord[],
  lexicon: Lexicon,
) => Promise<SerializedIndex>

/** Opens what was built, knowing nothing else of it. */
export type OpenSerialized = (serialized: SerializedIndex) => Promise<Retriever>

export interface RetrieverFactory {
  build: BuildSerialized
  open: OpenSerialized
}

/** What any retriever must do. */
export function testRetriever(name: string, { build, open }: RetrieverFactory): void {
  const create = async (records: readonly LecternRecord[]) => open(await build(records, lexicon))

  describe(name, () => {
    let retriever: Retriever
    beforeAll(async () => {
      retriever = await create(await writeTown())
    })

    const find = async (question: string, limit = 20, accepts?: (passage: number) => boolean) => {
      const hits = await retriever.retrieve(ask(question), { limit, ...(accepts && { accepts }) })
      return hits.map(({ passage }) => passage)
    }

    it('finds the passages that hold a term of the query, and no others', async () => {
      expect((await find('灯塔')).sort()).toEqual([0, 1, 2])
    })

    it('gives hits by descending score', async () => {
      const scores = (await retriever.retrieve(ask('灯塔 渡轮'), { limit: 20 })).map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      expect(scores.every((score) => score > 0 && Number.isFinite(score))).toBe(true)
    })

    it('puts a passage first that holds more of the query', async () => {
      expect((await find('灯塔 渡轮'))[0]).toBe(2)
    })

    it('puts a rare term before a common one', async () => {
      expect((await find('灯塔 博物馆'))[0]).toBe(3)
    })

    it('gives equal passages in their order', async () => {
      const twins = await Promise.all(
        [0, 1, 2, 3, 4].map((n) => writeArticle({ id: `t${n}`, title: '' }, '灯塔很高。')),
      )
      const hits = await (await create(twins)).retrieve(ask('灯塔'), { limit: 20 })
      expect(hits.map(({ passage }) => passage)).toEqual([0, 1, 2, 3, 4])
      expect(new Set(hits.map(({ score }) => score)).size).toBe(1)
    })

    it('gives as many hits as the limit at most, the best ones', async () => {
      const all = await find('灯塔 渡轮')
      for (let limit = 1; limit <= all.length; limit++) {
        expect(await find('灯塔 渡轮', limit)).toEqual(all.slice(0, limit))
      }
    })

    it('gives only hits that are accepted, with the same scores and up to the limit', async () => {
      const query = ask('灯塔 渡轮')
      const accepts = (passage: number) => passage % 2 === 1
      const all = await retriever.retrieve(query, { limit: 20 })
      const accepted = await retriever.retrieve(query, { limit: 20, accepts })
      expect(accepted).toEqual(all.filter(({ passage }) => accepts(passage)))
      expect(await retriever.retrieve(query, { limit: 1, accepts })).toEqual(accepted.slice(0, 1))
      expect(await find('灯塔', 20, () => false)).toEqual([])
    })

    it('tells the terms of the query that each hit holds', async () => {
      const hits = await retriever.retrieve(ask('灯塔 博物馆 不见的'), { limit: 20 })
      const held = hits.map(({ passage, terms }) => [passage, [...terms].sort()])
      expect(Object.fromEntries(held)).toEqual({
        0: ['灯塔'],
        1: ['灯塔'],
        2: ['灯塔'],
        3: ['博物', '博物馆', '物馆'].sort(),
      })
    })

    it('searches the title, the heading, the question and the speaker with a passage, at less', async () => {
      for (const word of ['年鉴', '附录', '票价', '陆闻溪']) {
        const accepts = (passage: number) => passage !== 5
        const [own, around, ...others] = await retriever.retrieve(ask(word), { limit: 20, accepts })
        expect([own?.passage, around?.passage, others]).toEqual([4, 6, []])
        expect(own?.score).toBeGreaterThan(around?.score as number)
      }
    })

    it('multiplies the score of a term with its weight in the query', async () => {
      const [plain] = await retriever.retrieve(queryOf([['灯塔', 1]]), { limit: 1 })
      const [heavy] = await retriever.retrieve(queryOf([['灯塔', 3]]), { limit: 1 })
      expect(heavy?.score).toBeCloseTo(3 * (plain?.score as number), 9)
    })

    it('adds the scores of the terms', async () => {
      const alone = await Promise.all(
        ['灯塔', '渡轮'].map((term) =>
          retriever.retrieve(queryOf([[term, 1]]), { limit: 20, accepts: isThird }),
        ),
      )
      const [both] = await retriever.retrieve(
        queryOf([
          ['灯塔', 1],
          ['渡轮', 1],
        ]),
        { limit: 20, accepts: isThird },
      )
      const sum = alone.reduce((total, [hit]) => total + (hit?.score as number), 0)
      expect(both?.score).toBeCloseTo(sum, 9)
    })

    it('finds nothing for an empty query or for unknown terms', async () => {
      expect(await retriever.retrieve(queryOf([]), { limit: 20 })).toEqual([])
      expect(await find('骆驼 zebra')).toEqual([])
      expect(
        await retriever.retrieve(
          queryOf([
            ['\ud842', 1],
            ['', 1],
            ['__proto__', 1],
          ]),
          { limit: 9 },
        ),
      ).toEqual([])
    })

    it('matches whole terms only', async () => {
      expect(await retriever.retrieve(queryOf([['博', 1]]), { limit: 20 })).toEqual([])
      expect(await find('light')).toEqual([])
    })

    it('counts the passages that hold a term in their own words', () => {
      expect(retriever.frequency('灯塔')).toBe(3)
      expect(retriever.frequency('博物馆')).toBe(1)
      expect(retriever.frequency('年鉴')).toBe(1)
    })

    it('counts 0 for an unknown term', () => {
      for (const term of ['骆驼', '', '博', 'constructor', '__proto__'])
        expect(retriever.frequency(term)).toBe(0)
    })

    it('tells which of some terms it holds, among the passages that are accepted', async () => {
      const terms = ['博物馆', '骆驼', '灯塔', '年鉴']
      expect(await retriever.held(terms)).toEqual(new Set(['博物馆', '灯塔', '年鉴']))
      expect(await retriever.held(terms, (passage) => passage < 3)).toEqual(new Set(['灯塔']))
      expect(await retriever.held(terms, () => false)).toEqual(new Set())
      expect(await retriever.held([])).toEqual(new Set())
    })

    it('forgets a query when the next one comes, however many terms either has', async () => {
      const many = queryOf([
        ...Array.from({ length: 70 }, (_, at): [string, number] => [`词${at}`, 1]),
        ['灯塔', 1],
      ])
      const plain = await retriever.retrieve(ask('灯塔 渡轮'), { limit: 20 })
      for (const other of [many, ask('博物馆'), queryOf([])]) {
        const first = await retriever.retrieve(other, { limit: 20 })
        expect(await retriever.retrieve(ask('灯塔 渡轮'), { limit: 20 })).toEqual(plain)
        expect(await retriever.retrieve(other, { limit: 20 })).toEqual(first)
      }
      const held = await retriever.retrieve(many, { limit: 20 })
      expect(held.map(({ passage, terms }) => [passage, terms])).toEqual(
        [0, 1, 2].map(() => [expect.any(Number), ['灯塔']]),
      )
    })

    it('finds nothing in an index of nothing', async () => {
      const empty = await create([])
      expect(await empty.retrieve(ask('灯塔'), { limit: 20 })).toEqual([])
      expect(empty.frequency('灯塔')).toBe(0)
    })

    it('gives equal results when built and opened again', async () => {
      const records = await writeTown()
      const serialized = await build(records, lexicon)
      expect(await build(records, lexicon)).toEqual(serialized)
      const again = await open(structuredClone(serialized))
      for (const question of ['灯塔 渡轮', '年鉴', '博物馆在哪里', 'lighthouse']) {
        const query = ask(question)
        expect(await again.retrieve(query, { limit: 20 })).toEqual(
          await retriever.retrieve(query, { limit: 20 }),
        )
      }
    })

    testAnyCorpus(create)
  })
}

const isThird = (passage: number) => passage === 2
