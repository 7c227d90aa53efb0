import { Agent, get } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { harbour, makeFolder, newPath } from './folders.ts'
import { runCli, runJson } from './run-cli.ts'
import { type StartedServer, startServer } from './start-server.ts'

const question = '北湾港现有多少个泊位'
let index: string
beforeAll(async () => {
  index = await newPath()
  const corpus = await makeFolder({ 'a.md': harbour('北湾', 21) })
  expect((await runCli('index', '--corpus', corpus, '--index', index)).code).toBe(0)
})

/** Sends a signal; resolves to the exit code and the milliseconds until then. */
function stop({ child }: StartedServer, signal: NodeJS.Signals): Promise<[number | null, number]> {
  const begun = performance.now()
  return new Promise((resolve) => {
    child.removeAllListeners('exit').on('exit', (code) => resolve([code, performance.now() - begun]))
    child.kill(signal)
  })
}

describe('lectern serve', () => {
  it('prints its address once it listens, and answers as lectern ask does', async () => {
    const server = await startServer('--index', index)
    expect(server.line).toBe(
      `Lectern listens on ${server.url} (1 records, 1 passages). Stop it with Ctrl-C.\n`,
    )
    const response = await fetch(`${server.url}/api/ask?q=${encodeURIComponent(question)}`)
    const { json } = await runJson('ask', question, '--index', index)
    expect(json.quotes[0].text).toContain('泊位21个')
    expect(await response.json()).toEqual(json)
  })

  it('prints its address as JSON for machines', async () => {
    const { line } = await startServer('--index', index, '--json')
    expect(JSON.parse(line)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      records: 1,
      passages: 1,
      index: expect.any(String),
    })
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'exits 0 within 3 s of %s, though a connection is kept alive',
    async (signal) => {
      const server = await startServer('--index', index)
      const agent = new Agent({ keepAlive: true })
      await new Promise((resolve) =>
        get(`${server.url}/healthz`, { agent }, (response) => response.resume().on('end', resolve)),
      )
      const [code, duration] = await stop(server, signal)
      agent.destroy()
      expect(code).toBe(0)
      expect(duration).toBeLessThan(3000)
    },
  )

  it('says which port is in use and exits 1', async () => {
    const { url } = await startServer('--index', index)
    const { port } = new URL(url)
    const { code, stdout, stderr } = await runCli('serve', '--index', index, '--port', port)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe(
      `lectern: port ${port} is in use on 127.0.0.1: stop the program that holds it, or give another with --port (0 takes any free one)\n`,
    )
  })
})
