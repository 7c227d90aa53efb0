import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/search/build.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { anyCorpus } from '../support/corpus.ts'
import { openRecords, words } from '../support/index.ts'
import { writeArticle } from '../support/records.ts'

describe('buildIndex', () => {
  it('gives the same files, byte for byte, for the same records', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (write) => {
        const [first, second] = [await build(await write()), await build(await write())]
        expect([...first.files]).toEqual([...second.files])
        expect(first.manifest).toEqual(second.manifest)
      }),
      { numRuns: 20 },
    )
  })

  it('gives the same files for the same words of the lexicon in another order', async () => {
    const records = [await writeArticle({ id: 'a' }, '灯塔很高。')]
    const turned = await buildIndex(records, { lexicon: createLexicon([...words].reverse()) })
    expect([...turned.files]).toEqual([...(await build(records)).files])
  })

  it('puts the manifest last, since it makes the others an index', async () => {
    const { files } = await build([await writeArticle({ id: 'a' }, '灯塔很高。')])
    expect([...files.keys()].at(-1)).toBe('manifest.json')
  })

  it('names files by what they hold, so that no file of another index is overwritten', async () => {
    const tall = await build([await writeArticle({ id: 'a' }, '灯塔很高。')])
    const white = await build([await writeArticle({ id: 'a' }, '灯塔很白。')])
    for (const [name, content] of tall.files) {
      if (name === 'manifest.json') continue
      expect(white.files.get(name) ?? content).toBe(content)
    }
    expect(tall.manifest.parts.records.file).not.toBe(white.manifest.parts.records.file)
    expect(tall.manifest.parts.lexicon.file).toBe(white.manifest.parts.lexicon.file)
  })

  it('gives another fingerprint to other records and to another lexicon', async () => {
    const record = await writeArticle({ id: 'a' }, '灯塔很高。')
    const prints = await Promise.all([
      build([record]),
      build([{ ...record, title: '另一个' }]),
      buildIndex([record], { lexicon: createLexicon([]) }),
      build([]),
    ])
    expect(new Set(prints.map(({ manifest }) => manifest.fingerprint)).size).toBe(4)
  })

  it('counts records, passages and terms', async () => {
    const records = [
      await writeArticle({ id: 'a', title: '' }, '灯塔'),
      await writeArticle({ id: 'b', title: '' }, '灯塔高'),
    ]
    expect((await build(records)).manifest.counts).toEqual({ records: 2, passages: 2, terms: 2 })
    expect((await build([])).manifest.counts).toEqual({ records: 0, passages: 0, terms: 0 })
  })

  it('tells of every passage, up to the last', async () => {
    const records = [await writeArticle({ id: 'a' }, '灯塔'), await writeArticle({ id: 'b' }, '渡轮')]
    const told: number[][] = []
    await buildIndex(records, { lexicon: createLexicon([]), onPassage: (...counts) => told.push(counts) })
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  it('keeps records and passages as they were, whatever their words', async () => {
    await fc.assert(
      fc.asyncProperty(anyCorpus, async (write) => {
        const records = await write()
        const index = await openRecords(records)
        expect(index.records).toEqual(records)
        expect([...index.passages].map(({ id }) => id)).toEqual([...index.passages].map((_, at) => at))
      }),
      { numRuns: 20 },
    )
  })
})

function build(records: Parameters<typeof buildIndex>[0]) {
  return buildIndex(records, { lexicon: createLexicon(words) })
}
