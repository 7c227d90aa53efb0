import { get } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { serveNode } from '../../src/adapter/node.ts'
import { type AnswerStore, createMemoryStore } from '../../src/http/answer-store.ts'
import type { AppOptions } from '../../src/http/app.ts'
import type { LogEntry } from '../../src/http/middleware/observe.ts'
import { openApp } from './open-app.ts'

const asked = '/api/ask?q=%E5%A4%A7%E6%A1%A5%E4%BB%80%E4%B9%88%E6%97%B6%E5%80%99%E9%80%9A%E8%BD%A6'
const press = 'https://press.example'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A server with a store that tells how often it was waited for. */
async function serve(options: Partial<AppOptions> = {}) {
  const memory = createMemoryStore()
  const read = vi.fn(memory.read)
  const log = vi.fn<(entry: LogEntry) => void>()
  const app = await openApp({ answers: { ...memory, read }, log, ...options })
  const { url, close } = await serveNode({ app, port: 0 })
  closing.push(close)
  return { app, read, log, ask: (headers = {}) => ask(`${url}${asked}`, headers) }
}

/** As it comes over the wire; all headers but those of the moment. */
function ask(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; headers: string[]; body: string }>((resolve, reject) => {
    get(url, { headers, agent: false }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const sent = Object.entries(response.headers).filter(([name]) => !/^(?:date|x-request-id)$/.test(name))
      const told = sent.map(([name, value]) => `${name}: ${value}`).sort()
      resolve({ status: response.statusCode, headers: told, body: Buffer.concat(chunks).toString() })
    }).on('error', reject)
  })
}

describe('an answer that is at hand', () => {
  it.each([
    { who: 'the site itself', corsOrigins: [], headers: {} },
    { who: 'another site where none may ask', corsOrigins: [], headers: { Origin: press } },
    { who: 'a site that may ask', corsOrigins: [press], headers: { Origin: press } },
    { who: 'a site that may not ask', corsOrigins: [press], headers: { Origin: 'https://other.example' } },
    { who: 'no site', corsOrigins: [press], headers: {} },
    { who: 'any site where all may ask', corsOrigins: ['*'], headers: { Origin: press } },
  ])('is sent as a new one is, headers and all, to $who', async ({ corsOrigins, headers }) => {
    const { ask, read } = await serve({ corsOrigins })
    const answers = []
    for (let time = 0; time < 4; time++) answers.push(await ask(headers))
    expect(answers[0]?.status).toBe(200)
    expect(answers[0]?.headers.length).toBeGreaterThan(15)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    // The first is new, the second shows the headers.
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('has for each origin the headers that are its own', async () => {
    const { ask } = await serve({ corsOrigins: [press, 'https://mirror.example'] })
    const allowed = async (origin?: string) => {
      const { headers } = await ask(origin === undefined ? {} : { Origin: origin })
      return headers.find((header) => header.startsWith('access-control-allow-origin'))
    }
    for (let time = 0; time < 3; time++) {
      expect(await allowed(press)).toBe(`access-control-allow-origin: ${press}`)
      expect(await allowed('https://other.example')).toBeUndefined()
      expect(await allowed('https://mirror.example')).toContain('https://mirror.example')
      expect(await allowed()).toBeUndefined()
    }
  })

  it('is logged and counted as a new one is', async () => {
    const { app, log } = await serve()
    for (let time = 0; time < 4; time++) await app.request(asked)
    const told = log.mock.calls.map(([{ requestId, durationMs, ...entry }]) => entry)
    expect(told).toHaveLength(4)
    for (const entry of told) expect(entry).toEqual(told[0])
    for (const [{ durationMs }] of log.mock.calls) expect(durationMs).toBeGreaterThanOrEqual(0)
    const metrics = await (await app.request('/metrics')).text()
    const labels = 'route="/api/ask",method="GET"'
    expect(metrics).toContain(`lectern_http_requests_total{${labels},status="200"} 4\n`)
    expect(metrics).toContain(`lectern_http_request_duration_seconds_count{${labels}} 4\n`)
    expect(metrics).toContain('lectern_outcomes_total{kind="answer",reason=""} 4\n')
  })

  it('has a request id of its own, or the one that a proxy gave', async () => {
    const { app, log } = await serve()
    const idOf = async (given?: string) => {
      const headers = given === undefined ? {} : { 'X-Request-Id': given }
      const id = (await app.request(asked, { headers })).headers.get('X-Request-Id')
      expect(log.mock.lastCall?.[0].requestId).toBe(id)
      return id
    }
    const own = new Set<string | null>()
    for (let time = 0; time < 5; time++) own.add(await idOf())
    expect(own.size).toBe(5)
    expect(await idOf('from-the_proxy=1')).toBe('from-the_proxy=1')
    expect(await idOf('x'.repeat(255))).toBe('x'.repeat(255))
    for (const wrong of ['x'.repeat(256), 'two words', 'a/b'])
      expect(await idOf(wrong)).toMatch(/^[\da-f-]{36}$/)
  })

  it('is no answer to what asks otherwise', async () => {
    const { app } = await serve()
    for (let time = 0; time < 3; time++) await app.request(asked)
    const tag = (await app.request(asked)).headers.get('ETag') as string
    const unchanged = await app.request(asked, { headers: { 'If-None-Match': tag } })
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
    expect((await app.request(asked, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    const head = await app.request(asked, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await app.request(asked, { method: 'PUT' })).status).toBe(405)
    expect((await app.request(asked, { method: 'POST' })).status).toBe(415)
  })

  it('is refused like any other where somebody asks too often', async () => {
    let left = 3
    const { app } = await serve({ allows: async () => left-- > 0 })
    const statuses = []
    for (let time = 0; time < 5; time++) statuses.push((await app.request(asked)).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  it('is not missed where the store cannot be looked into', async () => {
    const { peek, ...waited } = createMemoryStore()
    const broken: AnswerStore = {
      ...waited,
      peek: () => {
        throw new Error('no store')
      },
    }
    for (const answers of [waited, broken]) {
      const { app } = await serve({ answers })
      for (let time = 0; time < 3; time++)
        expect(await (await app.request(asked)).json()).toMatchObject({ kind: 'answer' })
    }
  })
})
