import type { Hono } from 'hono'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { toOrigin } from '../../src/http/origin.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { openApp, openAppAt, openBrokenLectern, openLectern, postJson, writeRecords } from './open-app.ts'
import { writeBriefing } from './records.ts'

let app: Hono
beforeAll(async () => {
  app = await openApp()
})

const getJson = async (path: string) => (await app.request(path)).json()

describe('the API', () => {
  it('answers with the words of the record', async () => {
    const record = await writeBriefing()
    const { kind, quotes } = await getJson('/api/ask?q=渡口保留到什么时候&limit=1')
    expect(kind).toBe('answer')
    expect(quotes).toHaveLength(1)
    const [{ text, citation }] = quotes
    expect(text).toContain('渡口保留到明年6月')
    expect(text).toBe(record.text.slice(citation.span.start, citation.span.end))
    expect(citation).toMatchObject({ version: record.version, speaker: { name: '颜青禾' } })
  })

  it('gives the same answer to GET and POST, and the one that the library gives', async () => {
    const request = {
      question: '大桥什么时候通车',
      limit: 2,
      filters: { speaker: '白舟', from: '2025-01-01' },
    }
    const posted = await (await postJson(app, '/api/ask', JSON.stringify(request))).json()
    const got = await getJson('/api/ask?q=大桥什么时候通车&limit=2&speaker=白舟&from=2025-01-01')
    const lectern = await openLectern(await writeRecords())
    expect(got).toEqual(posted)
    expect(got).toEqual(await lectern.ask(request))
  })

  it('explains each quote where it is asked to, by GET and by POST', async () => {
    const request = { question: '大桥什么时候通车', explain: true }
    const posted = await (await postJson(app, '/api/ask', JSON.stringify(request))).json()
    expect(posted).toEqual(await getJson('/api/ask?q=大桥什么时候通车&explain=1'))
    for (const { explanation, score } of posted.quotes) {
      const effects = explanation.features.map(({ effect }: { effect: number }) => effect)
      expect(effects.reduce((sum: number, effect: number) => sum + effect, 0)).toBeCloseTo(score, 9)
    }
    for (const path of ['/api/ask?q=大桥什么时候通车', '/api/ask?q=大桥什么时候通车&explain=0']) {
      for (const quote of (await getJson(path)).quotes) expect(quote).not.toHaveProperty('explanation')
    }
  })

  it('offers questions that are answered when they are asked', async () => {
    const eager = await openAppAt(0.01)
    const ask = async (question: string) => {
      const response = await eager.request(`/api/ask?q=${encodeURIComponent(question)}&kind=briefing`)
      return response.json()
    }
    const { followUps } = await ask('渡口保留到什么时候')
    expect(followUps).toEqual([
      { question: '请问大桥什么时候通车，行人能走吗？', url: '/r/2025-05-briefing-bridge#t1' },
    ])
    expect(await ask(followUps[0].question)).toMatchObject({ kind: 'answer' })
  })

  it('verifies a quote as the library does', async () => {
    const lectern = await openLectern(await writeRecords())
    for (const request of [
      { quote: '大橋計劃今年12月28日通車', speaker: '白舟' },
      { quote: '大桥计划今年11月28日通车', record: '2025-05-briefing-bridge' },
      { quote: '火星上没有水也没有桥' },
    ]) {
      const verified = await (await postJson(app, '/api/verify', JSON.stringify(request))).json()
      expect(verified).toEqual(await lectern.verify(request))
    }
  })

  it('tells where a quote stands, and what was changed in one that does not', async () => {
    const record = await writeBriefing()
    const verify = async (request: object) =>
      (await postJson(app, '/api/verify', JSON.stringify(request))).json()
    const { kind, text, citation, variants } = await verify({ quote: '大橋計劃今年12月28日通車' })
    expect([kind, text, variants]).toEqual(['exact', '大桥计划今年12月28日通车', ['script']])
    expect(record.text.slice(citation.span.start, citation.span.end)).toBe(text)
    expect(citation).toMatchObject({ speaker: { name: '白舟' }, version: record.version })
    const altered = await verify({ quote: '渡口保留到明年7月，每天开行18班渡船', speaker: '白舟' })
    expect(altered).toMatchObject({ kind: 'altered', flags: ['number-changed', 'other-speaker'] })
  })

  it('lists the records in index order, page by page', async () => {
    const all = await getJson('/api/records')
    expect(all).toMatchObject({ total: 3, offset: 0, limit: 20 })
    const page = await getJson('/api/records?offset=1&limit=1')
    expect(page).toMatchObject({ total: 3, offset: 1, limit: 1, records: [all.records[1]] })
    expect(all.records[0]).toMatchObject({ id: '2025-05-briefing-bridge', turns: 5, exchanges: 2 })
    expect((await getJson('/api/records?from=2025-01-01')).total).toBe(1)
    expect((await getJson('/api/records?offset=9')).records).toEqual([])
  })

  it('gives a record exactly as it stands in the index', async () => {
    const record: LecternRecord = await writeBriefing()
    expect(await getJson(`/api/records/${record.id}`)).toEqual(record)
  })

  it('finds a record whose id needs escaping', async () => {
    const { records } = await getJson('/api/records?kind=article')
    const { id } = records[0]
    expect(await getJson(`/api/records/${encodeURIComponent(id)}`)).toMatchObject({ id })
  })

  it('lists who can be quoted, the most spoken first, without askers', async () => {
    const { speakers } = await getJson('/api/speakers')
    expect(speakers[0]).toEqual({
      name: '白舟',
      role: '镇交通处处长',
      turns: 2,
      records: ['2025-05-briefing-bridge'],
    })
    expect(JSON.stringify(speakers)).not.toContain('记者')
  })

  it('tells which index it serves', async () => {
    const { fingerprint, counts } = await openLectern(await writeRecords())
    expect(await getJson('/healthz')).toEqual({ status: 'ok' })
    expect(await getJson('/readyz')).toEqual({
      status: 'ready',
      version: '1.2.3',
      index: fingerprint,
      ...counts,
    })
  })
})

describe('a response', () => {
  it('forbids pages everything that does not come from here, and everything inline', async () => {
    for (const path of ['/', '/?q=大桥', '/r/letter-orchard', '/r/nothing']) {
      const response = await app.request(path)
      expect(response.headers.get('Content-Security-Policy')).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
      )
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  })

  it('is not sent again while it is the same, and only then', async () => {
    const first = await app.request('/api/ask?q=大桥')
    const tag = first.headers.get('ETag') ?? ''
    const headers = { 'If-None-Match': tag }
    const again = await app.request('/api/ask?q=大桥', { headers })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('ETag')).toBe(tag)

    const changed = await openApp({ lectern: await openLectern([await writeBriefing()]) })
    expect((await changed.request('/api/ask?q=大桥', { headers })).status).toBe(200)
    const stricter = await openAppAt(1)
    expect(await (await stricter.request('/api/ask?q=大桥', { headers })).json()).toMatchObject({
      kind: 'abstention',
    })
  })

  it('has one ETag for all questions, which changes with everything that answers depend on', async () => {
    const tagOf = async (one: Hono, q = '大桥') => (await one.request(`/api/ask?q=${q}`)).headers.get('ETag')
    const tag = await tagOf(app)
    expect(await tagOf(app, '渡口')).toBe(tag)
    const others = await Promise.all([
      openAppAt(0.9),
      openApp({ version: '1.2.4' }),
      openApp({ lectern: await openLectern([await writeBriefing()]) }),
      openApp({ lectern: await openLectern(await writeRecords(), { quoteChars: 80 }) }),
    ])
    const tags = await Promise.all(others.map((other) => tagOf(other)))
    expect(new Set([tag, ...tags]).size).toBe(5)
  })

  it('is not worked out for who has it', async () => {
    const lectern = await openLectern(await writeRecords())
    const ask = vi.fn(lectern.ask)
    const counting = await openApp({ lectern: { ...lectern, ask } })
    const tag = (await counting.request('/api/ask?q=大桥')).headers.get('ETag') ?? ''
    for (const given of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const response = await counting.request('/api/ask?q=大桥', { headers: { 'If-None-Match': given } })
      expect(response.status).toBe(304)
    }
    expect(ask).toHaveBeenCalledTimes(1)
    await counting.request('/api/ask?q=大桥', { headers: { 'If-None-Match': '"other"' } })
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('to a bad request has no ETag and is never 304', async () => {
    const response = await app.request('/api/ask?q=', { headers: { 'If-None-Match': '*' } })
    expect(response.status).toBe(400)
    expect(response.headers.get('ETag')).toBeNull()
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  it('to HEAD has headers and no body', async () => {
    const response = await app.request('/api/records', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('ETag')).not.toBeNull()
    expect(await response.text()).toBe('')
  })

  it('carries the request id of the client, or a new one', async () => {
    const own = await app.request('/healthz', { headers: { 'X-Request-Id': 'abc-1' } })
    expect(own.headers.get('X-Request-Id')).toBe('abc-1')
    expect((await app.request('/healthz')).headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/u)
  })
})

describe('another origin', () => {
  const headers = { Origin: 'https://press.example' }

  it('may not read answers unless it is listed', async () => {
    const response = await app.request('/api/ask?q=大桥', { headers })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('may read answers when it is, also unchanged ones', async () => {
    const open = await openApp({ corsOrigins: ['https://press.example'] })
    const first = await open.request('/api/ask?q=大桥', { headers })
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('https://press.example')
    const tag = { ...headers, 'If-None-Match': first.headers.get('ETag') ?? '' }
    const again = await open.request('/api/ask?q=大桥', { headers: tag })
    expect(again.status).toBe(304)
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('https://press.example')
    const other = await open.request('/api/ask?q=大桥', { headers: { Origin: 'https://other.example' } })
    expect(other.headers.get('Access-Control-Allow-Origin')).toBeNull()
    const page = await open.request('/', { headers })
    expect(page.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('may read what is wrong with its request, and how long to wait', async () => {
    const open = await openApp({ corsOrigins: ['https://press.example'] })
    const broken = await openApp({
      corsOrigins: ['https://press.example'],
      lectern: await openBrokenLectern(),
    })
    const responses = [
      await open.request('/api/ask?q=', { headers }),
      await open.request(`/api/ask?q=${'a'.repeat(25_000)}`, { headers }),
      await open.request('/api/nothing', { headers }),
      await broken.request('/api/ask?q=大桥', { headers }),
    ]
    expect(responses.map(({ status }) => status)).toEqual([400, 414, 404, 500])
    for (const response of responses) {
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://press.example')
      expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
    }
  })

  it('may be any, where all are listed', async () => {
    const open = await openApp({ corsOrigins: ['*'] })
    const response = await open.request('/api/ask?q=大桥', { headers })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  it.each([
    ['https://press.example/', 'https://press.example'],
    ['HTTPS://Press.example:443', 'https://press.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://发布会.example', 'https://xn--6oqt8izxk.example'],
  ])('%s is listed as browsers send it', (given, origin) => {
    expect(toOrigin(given)).toBe(origin)
  })

  it.each([
    ['press.example', '"press.example" is no origin: give scheme and host'],
    ['ftp://press.example', '"ftp://press.example" is no origin'],
    ['https://press.example/news', 'is more than an origin: give only https://press.example'],
    ['https://me@press.example', 'is more than an origin: give only https://press.example'],
    ['https://press.example?', 'is more than an origin: give only https://press.example'],
    ['', '"" is no origin'],
  ])('%j cannot be listed', async (given, says) => {
    await expect(openApp({ corsOrigins: [given] })).rejects.toThrow(says)
    await expect(openApp({ siteUrl: given })).rejects.toThrow(says)
  })

  it('cannot be all of them for the address of the site', async () => {
    await expect(openApp({ siteUrl: '*' })).rejects.toThrow('"*" is no origin')
  })

  it('may load the widget, listed or not, and nothing else', async () => {
    const open = await openApp({
      assets: { read: async () => ({ body: new Uint8Array([59]), type: 'text/javascript' }) },
    })
    const widget = await open.request('/widget.js', { headers })
    expect(widget.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(widget.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(widget.headers.get('ETag')).toMatch(/^"/u)
    for (const path of ['/page.js', '/style.css', '/', '/api/about']) {
      const { headers } = await open.request(path)
      expect(headers.get('Cross-Origin-Resource-Policy'), path).toBe('same-origin')
    }
  })

  it('may ask first whether it may post JSON', async () => {
    const open = await openApp({ corsOrigins: ['https://press.example'] })
    const asked = { ...headers, 'Access-Control-Request-Method': 'POST' }
    const response = await open.request('/api/ask', { method: 'OPTIONS', headers: asked })
    expect(response.status).toBe(204)
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD,POST')
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type')
  })
})

describe('the metrics', () => {
  it('count requests by route, method and status, and outcomes, and time them', async () => {
    let clock = 0
    const timed = await openApp({ now: () => (clock += 15) })
    await timed.request('/api/ask?q=大桥什么时候通车')
    await timed.request('/?q=火星上有水吗')
    await timed.request('/api/records/nothing')
    await timed.request('/made/up', { method: 'BREW' })
    const response = await timed.request('/metrics')
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    for (const line of [
      'lectern_index_records 3',
      'lectern_http_requests_total{route="/api/ask",method="GET",status="200"} 1',
      'lectern_http_requests_total{route="/api/records/:id",method="GET",status="404"} 1',
      'lectern_http_requests_total{route="unmatched",method="other",status="404"} 1',
      'lectern_outcomes_total{kind="answer",reason=""} 1',
      'lectern_outcomes_total{kind="abstention",reason="no-match"} 1',
      'lectern_http_request_duration_seconds_bucket{route="/api/ask",method="GET",le="0.01"} 0',
      'lectern_http_request_duration_seconds_bucket{route="/api/ask",method="GET",le="0.025"} 1',
      'lectern_http_request_duration_seconds_bucket{route="/api/ask",method="GET",le="+Inf"} 1',
      'lectern_http_request_duration_seconds_sum{route="/api/ask",method="GET"} 0.015',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    expect(text.endsWith('\n')).toBe(true)
  })
})

describe('the log', () => {
  it('tells of each request, but not what was asked', async () => {
    const entries: unknown[] = []
    const logged = await openApp({ log: (entry) => entries.push(entry) })
    await logged.request('/api/ask?q=大桥什么时候通车')
    expect(entries).toMatchObject([{ level: 'info', method: 'GET', path: '/api/ask', status: 200 }])
    expect(JSON.stringify(entries)).not.toContain('大桥')
  })
})
