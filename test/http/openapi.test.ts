import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Metrics } from '../../src/http/metrics.ts'
import { openApp } from './open-app.ts'

interface Operation {
  parameters?: { schema: object; example?: unknown }[]
  responses: Record<string, object>
}

interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
}

interface Case {
  path: string
  body?: string
  type?: string
}

const long = `x=${'长'.repeat(30_000)}`

/** For each operation and status that the document tells, requests that end so. 500 has none: see below. */
const cases: Record<string, Record<string, Case[]>> = {
  'get /api/ask': {
    200: [
      { path: '/api/ask?q=大桥什么时候通车' },
      { path: '/api/ask?q=火星上有水吗' },
      { path: '/api/ask?q=渡口&limit=1&speaker=颜青禾&from=2025-01-01&to=2025-12-31&kind=briefing' },
      { path: '/api/ask?q=ladders&record=letter-orchard' },
      { path: '/api/ask?q=大桥什么时候通车&explain=1' },
    ],
    400: [{ path: '/api/ask' }, { path: '/api/ask?q=大桥&limit=21&page=2' }],
    414: [{ path: `/api/ask?${long}` }],
    429: [{ path: '/api/ask?q=大桥' }],
  },
  'post /api/ask': {
    200: [
      { path: '/api/ask', body: '{"question":"大桥什么时候通车","limit":2,"filters":{"kind":"briefing"}}' },
      { path: '/api/ask', body: '{"question":"火星上有水吗"}' },
      { path: '/api/ask', body: '{"question":"渡口的票价是多少钱","explain":true}' },
    ],
    400: [
      { path: '/api/ask', body: '{"question":""}' },
      { path: '/api/ask', body: '{' },
    ],
    413: [{ path: '/api/ask', body: JSON.stringify({ question: 'a'.repeat(70_000) }) }],
    414: [{ path: `/api/ask?${long}`, body: '{}' }],
    415: [{ path: '/api/ask', body: 'question=a', type: 'application/x-www-form-urlencoded' }],
    429: [{ path: '/api/ask', body: '{"question":"大桥"}' }],
  },
  'post /api/verify': {
    200: [
      { path: '/api/verify', body: '{"quote":"大桥计划今年12月28日通车","speaker":"白舟"}' },
      { path: '/api/verify', body: '{"quote":"大橋計劃今年12月28日通車，橋面兩側各有一條三米寬的步道"}' },
      { path: '/api/verify', body: '{"quote":"大桥计划明年11月28日通车"}' },
      { path: '/api/verify', body: '{"quote":"火星上没有水","record":"letter-orchard"}' },
    ],
    400: [
      { path: '/api/verify', body: '{}' },
      { path: '/api/verify', body: '{"quote":" "}' },
    ],
    404: [{ path: '/api/verify', body: '{"quote":"大桥","record":"nothing"}' }],
    413: [{ path: '/api/verify', body: JSON.stringify({ quote: 'a'.repeat(70_000) }) }],
    414: [{ path: `/api/verify?${long}`, body: '{}' }],
    415: [{ path: '/api/verify', body: 'quote=a', type: 'text/plain' }],
    429: [{ path: '/api/verify', body: '{"quote":"大桥"}' }],
  },
  'get /api/about': {
    200: [{ path: '/api/about' }],
    400: [{ path: '/api/about?full=1' }],
    414: [{ path: `/api/about?${long}` }],
  },
  'get /api/records': {
    200: [{ path: '/api/records' }, { path: '/api/records?offset=1&limit=1&kind=letter' }],
    400: [{ path: '/api/records?limit=0' }],
    414: [{ path: `/api/records?${long}` }],
  },
  'get /api/records/{id}': {
    200: [{ path: '/api/records/2025-05-briefing-bridge' }, { path: '/api/records/letter-orchard' }],
    400: [{ path: '/api/records/letter-orchard?full=1' }],
    404: [{ path: '/api/records/nothing' }],
    414: [{ path: `/api/records/letter-orchard?${long}` }],
  },
  'get /api/speakers': {
    200: [{ path: '/api/speakers' }],
    400: [{ path: '/api/speakers?limit=1' }],
    414: [{ path: `/api/speakers?${long}` }],
  },
  'get /healthz': { 200: [{ path: '/healthz' }] },
  'get /readyz': { 200: [{ path: '/readyz' }] },
  'get /metrics': { 200: [{ path: '/metrics' }] },
}

/** Routes for programs. The rest are pages and what pages load. */
const isOperation = (path: string) => /^\/(?:api\/|healthz$|readyz$|metrics$)/u.test(path)

describe('the OpenAPI document', () => {
  let app: Hono
  let broken: Hono
  let busy: Hono
  let document: Document

  beforeAll(async () => {
    app = await openApp()
    broken = await openApp({ metrics: failingMetrics })
    busy = await openApp({ allows: async () => false })
    document = (await (await app.request('/openapi.json')).json()) as Document
  })

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0')
  })

  it('gives examples and patterns that hold', () => {
    const ajv = createValidator(document)
    for (const { parameters = [] } of operations(document)) {
      for (const { example, schema } of parameters) {
        if (example !== undefined) expect(ajv.validate(schema, example), ajv.errorsText()).toBe(true)
      }
    }
    const question = { $ref: 'document#/components/schemas/AskRequest' }
    expect(ajv.validate(question, { question: '港区', limit: 3 }), ajv.errorsText()).toBe(true)
    expect(ajv.validate(question, { question: ' ' })).toBe(false)
    expect(ajv.validate(question, { question: '港区', colour: 'red' })).toBe(false)
  })

  it('tells every route but the pages', () => {
    const told = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path.replace(/\{(\w+)\}/gu, ':$1')}`),
    )
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && isOperation(path))
      .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
    expect([...new Set(served)].sort()).toEqual(told.sort())
  })

  it('tells no operation or status that no case here ends in', () => {
    const told = Object.fromEntries(
      operations(document).map(({ name, responses }) => [
        name,
        Object.keys(responses).filter((status) => status !== '500'),
      ]),
    )
    const walked = Object.fromEntries(
      Object.entries(cases).map(([name, byStatus]) => [name, Object.keys(byStatus)]),
    )
    expect(walked).toEqual(told)
  })

  it('describes every response', async () => {
    const ajv = createValidator(document)
    for (const [name, byStatus] of Object.entries(cases)) {
      for (const [status, requests] of Object.entries(byStatus)) {
        for (const one of requests)
          await validate(ajv, { app: status === '429' ? busy : app, name, status, one })
      }
    }
  })

  it('describes the response to a fault, which tells nothing of the inside', async () => {
    const ajv = createValidator(document)
    for (const { name, responses } of operations(document)) {
      expect(Object.keys(responses), name).toContain('500')
      const [one] = Object.values(cases[name]?.['200'] ?? [])
      const text = await validate(ajv, { app: broken, name, status: '500', one: one as Case })
      expect(text).not.toContain('secret')
    }
  })
})

// ---------------------------------------------------------------------------

const failingMetrics: Metrics = {
  observeRequest() {
    throw new Error('secret of the house')
  },
  observeOutcome() {},
  render: () => '',
}

function operations(document: Document) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  )
}

/** Also refuses members that the document does not tell. */
function createValidator(document: Document): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(closeObjects(document) as object, 'document')
  return ajv
}

function closeObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closeObjects)
  if (typeof schema !== 'object' || schema === null) return schema
  const closed = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closeObjects(value)]))
  return 'type' in schema && schema.type === 'object' ? { additionalProperties: false, ...closed } : closed
}

interface Walk {
  app: Hono
  name: string
  status: string
  one: Case
}

async function validate(ajv: Ajv2020, { app, name, status, one }: Walk): Promise<string> {
  const [method = '', path = ''] = name.split(' ')
  const { body, type = 'application/json' } = one
  const init = body === undefined ? {} : { body, headers: { 'Content-Type': type } }
  const response = await app.request(one.path, { method: method.toUpperCase(), ...init })
  const text = await response.text()
  expect(response.status, `${name} ${one.path.slice(0, 80)} ${text}`).toBe(Number(status))
  const media = response.headers.get('Content-Type')?.split(';')[0] ?? ''
  const pointer = ['paths', path, method, 'responses', status, 'content', media, 'schema']
  const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
  const check = ajv.getSchema(`document#/${escaped.join('/')}`)
  expect(check, `${name} ${status} is told as ${media}`).toBeDefined()
  const valid = check?.(media.includes('json') ? JSON.parse(text) : text)
  expect(valid, `${name} ${one.path} ${JSON.stringify(check?.errors)}`).toBe(true)
  return text
}
