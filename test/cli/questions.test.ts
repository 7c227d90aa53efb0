import { beforeAll, describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath } from './folders.ts'
import { runCli, runJson } from './run-cli.ts'
import { startServer } from './start-server.ts'

const question = '北湾港现有多少个泊位'
let index: string
let url: string

beforeAll(async () => {
  index = await newPath()
  const { code } = await runCli(
    'index',
    '--corpus',
    await makeFolder({ 'a.md': harbour('北湾', 21) }),
    '--index',
    index,
  )
  expect(code).toBe(0)
  ;({ url } = await startServer('--index', index))
})

/** Sends a body as it stands, so that it may hold what no JSON library writes. */
async function post(body: string) {
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(`${url}/api/ask`, { method: 'POST', headers, body })
  return { status: response.status, json: await response.json() }
}

describe('a question that cannot be asked', () => {
  it.each([
    ['empty', '', 'question-empty', 'The question is empty: ask something'],
    ['white space', ' \n　', 'question-empty', 'The question is empty: ask something'],
    [
      '100,000 characters long',
      'a'.repeat(100_000),
      'question-too-long',
      'The question has 100000 characters, 2000 are allowed: ask it in fewer words',
    ],
  ])('because it is %s exits 2', async (_, asked, code, message) => {
    const run = await runCli('ask', asked, '--index', index, '--json')
    expect(run).toEqual({
      code: 2,
      stdout: `${JSON.stringify({ error: { code, message } })}\n`,
      stderr: `lectern: ${message}\n`,
    })
  })

  it.each([
    ['empty', '{"question": ""}', 400, 'question-empty'],
    ['missing', '{}', 400, 'question-empty'],
    ['20,000 characters long', `{"question": "${'问'.repeat(20_000)}"}`, 400, 'question-too-long'],
    ['100,000 characters long', `{"question": "${'问'.repeat(100_000)}"}`, 413, 'body-too-large'],
    [
      'asked with an unknown filter',
      `{"question": "${question}", "filters": {"by": "x"}}`,
      400,
      'filter-unknown',
    ],
    [
      'asked with a day that is none',
      `{"question": "${question}", "filters": {"from": "x"}}`,
      400,
      'filter-invalid',
    ],
    ['asked with limit 0', `{"question": "${question}", "limit": 0}`, 400, 'limit-invalid'],
    ['asked in malformed JSON', `{"question": "${question}",}`, 400, 'json-malformed'],
  ])('because it is %s is refused over HTTP', async (_, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, json: { code, detail: expect.any(String) } })
  })
})

describe('a question without a word to look for', () => {
  it.each([
    ['only punctuation', '？！……，。“”()[]{}*&^%'],
    ['emoji', '🚢⚓️👩🏽‍🚀'],
    ['right-to-left', 'كم عدد الأرصفة في الميناء؟ \u202eשלום'],
    ['control characters', 'a\u0001\u0007\u001b[31m\ufeff'.replace('a', '')],
  ])('made of %s is abstained from', async (_, asked) => {
    const { code, json } = await runJson('ask', asked, '--index', index)
    expect(code).toBe(0)
    expect(json).toMatchObject({ kind: 'abstention', reason: 'no-match', nearest: [], question: asked })
  })

  it.each([
    ['a lone high surrogate', '"\\ud83d"'],
    ['a lone low surrogate', '"\\ude00\\ude00"'],
  ])('made of %s is abstained from', async (_, text) => {
    expect(await post(`{"question": ${text}}`)).toMatchObject({
      status: 200,
      json: { kind: 'abstention', reason: 'no-match' },
    })
  })
})

describe('a question with oddities around its words', () => {
  it('is answered all the same', async () => {
    const odd = [`"\\ud83d${question}\\ude00"`, `"🚢${question}🚢"`, `"\\u202e${question}\\u202c"`]
    for (const text of odd) {
      const { status, json } = await post(`{"question": ${text}}`)
      expect(status).toBe(200)
      expect((json.quotes ?? json.nearest)[0].text, text).toContain('泊位21个')
    }
  })
})
