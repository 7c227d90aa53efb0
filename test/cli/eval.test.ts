import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ResultLine } from '../../src/eval/results.ts'
import { makeFolder } from './folders.ts'
import { runCli, runJson } from './run-cli.ts'

const passages = ['灯塔高四十一米，是白色的。', '渡轮每天开行18班。', '博物馆周一闭馆。']
const questions = [
  { id: 'height', question: '灯塔高多少米', relevant: ['p0'], answers: ['四十一米'] },
  { id: 'ferry', question: '渡轮每天开行多少班', relevant: ['p1'], answers: ['18班'] },
  { id: 'elsewhere', question: '博物馆周一闭馆吗', relevant: ['p0'], answers: ['白色'] },
  { id: 'camel', question: '骆驼吃什么草', relevant: [], answers: [] },
]
const figures =
  'passages questions recallAt1 recallAt5 recallAt10 mrrAt10 quoteHitAt1 quoteCharsMean verbatim abstention latencyMs'.split(
    ' ',
  )

function toLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('')
}

function parseLines(text: string): ResultLine[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** A folder with two datasets: `港口`, and `en` without unanswerable questions. */
let home: string
let [port, en] = ['', '']
/** What became of each question of `港口`. */
let results: ResultLine[]
beforeAll(async () => {
  const texts = toLines(passages.map((text, at) => ({ id: `p${at}`, text })))
  home = await makeFolder({
    '港口/passages.jsonl': texts,
    '港口/questions.jsonl': toLines(questions),
    'en/passages.jsonl': toLines([{ id: 'p0', text: 'The lighthouse is 41 metres high.' }]),
    'en/questions.jsonl': toLines([
      { id: 'height', question: 'How high is the lighthouse?', relevant: ['p0'], answers: ['41'] },
    ]),
  })
  port = join(home, '港口')
  en = join(home, 'en')
  const out = join(home, 'run.jsonl')
  await runCli('eval', '--dataset', port, '--out', out)
  results = parseLines(await readFile(out, 'utf8'))
})

describe.concurrent('lectern eval of one dataset', () => {
  it('prints exactly its figures as JSON', async () => {
    const { code, json } = await runJson('eval', '--dataset', port)
    expect(code).toBe(0)
    expect(Object.keys(json)).toEqual(figures)
    expect(json).toMatchObject({ questions: 4, recallAt1: 2 / 3, quoteHitAt1: 2 / 3, verbatim: 1 })
  })
})

describe.concurrent('lectern eval of several datasets', () => {
  it('prints one table for people, aligned where names are wide', async () => {
    const { code, stdout } = await runCli('eval', '--dataset', port, '--dataset', en)
    const lines = stdout.trimEnd().split('\n')
    const [first, second] = lines.slice(-2)
    expect(code).toBe(0)
    expect(first).toMatch(/^港口 +3 +4 +0\.6667 /)
    expect(second).toMatch(/^en +\d+ +1 +1\.0000 .* – +– /)
    // A wide character takes two columns.
    const ends = lines.map((line) => line.replace(/\p{Script=Han}/gu, '##').length)
    expect(new Set(ends).size).toBe(1)
    expect(lines.slice(0, -2).join(' ')).toMatch(/dataset.*passages.*questions/)
  })

  it('prints the figures of each by name as JSON, however the folders are given', async () => {
    const runs = await Promise.all([
      runJson('eval', '--dataset', port, '--dataset', en),
      runJson('eval', '--dataset', port, en),
    ])
    for (const { code, json } of runs) {
      expect([code, Object.keys(json)]).toEqual([0, ['datasets']])
      expect(json.datasets.map((report: object) => Object.keys(report))).toEqual([
        ['dataset', ...figures],
        ['dataset', ...figures],
      ])
      expect(json.datasets.map(({ dataset }: ResultLine) => dataset)).toEqual(['港口', 'en'])
    }
  })

  it('needs names that tell them apart', async () => {
    const { code, json } = await runJson('eval', '--dataset', port, `${port}/`)
    expect(code).toBe(2)
    expect(json.error.message).toBe('error: two datasets are named 港口: name each once, or rename a folder')
  })
})

describe.concurrent('lectern eval --out', () => {
  it('writes a line each question, with the quote as it stands in its passage', async () => {
    const out = join(await makeFolder({}), 'run.jsonl')
    const { code } = await runCli('eval', '--dataset', port, en, '--out', out)
    expect(code).toBe(0)
    const lines = parseLines(await readFile(out, 'utf8'))
    expect(lines.map(({ dataset, id }) => `${dataset}/${id}`)).toEqual([
      '港口/height',
      '港口/ferry',
      '港口/elsewhere',
      '港口/camel',
      'en/height',
    ])
    expect(lines[1]).toMatchObject({
      question: '渡轮每天开行多少班',
      rank: 1,
      answerable: true,
      quoteHit: true,
      quote: { text: passages[1], record: 'p1', span: { start: 0, end: passages[1]?.length } },
    })
    expect(lines[2]).toMatchObject({ answerable: true, quoteHit: false, quote: { record: 'p2' } })
    expect(lines[3]).toMatchObject({ rank: null, answerable: false, quote: null, confidence: 0 })
    for (const { latencyMs } of lines) expect(latencyMs).toBeGreaterThan(0)
    expect(await readdir(dirname(out))).toEqual(['run.jsonl'])
  })

  it('leaves an earlier file as it was where the run fails', async () => {
    const folder = await makeFolder({ 'run.jsonl': 'earlier' })
    const { code } = await runCli(
      'eval',
      '--dataset',
      join(home, 'nowhere'),
      '--out',
      join(folder, 'run.jsonl'),
    )
    expect(code).toBe(1)
    expect(await readFile(join(folder, 'run.jsonl'), 'utf8')).toBe('earlier')
  })

  it('writes to what a link points at', async () => {
    const folder = await makeFolder({ 'run.jsonl': 'earlier' })
    await symlink('run.jsonl', join(folder, 'latest'))
    await runCli('eval', '--dataset', en, '--out', join(folder, 'latest'))
    expect(parseLines(await readFile(join(folder, 'run.jsonl'), 'utf8'))).toHaveLength(1)
  })

  it.each([
    ['a missing folder', 'nowhere/run.jsonl', /there is no folder .*nowhere: make it first$/],
    ['the place of a folder', '.', /it is a folder: name a file in it$/],
  ])('refuses %s before it asks anything', async (_, path, says) => {
    const file = join(home, path)
    const { code, json } = await runJson('eval', '--dataset', join(home, 'unread'), '--out', file)
    expect([code, json.error.code]).toEqual([1, 'file-unwritable'])
    expect(json.error.message).toMatch(says)
  })

  it('refuses to put a file in the place of a device', async () => {
    const { code, stderr } = await runCli('eval', '--dataset', en, '--out', '/dev/null')
    expect(code).toBe(1)
    expect(stderr).toBe('lectern: cannot write /dev/null: it is a device or a pipe: name a file\n')
  })
})

describe.concurrent('lectern eval --against', () => {
  /** What was written, with the rank and hit of some questions changed. */
  async function earlier(changes: Record<string, Partial<ResultLine>>): Promise<string> {
    const changed = results.map((line) => ({ ...line, ...changes[line.id] }))
    return join(await makeFolder({ 'before.jsonl': toLines(changed) }), 'before.jsonl')
  }

  it('names the questions won and lost, with a sign test', async () => {
    const before = await earlier({ ferry: { rank: 2, quoteHit: false }, elsewhere: { rank: 1 } })
    const [people, machines] = await Promise.all([
      runCli('eval', '--dataset', port, '--against', before),
      runJson('eval', '--dataset', port, '--against', before),
    ])
    expect(machines.json).toMatchObject({ recallAt1: 2 / 3, comparison: { against: before } })
    expect(machines.json.comparison.datasets).toEqual([
      {
        dataset: '港口',
        questions: 4,
        answerable: 3,
        recallAt1: { before: 2 / 3, after: 2 / 3, won: ['ferry'], lost: ['elsewhere'], pValue: 1 },
        quoteHitAt1: { before: 1 / 3, after: 2 / 3, won: ['ferry'], lost: [], pValue: 1 },
        onlyBefore: [],
        onlyAfter: [],
      },
    ])
    expect(people.stdout).toMatch(/^港口 +recallAt1 +0\.6667 +0\.6667 +1 +1 +1\.0000$/m)
    expect(people.stdout).toContain('港口: recallAt1 lost (1): elsewhere\n')
    expect(people.code).toBe(0)
  })

  it('counts and names the questions of one run only', async () => {
    const before = await earlier({ ferry: { id: 'boat' } })
    const { stdout } = await runCli('eval', '--dataset', port, en, '--against', before, '--limit', '3')
    expect(stdout).toContain('港口: only in the earlier run (2): boat, camel\n')
    expect(stdout).toContain('港口: only in this run (1): ferry\n')
    expect(stdout).toContain('en: only in this run (1): height\n')
  })

  it('names some of many questions, and how many more there are', async () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...sample, id: `n${at}` }))
    const folder = await makeFolder({ 'before.jsonl': toLines(many) })
    const { stdout } = await runCli('eval', '--dataset', en, '--against', join(folder, 'before.jsonl'))
    expect(stdout).toMatch(/^en: only in the earlier run \(30\): n0, n1, .*n11 and 18 more$/m)
    expect(stdout).toContain('No question stands in both.')
  })

  it('may be replaced by --out in the same run', async () => {
    const file = await earlier({ ferry: { rank: 2 } })
    const { json } = await runJson('eval', '--dataset', port, '--against', file, '--out', file)
    expect(json.comparison.datasets[0].recallAt1.won).toEqual(['ferry'])
    expect(parseLines(await readFile(file, 'utf8'))[1]?.rank).toBe(1)
  })

  it.each([
    [
      'is not there',
      undefined,
      'results-missing',
      /ENOENT.*Give a file that lectern eval --out has written$/,
    ],
    ['is no JSON', 'rank 1\n', 'results-invalid', /before\.jsonl:1: not JSON .*--out has written$/],
    ['is a dataset', toLines(questions), 'results-invalid', /before\.jsonl:1: dataset: .*--out has written$/],
    ['is empty', '', 'results-invalid', /before\.jsonl:1: no question stands in it/],
  ])('says where and why of a file that %s', async (_, content, code, says) => {
    const folder = await makeFolder(content === undefined ? {} : { 'before.jsonl': content })
    const file = join(folder, 'before.jsonl')
    const { code: exit, json } = await runJson('eval', '--dataset', port, '--against', file)
    expect([exit, json.error.code, json.error.file]).toEqual([1, code, file])
    expect(json.error.message).toMatch(says)
  })

  const sample = {
    dataset: 'en',
    question: 'How high?',
    rank: 1,
    answerable: true,
    quoteHit: true,
    quote: null,
    confidence: 0,
    latencyMs: 1,
  }
})

describe.concurrent('lectern eval --min and --max', () => {
  it('exit 0 where every figure is good enough', async () => {
    const gates = ['--min', 'recallAt1=.66', '--min', 'abstention.auroc=.9', '--max', 'latencyMs.p50=100000']
    const { code, stderr } = await runCli('eval', '--dataset', port, ...gates)
    expect([code, stderr]).toEqual([0, ''])
  })

  it('exit 1 after the table, with a line each figure that falls short', async () => {
    const gates = ['--min', 'recallAt1=.96', 'abstention.auroc=.5', '--max', 'latencyMs.p50=0']
    const { code, stdout, stderr } = await runCli('eval', '--dataset', port, en, ...gates)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^港口 /m)
    expect(stderr.trimEnd().split('\n')).toEqual([
      'lectern: 港口: recallAt1 is 0.6667, less than 0.96',
      expect.stringMatching(/^lectern: 港口: latencyMs\.p50 is [\d.]+, more than 0$/),
      'lectern: en: abstention.auroc cannot be told, and --min asks for 0.5',
      expect.stringMatching(/^lectern: en: latencyMs\.p50 is [\d.]+, more than 0$/),
    ])
  })

  it('tell machines in one object what falls short', async () => {
    const { code, json } = await runJson('eval', '--dataset', port, '--min', 'recallAt1=.96')
    expect(code).toBe(1)
    expect(json).toMatchObject({
      questions: 4,
      shortfalls: [{ dataset: '港口', figure: 'recallAt1', bound: 'min', limit: 0.96, value: 2 / 3 }],
    })
  })

  it.each([
    ['--min', 'recall=.9', '--min takes these figures: passages, questions, recallAt1, '],
    ['--min', 'latencyMs.p50=9', '--min takes these figures: '],
    [
      '--max',
      'recallAt1=.9',
      '--max takes these figures: passages, questions, quoteCharsMean, latencyMs.p50',
    ],
    ['--min', 'recallAt1', 'Give a number, as in recallAt1=.96.'],
    ['--min', 'recallAt1=', 'Give a number, as in recallAt1=.96.'],
    ['--min', 'recallAt1=.9.6', 'Give a number, as in recallAt1=.96.'],
    ['--max', 'latencyMs.p99=ten', 'Give a number, as in latencyMs.p99=.96.'],
  ])('%s %s is a wrong call', async (option, gate, says) => {
    const { code, stdout, stderr } = await runCli('eval', '--dataset', port, option, gate)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(says)
  })
})

describe.concurrent('lectern eval --curve', () => {
  it('prints both tables, and draws them into the file', async () => {
    const file = join(await makeFolder({}), 'curve.svg')
    const { code, stdout } = await runCli('eval', '--dataset', port, '--curve', file)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^threshold +answered +coverage +falseAnswerRate +precision +quotePrecision$/m)
    expect(stdout).toMatch(/^0 +3 +1\.0000 +0\.0000 +0\.6667 +0\.6667$/m)
    expect(stdout.match(/^\d\S* \*/gm)).toHaveLength(1)
    expect(stdout).toMatch(/^0\.0–0\.1 +\d+ /m)
    expect(stdout).toMatch(/^expected calibration error 0\.\d{4}$/m)
    expect(stdout).toContain(`drawn in ${file}\n`)
    expect(await readFile(file, 'utf8')).toMatch(/^<svg [\s\S]*港口: abstention[\s\S]*<\/svg>\n$/)
    expect(await readdir(dirname(file))).toEqual(['curve.svg'])
  })

  it('adds points and bins to the figures as JSON', async () => {
    const folder = join(await makeFolder({}), 'curves')
    const { json } = await runJson('eval', '--dataset', port, en, '--curve', folder)
    expect((await readdir(folder)).sort()).toEqual(['en-curve.svg', '港口-curve.svg'])
    const [{ curve }] = json.datasets
    expect(curve.points.length).toBeGreaterThanOrEqual(21)
    expect(curve.points.map(({ threshold }: { threshold: number }) => threshold)).toContain(curve.threshold)
    expect(curve.points[0]).toMatchObject({ threshold: 0, coverage: 1, answered: 3 })
    expect(curve.reliability.bins).toHaveLength(10)
    expect(curve.reliability.bins.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      4,
    )
    expect(json.datasets[1].curve.points[0].falseAnswerRate).toBeNull()
  })

  it('needs a folder for several datasets, and a place that is free', async () => {
    const folder = await makeFolder({ 'notes.txt': '' })
    await mkdir(join(folder, 'a.svg'))
    const [several, isFolder, isFile, nowhere] = await Promise.all([
      runCli('eval', '--dataset', port, en, '--curve', join(folder, 'all.svg')),
      runCli('eval', '--dataset', port, '--curve', join(folder, 'a.svg')),
      runCli('eval', '--dataset', port, '--curve', join(folder, 'notes.txt')),
      runCli('eval', '--dataset', port, '--curve', join(folder, 'no/where.svg')),
    ])
    expect(several.code).toBe(2)
    expect(several.stderr).toMatch(/all\.svg is one file for 2 datasets: give a folder\n$/)
    expect([isFolder.code, isFile.code, nowhere.code]).toEqual([1, 1, 1])
    expect(isFolder.stderr).toMatch(/a\.svg: it is a folder: name a file in it\n$/)
    expect(isFile.stderr).toMatch(/it is a file: name one that ends in \.svg, or a folder\n$/)
    expect(nowhere.stderr).toMatch(/there is no folder .*no: make it first\n$/)
    expect((await readdir(folder)).map((name) => basename(name)).sort()).toEqual(['a.svg', 'notes.txt'])
  })
})
