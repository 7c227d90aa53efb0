import fc from 'fast-check'
import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp, openBrokenLectern, postJson } from './open-app.ts'

let app: Hono
beforeAll(async () => {
  app = await openApp()
})

async function problemOf(response: Response | Promise<Response>) {
  const { status, headers } = await response
  const body = await (await response).json()
  expect(headers.get('Content-Type')).toBe('application/problem+json')
  expect(body).toMatchObject({
    type: 'about:blank',
    status,
    instance: expect.stringMatching(/^urn:lectern:request:/u),
  })
  return body
}

describe('a question by GET', () => {
  it.each([
    ['', 'question-empty', 'q'],
    ['q=', 'question-empty', 'q'],
    ['q=%20%E3%80%80', 'question-empty', 'q'],
    ['q=a&q=b', 'question-invalid', 'q'],
    ['q=a&limit=0', 'limit-invalid', 'limit'],
    ['q=a&limit=21', 'limit-invalid', 'limit'],
    ['q=a&limit=2.5', 'limit-invalid', 'limit'],
    ['q=a&limit=0x3', 'limit-invalid', 'limit'],
    ['q=a&limit=', 'limit-invalid', 'limit'],
    ['q=a&from=2025-02-29', 'filter-invalid', 'from'],
    ['q=a&to=yesterday', 'filter-invalid', 'to'],
    ['q=a&from=2025-03-02&to=2025-03-01', 'filter-invalid', 'from'],
    ['q=a&speaker=', 'filter-invalid', 'speaker'],
    ['q=a&explain=yes', 'explain-invalid', 'explain'],
    ['q=a&explain=', 'explain-invalid', 'explain'],
    ['q=a&colour=red', 'parameter-unknown', 'colour'],
  ])('?%s is refused as %s', async (query, code, parameter) => {
    const problem = await problemOf(app.request(`/api/ask?${query}`))
    expect(problem).toMatchObject({ status: 400, code, errors: [{ parameter }] })
  })

  it('may be 2,000 characters long and no longer', async () => {
    expect((await app.request(`/api/ask?q=${'a'.repeat(2000)}`)).status).toBe(200)
    const problem = await problemOf(app.request(`/api/ask?q=${'a'.repeat(2001)}`))
    expect(problem).toMatchObject({ status: 400, code: 'question-too-long' })
    expect(problem.detail).toBe('The question is longer than 2000 characters. Shorten it.')
  })

  it('is told which parameters there are when one is unknown', async () => {
    const { detail } = await problemOf(app.request('/api/ask?q=a&colour=red'))
    expect(detail).toBe(
      'Unknown query parameter "colour". Allowed: q, limit, explain, speaker, from, to, record, kind.',
    )
  })

  it('takes a leap day, and from equal to to', async () => {
    const response = await app.request('/api/ask?q=a&from=2024-02-29&to=2024-02-29')
    expect(response.status).toBe(200)
  })
})

describe('a question by POST', () => {
  it.each([
    ['{}', 'question-empty', '#/question'],
    ['{"question":" "}', 'question-empty', '#/question'],
    ['{"question":7}', 'question-invalid', '#/question'],
    ['{"question":"a","limit":"3"}', 'limit-invalid', '#/limit'],
    ['{"question":"a","limit":1e99}', 'limit-invalid', '#/limit'],
    ['{"question":"a","filters":{"from":"2025-13-01"}}', 'filter-invalid', '#/filters/from'],
    [
      '{"question":"a","filters":{"from":"2025-02-01","to":"2025-01-01"}}',
      'filter-invalid',
      '#/filters/from',
    ],
    ['{"question":"a","filters":[]}', 'filter-invalid', '#/filters'],
    ['{"question":"a","filters":{"a/b":1}}', 'filter-unknown', '#/filters/a~1b'],
    ['{"question":"a","q":"b"}', 'parameter-unknown', '#/q'],
    ['{"question":"a","__proto__":{}}', 'parameter-unknown', '#/__proto__'],
    ['[]', 'request-invalid', '#'],
    ['null', 'request-invalid', '#'],
  ])('%s is refused as %s', async (body, code, pointer) => {
    const problem = await problemOf(postJson(app, '/api/ask', body))
    expect(problem).toMatchObject({ status: 400, code, errors: [{ pointer }] })
  })

  it('is told where its JSON breaks', async () => {
    const { detail, code } = await problemOf(postJson(app, '/api/ask', '{\n  "question": "a",\n}'))
    expect(code).toBe('json-malformed')
    expect(detail).toBe('The JSON is not valid at line 3, column 1 (position 21).')
  })

  it('is told that its JSON ends too early', async () => {
    const { detail } = await problemOf(postJson(app, '/api/ask', '{"question": '))
    expect(detail).toBe('The JSON ends too early at line 1, column 14 (position 13).')
  })

  it('is refused when it is not UTF-8', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"question":"'), 0xc4, 0xe3, 0x22, 0x7d])
    const headers = { 'Content-Type': 'application/json' }
    const problem = await problemOf(app.request('/api/ask', { method: 'POST', body, headers }))
    expect(problem).toMatchObject({ status: 400, code: 'json-malformed', detail: 'The body is not UTF-8.' })
  })

  it('is refused with 415 when it is not said to be JSON', async () => {
    const headers = { 'Content-Type': 'text/plain' }
    const response = await app.request('/api/ask', { method: 'POST', body: '{"question":"a"}', headers })
    expect(response.headers.get('Accept')).toBe('application/json')
    expect(await problemOf(response)).toMatchObject({ status: 415, code: 'content-type-unsupported' })
  })

  it('is refused with 413 above 64 KiB, whether or not the length is told', async () => {
    const body = JSON.stringify({ question: 'a'.repeat(66_000) })
    const told = { 'Content-Length': String(body.length) }
    for (const headers of [{}, told]) {
      expect(await problemOf(postJson(app, '/api/ask', body, headers))).toMatchObject({ status: 413 })
    }
  })

  it('takes JSON nested as deep as fits without falling over', async () => {
    const body = `${'['.repeat(32_000)}${']'.repeat(32_000)}`
    expect(await problemOf(postJson(app, '/api/ask', body))).toMatchObject({ status: 400 })
  })
})

describe('a quote to verify', () => {
  it.each([
    ['{}', 'quote-empty', '#/quote'],
    ['{"quote":" \\n"}', 'quote-empty', '#/quote'],
    ['{"quote":7}', 'quote-invalid', '#/quote'],
    [`{"quote":"${'灯'.repeat(5001)}"}`, 'quote-too-long', '#/quote'],
    ['{"quote":"a","speaker":""}', 'filter-invalid', '#/speaker'],
    ['{"quote":"a","record":7}', 'filter-invalid', '#/record'],
    ['{"quote":"a","limit":3}', 'parameter-unknown', '#/limit'],
    ['[]', 'request-invalid', '#'],
  ])('%.40s is refused as %s', async (body, code, pointer) => {
    const problem = await problemOf(postJson(app, '/api/verify', body))
    expect(problem).toMatchObject({ status: 400, code, errors: [{ pointer }] })
  })

  it('in a record that is not there is refused with 404', async () => {
    const problem = await problemOf(postJson(app, '/api/verify', '{"quote":"大桥","record":"nothing"}'))
    expect(problem).toMatchObject({ status: 404, code: 'record-unknown' })
    expect(problem.detail).toContain('There is no record "nothing"')
  })

  it('is refused when it is no JSON, not said to be JSON, or too large', async () => {
    const malformed = await problemOf(postJson(app, '/api/verify', '{"quote":'))
    expect(malformed).toMatchObject({ status: 400, code: 'json-malformed' })
    const headers = { 'Content-Type': 'text/plain' }
    expect(await problemOf(postJson(app, '/api/verify', '{}', headers))).toMatchObject({ status: 415 })
    const body = JSON.stringify({ quote: 'a'.repeat(66_000) })
    expect(await problemOf(postJson(app, '/api/verify', body))).toMatchObject({ status: 413 })
  })

  it('of any code units never ends in a fault', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), async (units) => {
        const quote = String.fromCharCode(...units)
        const response = await postJson(app, '/api/verify', JSON.stringify({ quote }))
        expect([200, 400]).toContain(response.status)
        JSON.parse(await response.text())
      }),
      { numRuns: 100 },
    ))
})

describe('any question', () => {
  it.each(['？！。，', '🌊🚢👩‍👩‍👧', 'متى يفتح الجسر؟', '\u202Eabc', '\ud800', 'x\udc00y', '\0'])(
    '%j is answered or declined, and given back as it was',
    async (question) => {
      const response = await postJson(app, '/api/ask', JSON.stringify({ question }))
      expect(response.status).toBe(200)
      expect(JSON.parse(await response.text())).toMatchObject({ question })
    },
  )

  it('of any code units never ends in a fault, in the API or on the page', async () => {
    const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(codeUnits, async (units) => {
        const question = String.fromCharCode(...units)
        const posted = await postJson(app, '/api/ask', JSON.stringify({ question }))
        expect([200, 400]).toContain(posted.status)
        JSON.parse(await posted.text())
        const page = await app.request(`/?${new URLSearchParams({ q: question })}`)
        expect([200, 400]).toContain(page.status)
      }),
      { numRuns: 100 },
    )
  })

  it('with broken percent-encoding is no fault', async () => {
    for (const q of ['%', '%E4%BD', '%ED%A0%80', '%FF']) {
      expect((await app.request(`/api/ask?q=${q}`)).status).toBe(200)
      expect((await app.request(`/?q=${q}`)).status).toBe(200)
      expect((await app.request(`/r/${q}`)).status).toBe(404)
    }
  })
})

describe('a request for something else', () => {
  it('is refused with 405 and what is allowed', async () => {
    const response = await app.request('/api/ask', { method: 'DELETE' })
    expect(response.headers.get('Allow')?.split(', ').sort()).toEqual(['GET', 'HEAD', 'POST'])
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' })
    expect((await app.request('/api/records', { method: 'POST' })).headers.get('Allow')).toBe('GET, HEAD')
  })

  it('is refused with 404 where there is nothing', async () => {
    for (const path of ['/nothing', '/api/nothing', '/api/ask/', '/docs']) {
      expect(await problemOf(app.request(path))).toMatchObject({ status: 404, code: 'not-found' })
    }
  })

  it('is told as a page to a person', async () => {
    const response = await app.request('/nothing', { headers: { Accept: 'text/html' } })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有这个页面')
  })

  it('is refused with 414 when the URL is too long, though a question of full length in Chinese fits', async () => {
    const q = '大'.repeat(2000)
    expect((await app.request(`/api/ask?${new URLSearchParams({ q })}`)).status).toBe(200)
    const problem = await problemOf(app.request(`/api/ask?${new URLSearchParams({ q: q + q })}`))
    expect(problem).toMatchObject({ status: 414, code: 'url-too-long' })
  })
})

describe('a fault', () => {
  it('is logged, and told without its inside', async () => {
    const entries: unknown[] = []
    const broken = await openApp({ lectern: await openBrokenLectern(), log: (entry) => entries.push(entry) })
    const response = await broken.request('/api/ask?q=大桥', { headers: { 'X-Request-Id': 'r-1' } })
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ status: 500, code: 'internal', instance: 'urn:lectern:request:r-1' })
    expect(JSON.stringify(problem)).not.toContain('secret')
    expect(entries).toMatchObject([
      { level: 'error', requestId: 'r-1', path: '/api/ask', error: { message: 'secret of the house' } },
      { level: 'info', requestId: 'r-1', status: 500 },
    ])
  })

  it('is told as a page to a person', async () => {
    const broken = await openApp({ lectern: await openBrokenLectern() })
    const response = await broken.request('/?q=大桥', {
      headers: { Accept: 'text/html', 'Accept-Language': 'en' },
    })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).toContain('Something went wrong here')
    expect(text).not.toContain('secret')
  })
})
