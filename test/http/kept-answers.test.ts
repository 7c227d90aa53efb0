import type { Hono } from 'hono'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Lectern } from '../../src/answer/lectern.ts'
import { createMemoryStore } from '../../src/http/answer-store.ts'
import { openApp, openLectern, postJson, writeRecords } from './open-app.ts'

describe('answers that are kept', () => {
  let ask: Lectern['ask']
  let app: Hono
  beforeEach(async () => {
    const lectern = await openLectern(await writeRecords())
    ask = vi.fn(lectern.ask)
    app = await openApp({ lectern: { ...lectern, ask }, answers: createMemoryStore() })
  })

  const read = async (response: Response) => ({
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'x-request-id')),
    body: await response.text(),
  })

  it('are sent again as they were, headers and all, and not worked out anew', async () => {
    for (const question of ['大桥什么时候通车', '火星上有水吗']) {
      const first = await read(await app.request(`/api/ask?q=${question}`))
      expect(first.status).toBe(200)
      expect(await read(await app.request(`/api/ask?q=${question}`))).toEqual(first)
    }
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('are others for other filters, and none for faults', async () => {
    for (const query of ['q=渡口', 'q=渡口&limit=1', 'q=渡口&kind=letter', 'q=渡口&explain=1'])
      await app.request(`/api/ask?${query}`)
    expect(ask).toHaveBeenCalledTimes(4)
    for (const _ of [1, 2]) expect((await app.request('/api/ask?q=')).status).toBe(400)
  })

  it('count as outcomes each time', async () => {
    for (const _ of [1, 2, 3]) await app.request('/api/ask?q=火星上有水吗')
    const metrics = await (await app.request('/metrics')).text()
    expect(metrics).toMatch(/lectern_outcomes_total\{kind="abstention",reason="[\w-]+"\} 3\n/u)
  })

  it('are not those of a POST, which no address tells', async () => {
    for (const _ of [1, 2]) await postJson(app, '/api/ask', '{"question":"渡口"}')
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('go to another origin only where it may ask', async () => {
    const open = await openApp({ answers: createMemoryStore(), corsOrigins: ['https://press.example'] })
    const allowed = async (origin: string) => {
      const response = await open.request('/api/ask?q=大桥', { headers: { Origin: origin } })
      return response.headers.get('Access-Control-Allow-Origin')
    }
    expect(await allowed('https://press.example')).toBe('https://press.example')
    expect(await allowed('https://other.example')).toBeNull()
    expect(await allowed('https://press.example')).toBe('https://press.example')
  })
})

describe('a memory for answers', () => {
  const answer = (body: string) => ({ kind: 'answer' as const, body })

  it('forgets what nobody used for longest once it is full', async () => {
    const store = createMemoryStore(30)
    for (const key of ['a', 'b', 'c']) await store.keep(key, answer('123456789'))
    await store.read('a')
    await store.keep('d', answer('123456789'))
    const kept = await Promise.all(['a', 'b', 'c', 'd'].map((key) => store.read(key)))
    expect(kept.map(Boolean)).toEqual([true, false, true, true])
  })

  it('keeps nothing that is larger than all of it', async () => {
    const store = createMemoryStore(30)
    await store.keep('a', answer('1'))
    await store.keep('b', answer('1'.repeat(40)))
    expect(await store.read('b')).toBeUndefined()
    expect(await store.read('a')).toEqual(answer('1'))
  })

  it('replaces what it has of the same key', async () => {
    const store = createMemoryStore(30)
    for (let time = 0; time < 10; time++) await store.keep('a', answer(String(time)))
    expect(await store.read('a')).toEqual(answer('9'))
  })
})

describe('who asks too often', () => {
  it('is declined for questions and quotes, not for reading', async () => {
    const allows = vi.fn(async () => false)
    const app = await openApp({ allows })
    const refused = await app.request('/api/ask?q=大桥')
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60'])
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests', title: 'Too Many Requests' })
    expect((await postJson(app, '/api/ask', '{"question":"大桥"}')).status).toBe(429)
    expect((await postJson(app, '/api/verify', '{"quote":"大桥"}')).status).toBe(429)
    expect(allows).toHaveBeenCalledTimes(3)
    for (const path of ['/', '/api/records', '/records', '/healthz', '/widget.js?'])
      expect((await app.request(path)).status, path).not.toBe(429)
    expect(allows).toHaveBeenCalledTimes(3)
  })

  it.each([
    ['zh-CN', '提问太频繁，请等一分钟再问。'],
    ['zh-TW', '提問太頻繁，請等一分鐘再問。'],
    ['en', 'Too many questions in a short time. Wait a minute, then ask again.'],
  ])('is told so on a page in %s', async (language, words) => {
    const app = await openApp({ allows: async () => false })
    const headers = { Accept: 'text/html', 'Accept-Language': language }
    const response = await app.request('/?q=大桥', { headers })
    expect([response.status, await response.text()]).toEqual([429, expect.stringContaining(words)])
  })

  it('may read the refusal from an origin that may ask', async () => {
    const app = await openApp({ allows: async () => false, corsOrigins: ['https://press.example'] })
    const response = await app.request('/api/ask?q=大桥', { headers: { Origin: 'https://press.example' } })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://press.example')
  })
})

describe('a store that fails', () => {
  it('costs no answer', async () => {
    const fail = async () => {
      throw new Error('no store')
    }
    const app = await openApp({ answers: { read: fail, keep: fail } })
    const response = await app.request('/api/ask?q=大桥什么时候通车')
    expect([response.status, await response.json()]).toMatchObject([200, { kind: 'answer' }])
  })

  it('holds no answer up', async () => {
    const app = await openApp({ answers: { read: async () => undefined, keep: () => new Promise(() => {}) } })
    expect((await app.request('/api/ask?q=大桥什么时候通车')).status).toBe(200)
  })
})
