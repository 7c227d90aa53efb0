import { beforeAll, describe, expect, it } from 'vitest'
import { badDocuments } from './bad-documents.ts'
import { harbour, makeFolder, newPath } from './folders.ts'
import { type CliRun, runCli, runJson, timeCli } from './run-cli.ts'

const good = { 'a.md': harbour('北湾', 21), 'z.md': harbour('远湾', 8) }

describe('lectern index over all bad documents at once', () => {
  let index: string
  let summary: { records: number; warnings: { code: string; file: string; message: string }[] }
  let seconds: number
  let code: number | null
  let human: CliRun
  beforeAll(async () => {
    const corpus = await makeFolder(good)
    for (const { put } of badDocuments) await put(corpus)
    index = await newPath()
    const run = await timeCli('index', '--corpus', corpus, '--index', index, '--json')
    summary = JSON.parse(run.stdout)
    ;({ code, seconds } = run)
    human = await runCli('index', '--corpus', corpus, '--index', index)
  })

  it('ends well and soon, whatever their size', () => {
    expect(code).toBe(0)
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThan(10)
  })

  it.each(badDocuments)('reports $what: $code', ({ file, code, says }) => {
    const messages = summary.warnings
      .filter((warning) => warning.file === file && warning.code === code)
      .map(({ message }) => message)
    expect(messages).toEqual([typeof says === 'string' ? says : expect.stringMatching(says)])
    const line = human.stdout.split('\n').find((printed) => printed.trim() === messages[0])
    expect(line, 'a line of the report for people that names the file once').toBeDefined()
  })

  it('reports nothing else', () => {
    const others = summary.warnings.filter(({ code }) => code !== 'metadata-missing')
    expect(others.map(({ file }) => file).sort()).toEqual(badDocuments.map(({ file }) => file).sort())
  })

  it('indexes the rest, and what a document with a mere flaw says', async () => {
    expect(summary.records).toBe(6)
    const asked = await Promise.all(
      ['北湾', '远湾', '东湾', '西湾'].map((name) =>
        runJson('ask', `${name}港现有多少个泊位`, '--index', index),
      ),
    )
    const quotes = asked.map(({ json }) => json.quotes[0].text)
    expect(quotes).toEqual([21, 8, 3, 4].map((berths) => expect.stringContaining(`泊位${berths}个`)))
  })

  it('reads nothing that lies outside the corpus', async () => {
    const { json } = await runJson('ask', '密湾港现有多少个泊位', '--index', index)
    expect(JSON.stringify(json)).not.toContain('777')
  })
})

describe.concurrent('lectern index --strict', () => {
  it.each(badDocuments)('stops at $what', async ({ put, says, code }) => {
    const corpus = await makeFolder(good)
    await put(corpus)
    const index = await newPath()
    const run = await runCli('index', '--corpus', corpus, '--index', index, '--strict', '--json')
    expect(run.code).toBe(1)
    const { error } = JSON.parse(run.stdout)
    expect(error.code).toBe(code)
    expect(error.message).toEqual(typeof says === 'string' ? says : expect.stringMatching(says))
    expect(run.stderr).toBe(`lectern: ${error.message}\n`)
  })

  it('does not stop at metadata that are missing', async () => {
    const corpus = await makeFolder({ 'a.txt': '港区今日恢复通航，请各位船东留意公告。' })
    const { code, json } = await runJson('index', '--corpus', corpus, '--index', await newPath(), '--strict')
    expect(code).toBe(0)
    expect(json.warnings).toMatchObject([
      { code: 'metadata-missing', fields: ['title', 'date', 'publisher'] },
    ])
  })
})
