import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath } from './folders.ts'
import { runCli, runJson } from './run-cli.ts'

const retrievers = ['minisearch', 'frozen'] as const
const indexes = {} as Record<(typeof retrievers)[number], string>
beforeAll(async () => {
  const corpus = await makeFolder({ 'a.md': harbour('北湾', 21), 'b.md': harbour('远湾', 8) })
  for (const retriever of retrievers) {
    indexes[retriever] = await newPath()
    const built = await runCli(
      'index',
      '--corpus',
      corpus,
      '--index',
      indexes[retriever],
      '--retriever',
      retriever,
    )
    expect(built.code, built.stderr).toBe(0)
  }
})

describe.each(retrievers)('lectern inspect of a %s index', (retriever) => {
  const inspect = (...args: string[]) => runJson('inspect', '--index', indexes[retriever], ...args)

  it('tells what the index is made of, and how large each part is', async () => {
    const { code, json } = await inspect()
    expect(code).toBe(0)
    expect(json).toMatchObject({
      retriever,
      counts: { records: 2 },
      fingerprint: expect.stringMatching(/^\w{16}$/),
    })
    const files = (await readdir(indexes[retriever])).filter((name) => name !== 'manifest.json')
    const sizes = await Promise.all(
      files.map(async (name) => (await readFile(join(indexes[retriever], name))).length),
    )
    const total = json.sections.reduce((sum: number, { bytes }: { bytes: number }) => sum + bytes, 0)
    const all = sizes.reduce((sum, size) => sum + size, 0)
    expect(total).toBe(all)
  })

  it('finds a term where it stands', async () => {
    const { json } = await inspect('--term', '北湾')
    const { postings, frequency } = json.term
    expect(frequency).toBe(postings.text.length)
    const { json: asked } = await inspect('--passage', String(postings.text[0][0]))
    expect(asked.passage.record).toContain('a')
    expect(asked.passage.fields.text).toContain('北湾')
    expect(asked.passage.terms.text).toContainEqual(['北湾', postings.text[0][1]])
  })

  it('says that no passage holds a term', async () => {
    const { code, stdout } = await runCli('inspect', '--index', indexes[retriever], '--term', '骆驼')
    expect([code, stdout]).toEqual([0, expect.stringContaining('骆驼: no passage holds this term')])
  })

  it('says which passages there are', async () => {
    const { code, json } = await inspect('--passage', '99')
    expect(code).toBe(1)
    expect(json.error).toMatchObject({ code: 'passage-unknown' })
    expect(json.error.message).toMatch(/^there is no passage 99: give a number from 0 to \d+$/)
  })

  it('prints a table for people', async () => {
    const { stdout } = await runCli('inspect', '--index', indexes[retriever], '--top', '3')
    expect(stdout).toMatch(
      new RegExp(`^${retriever} index \\w{16}, analyzer \\w{16}\\n2 records, \\d+ passages`),
    )
    expect(stdout).toMatch(/\nall +\d+\n/)
    expect(stdout).toMatch(/\ncommonest terms +passages\n/)
  })
})

describe('lectern inspect', () => {
  it('tells the same of the terms, whatever retriever the index is written for', async () => {
    const [one, other] = await Promise.all(
      retrievers.map(async (retriever) => {
        const args = ['--index', indexes[retriever], '--term', '泊位', '--passage', '1', '--top', '500']
        const { retriever: _, fingerprint, sections, ...told } = (await runJson('inspect', ...args)).json
        return told
      }),
    )
    expect(one.commonest.length).toBeGreaterThan(20)
    expect(one).toEqual(other)
  })

  it('looks at every byte of an image', async () => {
    const name = (await readdir(indexes.frozen)).find((file) => file.endsWith('.bin')) as string
    const copy = await makeFolder({})
    const image = await readFile(join(indexes.frozen, name))
    const at = image.length - 20
    image[at] = (image[at] as number) ^ 1
    await writeFile(join(copy, name), image)
    await writeFile(join(copy, 'manifest.json'), await readFile(join(indexes.frozen, 'manifest.json')))
    const { code, stderr } = await runCli('inspect', '--index', copy)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /The index is damaged: of its image, byte \d+ or one soon after it is not what was written/,
    )
  })
})

describe('lectern index', () => {
  it('says what it wrote, and why', async () => {
    const corpus = await makeFolder({ 'a.md': harbour('北湾', 21) })
    const small = await runCli('index', '--corpus', corpus, '--index', await newPath())
    expect(small.stdout).toContain(
      'An index for MiniSearch (minisearch), as up to 2000 passages MiniSearch is quick enough.',
    )
    const asked = await runCli(
      'index',
      '--corpus',
      corpus,
      '--index',
      await newPath(),
      '--retriever',
      'frozen',
    )
    expect(asked.stdout).toContain('One image, which opens at once (frozen), as --retriever frozen asks.')
    const { json } = await runJson('index', '--corpus', corpus, '--index', await newPath())
    expect(json.retriever).toEqual({ retriever: 'minisearch', reason: 'small' })
  })

  it('writes an image beyond 2,000 passages', async () => {
    const lines = Array.from(
      { length: 2100 },
      (_, at) => `记者：${at}号泵站怎么样？\n\n林海生：${at}号泵站每天抽水${at * 7}吨。\n`,
    )
    const corpus = await makeFolder({ 'a.md': `${harbour('北湾', 21)}\n${lines.join('\n')}` })
    const index = await newPath()
    const { json } = await runJson('index', '--corpus', corpus, '--index', index)
    expect(json.retriever).toEqual({ retriever: 'frozen', reason: 'large' })
    const { json: asked } = await runJson('ask', '1234号泵站每天抽水多少吨', '--index', index)
    expect(asked.quotes[0].text).toContain('1234号泵站每天抽水8638吨')
  })

  it('takes the place of an index of the other kind, and leaves none of its files', async () => {
    const corpus = await makeFolder({ 'a.md': harbour('北湾', 21) })
    const index = await newPath()
    for (const retriever of ['minisearch', 'frozen', 'minisearch']) {
      await runCli('index', '--corpus', corpus, '--index', index, '--retriever', retriever)
      const { json } = await runJson('ask', '北湾港现有多少个泊位', '--index', index)
      expect(json.quotes[0].text).toContain('泊位21个')
      expect(await readdir(index)).toHaveLength(retriever === 'frozen' ? 2 : 7)
    }
  })

  it('refuses a retriever that is none', async () => {
    const run = await runCli('index', '--corpus', '.', '--index', await newPath(), '--retriever', 'elastic')
    expect([run.code, run.stderr]).toEqual([
      2,
      expect.stringContaining('Allowed choices are minisearch, frozen.'),
    ])
  })
})
