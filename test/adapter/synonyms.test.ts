import { describe, expect, it } from 'vitest'
import { buildCorpusIndex, type IndexReport } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { readSynonyms } from '../../src/adapter/node-synonyms.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { formatReport } from '../../src/cli/index-command.ts'
import { readCorpus } from '../../src/ingest/corpus.ts'
import { type Files, makeFolder, newPath } from '../cli/folders.ts'
import { encodeAs } from '../ingest/format/encode-as.ts'
import { faultOf } from '../support/index.ts'

const station =
  '# 观测简报\n\n南屿海洋观测站（以下简称南海站）去年九月投入使用，有观测员三十一名。\n\n轮渡每天开四十四班。\n'

/** The synonyms of a corpus with the station's record and these files. */
async function read(files: Files) {
  const corpus = await makeFolder({ 'a.md': station, ...files })
  return readSynonyms({ corpus, ...(await readCorpus({ dir: corpus })) })
}

async function build(files: Files, strict = false): Promise<IndexReport & { index: string }> {
  const index = await newPath()
  const corpus = await makeFolder({ 'a.md': station, ...files })
  return { index, ...(await buildCorpusIndex({ corpus, index, strict, now: () => 0 })) }
}

/** What of the best quote of a record stands for words of the question. */
async function findMarked(index: string, question: string, record: string): Promise<string[]> {
  const outcome = await createLectern(await openIndexFolder(index)).ask({ question, filters: { record } })
  const [quote] = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
  return quote?.highlights.map(({ start, end }) => quote.text.slice(start, end)) ?? []
}

const own = ['南屿海洋观测站', '南海站']

describe('synonyms.txt of a corpus', () => {
  it('has one group a line, beside the abbreviations of the records', async () => {
    const { groups, warnings } = await read({ 'synonyms.txt': '轮渡 = 摆渡船\n' })
    expect([groups, warnings]).toEqual([[['轮渡', '摆渡船'], own], []])
  })

  it('may be saved in another encoding', async () => {
    const file = '# 同义词：一行一组，用其中一个词提问，能找到用另一个词说的内容。\n轮渡 = 摆渡船\n'
    const { groups } = await read({ 'synonyms.txt': encodeAs(file, 'gb18030') })
    expect(groups).toEqual([['轮渡', '摆渡船'], own])
  })

  it('warns of a line that cannot be used, with file and line, and uses the others', async () => {
    const lines = '# 船\n轮渡 =\n轮渡 = 摆渡船\n渡船 = 輪渡\n'
    const { groups, warnings } = await read({ 'synonyms.txt': lines })
    expect(groups).toEqual([['轮渡', '摆渡船'], own])
    expect(warnings).toEqual([
      {
        code: 'synonyms-invalid',
        file: 'synonyms.txt',
        line: 2,
        message: 'synonyms.txt:2: there is no word on one side of a =: write one there, or remove the =',
      },
      {
        code: 'synonyms-invalid',
        file: 'synonyms.txt',
        line: 4,
        message: 'synonyms.txt:4: "輪渡" stands in line 3 too: write all words of one meaning on one line',
      },
    ])
  })

  it('stops a strict build at such a line', async () => {
    const fault = await faultOf(build({ 'synonyms.txt': '轮渡\n' }, true))
    expect([fault.code, fault.file, fault.line]).toEqual(['synonyms-invalid', 'synonyms.txt', 1])
    expect(fault.message).toMatch(/^synonyms\.txt:1: "轮渡" stands alone/u)
  })

  it.each<[string, Files]>([
    ['an image', { 'synonyms.txt': Buffer.from('89504e470d0a1a0a00000000', 'hex') }],
    ['a folder', { 'synonyms.txt/b.md': '# 别的\n\n渡船。' }],
  ])('costs its synonyms alone where it is %s', async (_, files) => {
    const { groups, warnings } = await read(files)
    expect(groups).toEqual([own])
    expect(warnings).toMatchObject([{ code: 'synonyms-unreadable', file: 'synonyms.txt' }])
    expect(warnings[0]?.message).toMatch(/^synonyms\.txt .*; no synonyms of it are used$/u)
  })

  it.each(['', ' \n', '# nothing yet\n'])('may hold nothing: %j', async (text) => {
    expect(await read({ 'synonyms.txt': text })).toMatchObject({ groups: [own], warnings: [] })
  })
})

describe('an abbreviation that a record defines', () => {
  it('is left out with a warning where two names have it, which names the file', async () => {
    const { groups, abbreviations, warnings } = await read({
      'b.md': '# 监测\n\n南礁海水监测站（以下简称南海站）已经建成。\n',
    })
    expect([groups, abbreviations]).toEqual([[], []])
    expect(warnings).toEqual([
      {
        code: 'abbreviation-ambiguous',
        file: 'b.md',
        message:
          'b.md: "南海站" is short for "南屿海洋观测站" and for "南礁海水监测站", and finds none of them: to have it find one, write that group into synonyms.txt',
      },
    ])
  })
})

describe('the index of a corpus with synonyms', () => {
  it('finds a word by another, takes their file for no document and reports them', async () => {
    const files = {
      'b.md': '# 年会\n\n南屿海洋观测站的年会在五月开，到会二百一十人。\n',
      'synonyms.txt': '轮渡 = 摆渡船\n渡船\n',
    }
    const report = await build(files)
    const { index, summary, synonyms } = report
    expect([summary.records, synonyms]).toEqual([
      2,
      { groups: 2, abbreviations: [{ long: '南屿海洋观测站', short: '南海站' }] },
    ])
    const printed = formatReport(report, 'index')
    expect(printed).toContain(
      'Groups of synonyms: 2; abbreviations that the records define:\n  南海站 = 南屿海洋观测站\n',
    )
    expect(printed).toContain('  synonyms.txt:2: "渡船" stands alone')
    expect(await findMarked(index, '摆渡船有多少', 'a')).toEqual(['轮渡'])
    expect(await findMarked(index, '南海站有多少人', 'b')).toEqual(['南屿海洋观测站'])
  })
})
