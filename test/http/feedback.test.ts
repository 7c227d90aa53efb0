import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../src/http/answer-store.ts'
import type { LogEntry } from '../../src/http/middleware/observe.ts'
import type { QuestionSummary, Store } from '../../src/store/store.ts'
import { openStore } from '../support/store.ts'
import { openApp, postJson } from './open-app.ts'

const question = '大桥什么时候通车'
const ask = (app: Hono, asked = question) => app.request(`/api/ask?q=${encodeURIComponent(asked)}`)

let store: Store
let app: Hono
let index: string
beforeEach(async () => {
  store = await openStore()
  app = await openApp({ store, adminToken: 'open-sesame' })
  index = ((await (await app.request('/api/about')).json()) as { index: string }).index
})

/** The questions that are kept, once there are so many of them: they are kept behind the response. */
async function listKept(count: number, from: Store = store): Promise<QuestionSummary[]> {
  const asked = (listed: QuestionSummary[]) => listed.reduce((sum, one) => sum + one.count, 0)
  await expect.poll(async () => asked(await from.listQuestions({}))).toBe(count)
  return from.listQuestions({})
}

function sendVote(vote: Record<string, unknown>, to: Hono = app) {
  return postJson(to, '/api/feedback', JSON.stringify({ question, index, ...vote }))
}

describe('a question', () => {
  it('is kept with what became of it, over the API and the page', async () => {
    expect((await ask(app)).status).toBe(200)
    await postJson(app, '/api/ask', JSON.stringify({ question: '大桥什么时候通车？' }))
    await app.request(`/?q=${encodeURIComponent(question)}`)
    const declined = await (await ask(app, '火星殖民地的电费')).json()
    expect(declined).toMatchObject({ kind: 'abstention' })
    const [first, second] = await listKept(4)
    expect(first).toMatchObject({
      question,
      count: 3,
      abstained: 0,
      nearest: { confidence: expect.any(Number) },
    })
    expect(second).toMatchObject({ question: '火星殖民地的电费', count: 1, abstained: 1 })
    const answer = (await (await ask(app)).json()) as { quotes: { citation: Record<string, unknown> }[] }
    const { record, span, title } = answer.quotes[0]?.citation ?? {}
    expect(first?.nearest).toMatchObject({ record, span, title })
  })

  it('is kept each time, also where the answer itself was kept and is sent at once', async () => {
    const kept = await openApp({ store, answers: createMemoryStore() })
    for (let times = 0; times < 4; times++) expect((await ask(kept)).status).toBe(200)
    const [first] = await listKept(4)
    expect(first).toMatchObject({ question, count: 4 })
  })

  it('is not kept where it is refused, and not where its answer is unchanged', async () => {
    expect((await ask(app, ' ')).status).toBe(400)
    const tag = (await ask(app)).headers.get('ETag') ?? ''
    const path = `/api/ask?q=${encodeURIComponent(question)}`
    expect((await app.request(path, { headers: { 'If-None-Match': tag } })).status).toBe(304)
    await listKept(1)
  })

  it('is answered with the same bytes as without a store', async () => {
    const without = await openApp()
    expect(await (await ask(app)).text()).toBe(await (await ask(without)).text())
  })

  it('is answered where the store fails or hangs; only the fault is logged, not the question', async () => {
    const entries: LogEntry[] = []
    const log = (entry: LogEntry) => void entries.push(entry)
    const broken = { ...store, keepQuestion: () => Promise.reject(new Error('the disk is full')) }
    expect((await ask(await openApp({ store: broken, log }))).status).toBe(200)
    const faults = () => entries.filter(({ level }) => level === 'error')
    await expect.poll(faults).toHaveLength(1)
    expect(faults()[0]).toMatchObject({ message: 'question not kept', method: 'GET', path: '/api/ask' })
    expect(faults()[0]?.requestId).toMatch(/^[\w-]{36}$/u)
    expect(JSON.stringify(entries)).not.toContain(question)
    const hanging = await openApp({ store: { ...store, keepQuestion: () => new Promise<never>(() => {}) } })
    for (let times = 0; times < 3; times++) expect((await ask(hanging)).status).toBe(200)
  })

  it('is one of a thousand at most that wait for a store that hangs', async () => {
    let waiting = 0
    const hang = () => {
      waiting++
      return new Promise<never>(() => {})
    }
    const hanging = await openApp({ store: { ...store, keepQuestion: hang }, answers: createMemoryStore() })
    for (let times = 0; times < 1100; times++) await ask(hanging)
    await expect.poll(() => waiting).toBe(1000)
    await ask(hanging)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(waiting).toBe(1000)
  })

  it('is kept after the response, in what a runtime lets end', async () => {
    let isKept = false
    const slow: Store = {
      ...store,
      async keepQuestion() {
        isKept = true
      },
    }
    const awaited: Promise<unknown>[] = []
    const context = {
      waitUntil: (work: Promise<unknown>) => void awaited.push(work),
      passThroughOnException() {},
    }
    const slowApp = await openApp({ store: slow })
    await slowApp.request(`/api/ask?q=${encodeURIComponent(question)}`, {}, {}, context as never)
    expect([isKept, awaited.length]).toEqual([false, 1])
    await awaited[0]
    expect(isKept).toBe(true)
  })
})

describe('POST /api/feedback', () => {
  it('keeps the last vote of a user on what the index says to a question', async () => {
    await ask(app)
    await listKept(1)
    for (const vote of ['down', 'down', 'up']) {
      const response = await sendVote({ vote, user: 'wen' })
      expect([response.status, await response.text()]).toEqual([204, ''])
    }
    await sendVote({ vote: 'down', user: 'lin' })
    expect((await listKept(1))[0]).toMatchObject({ up: 1, down: 1 })
    await sendVote({ vote: 'withdrawn', user: 'lin' })
    await sendVote({ vote: 'down', index: 'another' })
    expect((await listKept(1))[0]).toMatchObject({ up: 1, down: 0 })
  })

  it('lets a vote without a user stand by itself', async () => {
    await ask(app)
    await sendVote({ vote: 'down' })
    await sendVote({ vote: 'down' })
    expect((await listKept(1))[0]).toMatchObject({ down: 2 })
  })

  it.each([
    [{ vote: 'left' }, '`vote` must be up, down or withdrawn.', '#/vote'],
    [{}, '`vote` must be up, down or withdrawn.', '#/vote'],
    [{ vote: 'withdrawn' }, 'Give the `user` whose vote is taken back.', '#/user'],
    [{ vote: 'up', user: '' }, 'Give a text that tells users apart.', '#/user'],
    [{ vote: 'up', index: 7 }, 'Give the fingerprint of the index as a string.', '#/index'],
    [{ vote: 'up', question: ' ' }, 'The question is empty. Ask something.', '#/question'],
    [{ vote: 'up', name: 'wen' }, 'Unknown member "name". Allowed: question, index, vote, user.', '#/name'],
  ])('refuses %j with a problem that says why', async (given, detail, pointer) => {
    const response = await sendVote(given)
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 400, detail, errors: [{ detail, pointer }] })
  })

  it('refuses other bodies and methods as other routes do', async () => {
    const long = await sendVote({ vote: 'up', user: 'x'.repeat(70_000) })
    expect([long.status, ((await long.json()) as { code: string }).code]).toEqual([413, 'body-too-large'])
    expect((await postJson(app, '/api/feedback', '{"vote":')).status).toBe(400)
    expect((await app.request('/api/feedback', { method: 'POST', body: 'vote=up' })).status).toBe(415)
    expect((await app.request('/api/feedback')).status).toBe(405)
  })

  it('is limited as questions are', async () => {
    const limited = await openApp({ store, allows: async () => false })
    expect((await sendVote({ vote: 'up' }, limited)).status).toBe(429)
  })

  it('tells nothing of a store that fails', async () => {
    const broken = { ...store, keepVote: () => Promise.reject(new Error('the disk is full')) }
    const response = await sendVote({ vote: 'up' }, await openApp({ store: broken }))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('disk')
  })

  it('is not there without a store, and `/api/about` says so', async () => {
    const without = await openApp()
    expect((await sendVote({ vote: 'up' }, without)).status).toBe(404)
    const feedback = async (of: Hono) =>
      ((await (await of.request('/api/about')).json()) as { feedback: boolean }).feedback
    expect([await feedback(without), await feedback(app)]).toEqual([false, true])
  })
})

describe('GET /admin/questions', () => {
  const read = (query = '', headers: Record<string, string> = {}, from = app) =>
    from.request(`/admin/questions${query}`, { headers: { Authorization: 'Bearer open-sesame', ...headers } })
  beforeEach(async () => {
    await ask(app)
    await ask(app)
    await ask(app, '火星殖民地的电费')
    await listKept(3)
  })

  it('lists what was asked, as JSON', async () => {
    const response = await read()
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toMatchObject({
      limit: 100,
      offset: 0,
      questions: [
        { question, count: 2, abstained: 0 },
        { question: '火星殖民地的电费', count: 1, abstained: 1 },
      ],
    })
  })

  it('lists what nothing answers, a page at a time, from a day on', async () => {
    const list = async (query: string) =>
      ((await (await read(query)).json()) as { questions: QuestionSummary[] }).questions.map(
        ({ count }) => count,
      )
    expect(await list('?only=unanswered')).toEqual([1])
    expect(await list('?limit=1')).toEqual([2])
    expect(await list('?limit=1&offset=1')).toEqual([1])
    expect(await list('?since=2001-01-01')).toEqual([2, 1])
    expect(await list('?since=2999-01-01')).toEqual([])
  })

  it('gives CSV to who prefers it or asks for it', async () => {
    for (const response of [await read('?format=csv'), await read('', { Accept: 'text/csv' })]) {
      expect(response.headers.get('Content-Type')).toMatch(/^text\/csv; charset=utf-8/u)
      expect(response.headers.get('Content-Disposition')).toContain('questions.csv')
      expect(await response.text()).toMatch(/^question,count,last,.*\r\n大桥什么时候通车,2,/u)
    }
    const both = await read('', { Accept: 'application/json, text/csv' })
    expect(both.headers.get('Content-Type')).toBe('application/json')
  })

  it.each([
    ['no token', undefined, 'token-missing'],
    ['another scheme', 'Basic b3Blbi1zZXNhbWU=', 'token-missing'],
    ['a wrong token', 'Bearer open-sesam', 'token-wrong'],
    ['a longer token', 'Bearer open-sesame-', 'token-wrong'],
  ])('refuses %s', async (_what, authorization, code) => {
    const headers = authorization === undefined ? {} : { Authorization: authorization }
    const response = await app.request('/admin/questions?only=nonsense', { headers })
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="lectern"')
    expect(await response.json()).toMatchObject({ status: 401, title: 'Unauthorized', code })
  })

  it.each([
    ['?only=some', '`only` must be all or unanswered.'],
    ['?since=yesterday', '"yesterday" is no date of the calendar, written YYYY-MM-DD.'],
    ['?limit=1001', '`limit` must be a whole number from 1 to 1000.'],
    ['?format=xml', '`format` must be json or csv.'],
  ])('refuses %s', async (query, detail) => {
    const response = await read(query)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ detail })
  })

  it('is not there without a token, or without a store', async () => {
    expect((await read('', {}, await openApp({ store }))).status).toBe(404)
    expect((await read('', {}, await openApp({ adminToken: 'open-sesame' }))).status).toBe(404)
  })
})

describe('the OpenAPI document', () => {
  it('tells of feedback and questions where they are offered', async () => {
    const document = async (of: Hono) =>
      (await (await of.request('/openapi.json')).json()) as {
        paths: Record<string, unknown>
        components: { securitySchemes?: unknown; schemas: Record<string, unknown> }
      }
    const { paths, components } = await document(app)
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/feedback', '/admin/questions']))
    expect(components.securitySchemes).toEqual({ bearer: { type: 'http', scheme: 'bearer' } })
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Feedback', 'QuestionList']))
    const without = await document(await openApp())
    expect(Object.keys(without.paths)).not.toContain('/api/feedback')
  })
})
