import { appendFile, cp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath, readFolder } from './folders.ts'
import { runCli, runJson } from './run-cli.ts'

const question = '北湾港现有多少个泊位'
const partNames = ['records', 'passages', 'lexicon', 'synonyms', 'minisearch']
const advice = 'Build the index again: lectern index --corpus DIR --index DIR'

let corpus: string
let whole: string
beforeAll(async () => {
  corpus = await makeFolder({ 'a.md': harbour('北湾', 21), 'b.md': harbour('远湾', 8) })
  whole = await newPath()
  expect((await runCli('index', '--corpus', corpus, '--index', whole)).code).toBe(0)
})

async function copyIndex(): Promise<string> {
  const copy = await newPath()
  await cp(whole, copy, { recursive: true })
  return copy
}

async function pathOf(index: string, part: string): Promise<string> {
  const file = [...(await readFolder(index)).keys()].find((name) => name.startsWith(`${part}-`))
  return join(index, file ?? '')
}

interface Manifest {
  format: number
  analyzer: string
}

async function editManifest(index: string, edit: (manifest: Manifest) => object): Promise<void> {
  const path = join(index, 'manifest.json')
  await writeFile(path, JSON.stringify(edit(JSON.parse(await readFile(path, 'utf8')))))
}

/** What `ask` and `serve` say of an index that they refuse; both say the same. */
async function refusal(index: string): Promise<{ code: string; message: string }> {
  const runs = await Promise.all([
    runJson('ask', question, '--index', index),
    runJson('serve', '--port', '0', '--index', index),
  ])
  expect(runs.map(({ code }) => code)).toEqual([1, 1])
  expect(runs[0]?.json).toEqual(runs[1]?.json)
  return runs[0]?.json.error
}

describe.concurrent('an index is refused', () => {
  it('that is missing', async () => {
    const index = await newPath()
    const { code, message } = await refusal(index)
    expect(code).toBe('index-missing')
    expect(message).toBe(`${index}: There is no index here: manifest.json is missing. ${advice}`)
  })

  it.each(partNames)('that has lost its %s', async (part) => {
    const index = await copyIndex()
    const path = await pathOf(index, part)
    await rm(path)
    const { code, message } = await refusal(index)
    expect(code).toBe('index-corrupt')
    expect(message).toBe(
      `${index}: The index is not whole: ${path.slice(index.length + 1)} is missing. ${advice}`,
    )
  })

  it.each(['records', 'passages', 'minisearch'])('whose %s are cut off', async (part) => {
    const index = await copyIndex()
    const path = await pathOf(index, part)
    await truncate(path, 20)
    const { code, message } = await refusal(index)
    expect(code).toBe('index-corrupt')
    const file = path.slice(index.length + 1)
    expect(message).toBe(`${index}: The index is damaged: ${file} is not what was written. ${advice}`)
  })

  it('whose manifest is cut off', async () => {
    const index = await copyIndex()
    await truncate(join(index, 'manifest.json'), 100)
    const { code, message } = await refusal(index)
    expect(code).toBe('index-corrupt')
    expect(message).toBe(`${index}: manifest.json is not the manifest of an index. ${advice}`)
  })

  it('of an older format', async () => {
    const index = await copyIndex()
    await editManifest(index, (manifest) => ({ ...manifest, format: 0 }))
    const { code, message } = await refusal(index)
    expect(code).toBe('index-other-format')
    expect(message).toMatch(
      /: The index has format 0, this version of Lectern reads format \d+\. Build the index again/,
    )
  })

  it('built with another lexicon, naming both fingerprints', async () => {
    const index = await copyIndex()
    await appendFile(await pathOf(index, 'lexicon'), '北湾港现有\n')
    const { code, message } = await refusal(index)
    expect(code).toBe('index-other-analyzer')
    const { analyzer } = JSON.parse(await readFile(join(index, 'manifest.json'), 'utf8')) as Manifest
    const [, built, own] =
      /built with analyzer (\w+), but this analyzer, lexicon and synonyms are (\w+):/.exec(message) ?? []
    expect(built).toBe(analyzer)
    expect(own).toMatch(/^[0-9a-f]{16}$/)
    expect(own).not.toBe(built)
  })

  it('and is whole again after the next build', async () => {
    const index = await copyIndex()
    await truncate(join(index, 'manifest.json'), 100)
    await rm(await pathOf(index, 'records'))
    expect((await runCli('index', '--corpus', corpus, '--index', index)).code).toBe(0)
    const { code, json } = await runJson('ask', question, '--index', index)
    expect([code, json.quotes[0].text]).toEqual([0, expect.stringContaining('21个')])
  })
})
