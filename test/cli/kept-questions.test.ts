import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath } from './folders.ts'
import { finished, runCli, runJson } from './run-cli.ts'
import { startServer } from './start-server.ts'

let index: string
let store: string
beforeAll(async () => {
  index = await newPath()
  const corpus = await makeFolder({ 'a.md': harbour('北湾', 21) })
  expect((await runCli('index', '--corpus', corpus, '--index', index)).code).toBe(0)
  store = join(await makeFolder({}), 'store.db')
  const server = await startServer('--index', index, '--store', store)
  for (const question of ['北湾港现有多少个泊位', '北湾港现有多少个泊位？', '明年春晚谁主持'])
    await (await fetch(`${server.url}/api/ask?q=${encodeURIComponent(question)}`)).text()
  server.child.removeAllListeners('exit').kill('SIGTERM')
  expect((await finished(server.child)).code).toBe(0)
})

describe('lectern questions', () => {
  it('lists what a server was asked, after it has ended', async () => {
    const { code, json } = await runJson('questions', '--store', store)
    expect(code).toBe(0)
    expect(json).toMatchObject({
      limit: 50,
      offset: 0,
      questions: [
        { question: '北湾港现有多少个泊位？', count: 2, abstained: 0, nearest: { title: '北湾港务简报' } },
        { question: '明年春晚谁主持', count: 1, abstained: 1 },
      ],
    })
  })

  it('prints a table for people', async () => {
    const { stdout } = await runCli('questions', '--store', store)
    const time = '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d'
    expect(stdout.split('\n')).toEqual([
      'question                nearest passage        last asked  asked  unanswered  down  up',
      expect.stringMatching(
        new RegExp(`^北湾港现有多少个泊位？  北湾港务简报     ${time}      2           0     0   0$`, 'u'),
      ),
      expect.stringMatching(
        new RegExp(`^明年春晚谁主持          .*${time}      1           1     0   0$`, 'u'),
      ),
      '',
    ])
  })

  it('lists only what nothing answers, from a day on, as many as wanted, as CSV', async () => {
    const list = async (...options: string[]) =>
      (await runCli('questions', '--store', store, '--csv', ...options)).stdout
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',', 2).join(' '))
    expect(await list('--unanswered')).toEqual(['明年春晚谁主持 1'])
    expect(await list('--limit', '1')).toEqual(['北湾港现有多少个泊位？ 2'])
    expect(await list('--since', '2999-01-01')).toEqual([])
  })

  it('says what is wrong with a store that is none, and makes none', async () => {
    const missing = join(index, 'store.db')
    for (let times = 0; times < 2; times++) {
      const { code, stderr } = await runCli('questions', '--store', missing)
      expect([code, stderr]).toEqual([
        1,
        `lectern: there is no store ${missing}: give the file that lectern serve --store names\n`,
      ])
    }
    const text = await runCli('questions', '--store', join(index, 'manifest.json'))
    expect([text.code, text.stderr]).toEqual([1, expect.stringMatching(/^lectern: cannot open the store/u)])
    expect((await runCli('questions')).code).toBe(2)
    expect((await runCli('questions', '--store', '')).code).toBe(2)
    expect((await runCli('questions', '--store', store, '--json', '--csv')).code).toBe(2)
  })
})

describe('lectern serve --store', () => {
  it('keeps no questions with --no-question-log', async () => {
    const silent = join(await makeFolder({}), 'store.db')
    const server = await startServer(
      '--index',
      index,
      '--store',
      silent,
      '--no-question-log',
      '--retention-days',
      '7',
    )
    await (await fetch(`${server.url}/api/ask?q=${encodeURIComponent('北湾港')}`)).text()
    expect(await (await fetch(`${server.url}/api/about`)).json()).toMatchObject({ feedback: true })
    server.child.removeAllListeners('exit').kill('SIGTERM')
    expect((await finished(server.child)).code).toBe(0)
    expect((await runJson('questions', '--store', silent)).json.questions).toEqual([])
  })

  it('does not start where the store cannot be opened', async () => {
    const { code, stderr } = await runCli(
      'serve',
      '--index',
      index,
      '--port',
      '0',
      '--store',
      join(store, 'x.db'),
    )
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^lectern: cannot open the store .*x\.db/u)])
  })
})
