import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath } from './folders.ts'
import { finished, runCli, runJson, startCli } from './run-cli.ts'

const question = '北湾港现有多少个泊位'
let corpus: string
let index: string
let dataset: string

beforeAll(async () => {
  corpus = await makeFolder({ 'a.md': harbour('北湾', 21), 'b.txt': '港区今日恢复通航。' })
  index = await newPath()
  const { code } = await runCli('index', '--corpus', corpus, '--index', index)
  expect(code).toBe(0)
  const passage = { id: 'p1', text: '北湾港现有泊位21个。' }
  const asked = { id: 'q1', question, relevant: ['p1'], answers: ['21个'] }
  dataset = await makeFolder({
    'passages.jsonl': `${JSON.stringify(passage)}\n`,
    'questions.jsonl': `${JSON.stringify(asked)}\n`,
  })
})

describe.concurrent('lectern index', () => {
  it('tells people records, what is missing and the counts', async () => {
    const { code, stdout, stderr } = await runCli('index', '--corpus', corpus, '--index', await newPath())
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('a.md\n    a 北湾港务简报\n')
    expect(stdout).toContain(
      '  1 record does not tell title, date, publisher: b.txt. Add front matter or a sidecar such as b.txt.meta.yaml\n',
    )
    expect(stdout).toMatch(/^2 records, 2 passages, \d+ terms, 0 repairs, 1 warnings in [\d.]+ s -> .+\n$/m)
  })

  it('tells machines the same, with every warning', async () => {
    const { code, json } = await runJson('index', '--corpus', corpus, '--index', await newPath())
    expect(code).toBe(0)
    expect(json).toMatchObject({
      records: 2,
      passages: 2,
      terms: expect.any(Number),
      durationMs: expect.any(Number),
      warnings: [{ code: 'metadata-missing', file: 'b.txt', message: expect.stringMatching(/^b\.txt: /) }],
    })
  })

  it('names three files of many that miss the same metadata', async () => {
    const texts = Array.from({ length: 9 }, (_, at) => [`${at}.txt`, `第${at}号泊位今日恢复使用。`])
    const many = await makeFolder(Object.fromEntries(texts))
    const { stdout } = await runCli('index', '--corpus', many, '--index', await newPath())
    expect(stdout.match(/^ {2}.* not tell .*$/gm)).toEqual([
      '  9 records do not tell title, date, publisher: 0.txt, 1.txt, 2.txt and 6 more. Add front matter or a sidecar such as 0.txt.meta.yaml',
    ])
  })

  it('refuses a folder that is not there, is empty, or holds nothing that can be read', async () => {
    const missing = join(corpus, 'none')
    const empty = await makeFolder({})
    const unreadable = await makeFolder({ 'a.md': '', 'b.json': '{' })
    const [first, second, third] = await Promise.all(
      [missing, empty, unreadable].map(async (dir) =>
        runCli('index', '--corpus', dir, '--index', await newPath()),
      ),
    )
    expect(first).toEqual({
      code: 1,
      stdout: '',
      stderr: `lectern: there is no folder ${missing}: give the folder that holds your documents\n`,
    })
    expect(second).toMatchObject({
      code: 1,
      stderr: `lectern: ${empty} holds no document: put files there that end in .md, .markdown, .txt, .html, .htm, .docx, .pdf, .json\n`,
    })
    expect(third).toMatchObject({
      code: 1,
      stderr: [
        `lectern: no file in ${unreadable} could be read`,
        '  a.md is empty (0 bytes): nothing to read',
        '  b.json:1: this is not valid JSON: check the commas, quotes and brackets on this line\n',
      ].join('\n'),
    })
  })

  it('refuses an index folder inside the corpus', async () => {
    const { code, stderr } = await runCli('index', '--corpus', corpus, '--index', join(corpus, 'index'))
    expect(code).toBe(1)
    expect(stderr).toContain('lies in the corpus folder')
  })

  it('refuses an index folder that is a file', async () => {
    const file = join(corpus, 'a.md')
    const { code, stderr } = await runCli('index', '--corpus', dataset, '--index', file)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^lectern: cannot write the index to .+a\.md: /)
  })
})

describe.concurrent('lectern ask', () => {
  it('prints a quote with its citation for people', async () => {
    const { code, stdout, stderr } = await runCli('ask', question, '--index', index)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('北湾港现有泊位21个，全部恢复使用。')
    expect(stdout).toContain('2025-03-12')
    expect(stdout).toContain('/r/a#t0')
    expect(stdout).toContain('Searched 2 records, 2 passages, 2025-03-12.\n')
  })

  it('prints the answer of the API for machines', async () => {
    const { code, json } = await runJson(
      'ask',
      question,
      '--index',
      index,
      '--limit',
      '1',
      '--kind',
      'article',
    )
    expect(code).toBe(0)
    expect(json).toMatchObject({ question, searched: expect.any(Object), index: expect.any(String) })
  })

  it('does not mind when nobody reads to the end', async () => {
    const child = startCli('ask', question, '--index', index)
    child.stdout.destroy()
    expect(await finished(child)).toMatchObject({ code: 0, stderr: '' })
  })

  it('takes an abstention for no fault', async () => {
    const { code, stdout } = await runCli('ask', 'zebra quantum', '--index', index)
    expect([code, stdout.split('\n')[0]]).toEqual([
      0,
      'No answer. Nothing that was searched mentions “zebra”, “quantum”.',
    ])
  })

  it('says so when no passage meets the filters', async () => {
    const filters = ['--speaker', '无名氏', '--from', '2025-01-01', '--to', '2025-12-31', '--record', 'a']
    const { code, stdout } = await runCli('ask', question, '--index', index, ...filters)
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'No passage meets these filters.'])
  })
})

describe.concurrent('lectern eval', () => {
  it('prints its figures for machines and for people', async () => {
    const [people, machines] = await Promise.all([
      runCli('eval', '--dataset', dataset),
      runJson('eval', '--dataset', dataset, '--limit', '1'),
    ])
    expect(people.code).toBe(0)
    expect(people.stdout).toMatch(/^recallAt1 +1$/m)
    expect(machines.code).toBe(0)
    expect(machines.json).toMatchObject({
      passages: 1,
      questions: 1,
      recallAt1: 1,
      quoteHitAt1: 1,
      verbatim: 1,
    })
  })

  it('names file and line of what is no dataset', async () => {
    const broken = await makeFolder({
      'passages.jsonl': '{"id":"p1","text":"通航"}\n{"id":\n',
      'questions.jsonl': '',
    })
    const runs = await Promise.all([
      runJson('eval', '--dataset', broken),
      runJson('eval', '--dataset', corpus),
    ])
    expect(runs.map(({ code }) => code)).toEqual([1, 1])
    expect(runs[0]?.json.error).toMatchObject({ code: 'dataset-invalid', file: 'passages.jsonl', line: 2 })
    expect(runs[1]?.json.error.message).toMatch(
      /A dataset is a folder with passages\.jsonl and questions\.jsonl$/,
    )
  })
})
