import { beforeAll, describe, expect, it } from 'vitest'
import { makeFolder, newPath } from './folders.ts'
import { runCli, runJson } from './run-cli.ts'
import { startServer } from './start-server.ts'

const document = `---
title: 石桥镇渡口情况
date: 2025-04-01
---

渡口每天开行十八班渡船。
但大风天停航。

渡口的候船室去年翻修，新增座位六十个。
`

let index: string
beforeAll(async () => {
  index = await newPath()
  const corpus = await makeFolder({ 'ferry.md': document })
  expect((await runCli('index', '--corpus', corpus, '--index', index)).code).toBe(0)
})

const question = '渡口每天开行多少班渡船'

describe.concurrent('lectern ask', () => {
  it('--explain prints tables that tell why each quote stands there', async () => {
    const { code, stdout } = await runCli('ask', question, '--index', index, '--explain', '--threshold', '0')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ {2}Why here: score \d+\.\d{3}$/m)
    expect(stdout).toMatch(/^ {4}bm25 +\d+\.\d{3} × \S+ +(?:= +)?-?\d/m)
    expect(stdout).toMatch(/^ {2}How sure: confidence 0\.\d{3}, from a sum of -?\d+\.\d{3}$/m)
    expect(stdout).toMatch(/^ {4}渡船 +\d+\.\d{2} {2}in the quote$/m)
  })

  it('--explain --json gives the figures', async () => {
    const { json } = await runJson('ask', question, '--index', index, '--explain', '--threshold', '0')
    const [{ explanation, score }] = json.quotes
    const effects = explanation.features.map(({ effect }: { effect: number }) => effect)
    expect(effects.reduce((sum: number, effect: number) => sum + effect, 0)).toBeCloseTo(score, 9)
  })

  it('--threshold decides whether it abstains', async () => {
    const ask = async (threshold: string) =>
      (await runJson('ask', question, '--index', index, '--threshold', threshold)).json.kind
    expect(await ask('0')).toBe('answer')
    expect(await ask('1')).toBe('abstention')
  })

  it('--quote-chars bounds the length of quotes', async () => {
    const options = ['--index', index, '--threshold', '0', '--quote-chars', '20']
    const { json } = await runJson('ask', '候船室新增多少座位', ...options)
    for (const { text } of json.quotes) expect(text.length).toBeLessThanOrEqual(20)
  })

  it('prints the sentence that a quote would lose', async () => {
    const options = ['--index', index, '--threshold', '0', '--quote-chars', '20']
    const { stdout } = await runCli('ask', question, ...options)
    expect(stdout).toContain('“渡口每天开行十八班渡船。”\n  goes on: 但大风天停航。\n')
  })

  it('heads nearest passages as nearest passages, after what is missing', async () => {
    const { stdout } = await runCli('ask', '火星上的渡口', '--index', index, '--threshold', '1')
    expect(stdout).toMatch(
      /^No answer\. Nothing that was searched mentions “火星”\.\n\nNearest passages, which are not answers:\n/,
    )
  })

  it.each([
    ['--threshold', '2', 'Give a number from 0 to 1.'],
    ['--threshold', 'high', 'Give a number from 0 to 1.'],
    ['--quote-chars', '5', 'Give a whole number from 20 to 2000.'],
  ])('refuses %s %s', async (option, value, advice) => {
    const { code, stderr } = await runCli('ask', question, '--index', index, option, value)
    expect(code).toBe(2)
    expect(stderr).toContain(advice)
  })
})

describe('lectern serve', () => {
  it('takes --threshold and --quote-chars', async () => {
    const ask = async (...options: string[]) => {
      const { url } = await startServer('--index', index, ...options)
      return (await fetch(`${url}/api/ask?q=${encodeURIComponent('候船室新增多少座位')}`)).json()
    }
    expect(await ask('--threshold', '1')).toMatchObject({ kind: 'abstention' })
    const { quotes } = await ask('--threshold', '0', '--quote-chars', '20')
    for (const { text } of quotes) expect(text.length).toBeLessThanOrEqual(20)
  })
})
