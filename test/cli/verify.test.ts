import { beforeAll, describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath } from './folders.ts'
import { runCli, runCliReading, runJson } from './run-cli.ts'

const quote = '北湾港现有泊位21个，全部恢复使用。'
let index: string

beforeAll(async () => {
  index = await newPath()
  const corpus = await makeFolder({ 'a.md': harbour('北湾', 21), 'b.md': harbour('南湾', 8) })
  expect((await runCli('index', '--corpus', corpus, '--index', index)).code).toBe(0)
})

describe('lectern verify', () => {
  it('tells a person where the words stand, and how they are written otherwise', async () => {
    const run = await runCli('verify', '北灣港現有泊位21個', '--index', index)
    expect(run).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'Exact. The record holds these words.',
        'Written otherwise: Traditional or Simplified characters.',
        '',
        '“北湾港现有泊位21个”',
        '  — 林海生 (北湾港务局局长), 2025-03-12, 北湾港务简报',
        '  /r/a#t0',
        '',
      ].join('\n'),
    })
  })

  it('shows what was changed, without colours where there is no terminal', async () => {
    const { code, stdout } = await runCli(
      'verify',
      '北湾港现有泊位31个',
      '--index',
      index,
      '--speaker',
      '高屿',
    )
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        'Altered. 80% of the words are the same.',
        '- a number was changed',
        '- the words are not those of the speaker named',
        '',
        '北湾港现有泊位[-21-]{+31+}个',
        '{+only in the quote+} [-only in the record-]',
        '',
        'The record holds:',
        '',
        '“北湾港现有泊位21个”',
        '  — 林海生 (北湾港务局局长), 2025-03-12, 北湾港务简报',
        '  /r/a#t0',
        '',
      ].join('\n'),
    )
  })

  it('shows no changes where only the speaker is another', async () => {
    const { stdout } = await runCli('verify', '北湾港现有泊位21个', '--index', index, '--speaker', '高屿')
    expect(stdout).toContain(
      'Altered. 100% of the words are the same.\n- the words are not those of the speaker named\n\nThe record holds:\n',
    )
  })

  it('says what it searched where it finds nothing', async () => {
    const run = await runCli('verify', '冬天会有一场大雪', '--index', index)
    expect(run.code).toBe(0)
    expect(run.stdout).toBe(
      'Not found. Neither these words nor any near to them stand in the records.\n\nSearched 2 records, 2 passages, 2025-03-12.\n',
    )
  })

  it('prints JSON as the API gives it', async () => {
    const { code, json } = await runJson('verify', quote, '--index', index, '--record', 'a')
    expect(code).toBe(0)
    expect(json).toMatchObject({ kind: 'exact', text: quote, variants: [], citation: { record: 'a' } })
  })

  it('reads a quote from standard input', async () => {
    const { code, stdout } = await runCliReading(`${quote}\n`, 'verify', '-', '--index', index, '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { kind: 'exact', text: quote }])
    const empty = await runCliReading('', 'verify', '-', '--index', index)
    expect([empty.code, empty.stderr]).toEqual([
      2,
      'lectern: The quote is empty: give the words that were published\n',
    ])
  })

  it.each([
    ['that is empty', ['  '], 2, 'quote-empty', 'The quote is empty: give the words that were published'],
    [
      'that is too long',
      ['灯'.repeat(5001)],
      2,
      'quote-too-long',
      'The quote has 5001 characters, 5000 are allowed: verify it in parts',
    ],
    [
      'in a record that is not there',
      ['泊位', '--record', 'c'],
      1,
      'record-unknown',
      'There is no record "c": give the id of one, such as "a"',
    ],
  ])('refuses a quote %s', async (_, args, code, error, message) => {
    const run = await runCli('verify', ...args, '--index', index, '--json')
    expect(run).toEqual({
      code,
      stdout: `${JSON.stringify({ error: { code: error, message } })}\n`,
      stderr: `lectern: ${message}\n`,
    })
  })
})
