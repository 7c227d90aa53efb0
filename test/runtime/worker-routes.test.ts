import type { Hono } from 'hono'
import { inspectRoutes } from 'hono/dev'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { packageVersion } from '../../src/cli/version.ts'
import { createApp } from '../../src/http/app.ts'
import type { QuestionSummary } from '../../src/store/store.ts'
import { openStore } from '../support/store.ts'
import { adminToken, siteUrl } from './worker-bundle.ts'
import { bundleDemonstration, startWorker } from './worker-project.ts'

interface Asked {
  path: string
  status: number
  type: string
  /** What the body holds. */
  holds: string
  /** JSON to send. */
  body?: unknown
}

/** A request for each route of the app. A route without one here fails the test below. */
const requests: Record<string, Asked> = {
  'GET /api/about': { path: '/api/about', status: 200, type: 'application/json', holds: '"feedback":true' },
  'GET /api/ask': { path: '/api/ask?q=港', status: 200, type: 'application/json', holds: '"kind":' },
  'POST /api/ask': {
    path: '/api/ask',
    body: { question: '港区去年的集装箱吞吐量是多少' },
    status: 200,
    type: 'application/json',
    holds: '"kind":"answer"',
  },
  'POST /api/verify': {
    path: '/api/verify',
    body: { quote: '今年新建和改扩建学校19所' },
    status: 200,
    type: 'application/json',
    holds: '"kind":"exact"',
  },
  'POST /api/feedback': {
    path: '/api/feedback',
    body: { question: '港区去年的集装箱吞吐量是多少', index: 'abc', vote: 'up' },
    status: 204,
    type: '',
    holds: '',
  },
  'GET /admin/questions': {
    path: '/admin/questions',
    status: 200,
    type: 'application/json',
    holds: '"questions":',
  },
  'GET /api/records': { path: '/api/records', status: 200, type: 'application/json', holds: '"total":' },
  'GET /api/records/:id': {
    path: '/api/records/{id}',
    status: 200,
    type: 'application/json',
    holds: '"exchanges":',
  },
  'GET /api/speakers': { path: '/api/speakers', status: 200, type: 'application/json', holds: '温以宁' },
  'GET /healthz': { path: '/healthz', status: 200, type: 'application/json', holds: '"ok"' },
  'GET /readyz': { path: '/readyz', status: 200, type: 'application/json', holds: '"ready"' },
  'GET /metrics': { path: '/metrics', status: 200, type: 'text/plain', holds: 'lectern_' },
  'GET /openapi.json': { path: '/openapi.json', status: 200, type: 'application/json', holds: '"/api/ask"' },
  'GET /': { path: '/?q=港区去年的集装箱吞吐量是多少', status: 200, type: 'text/html', holds: '<mark' },
  'GET /r/:id': { path: '/r/{id}.md', status: 200, type: 'text/markdown', holds: 'SHA-256' },
  'GET /records': { path: '/records', status: 200, type: 'text/html', holds: 'href="/r/' },
  'GET /speakers': { path: '/speakers', status: 200, type: 'text/html', holds: '温以宁' },
  'GET /speakers/:name': { path: '/speakers/温以宁', status: 200, type: 'text/html', holds: '温以宁' },
  'GET /embed': { path: '/embed', status: 200, type: 'text/html', holds: 'lectern-chat' },
  'GET /style.css': { path: '/style.css', status: 200, type: 'text/css', holds: '{' },
  'GET /favicon.svg': { path: '/favicon.svg', status: 200, type: 'image/svg+xml', holds: '<svg' },
  'GET /favicon.ico': { path: '/favicon.ico', status: 301, type: '', holds: '' },
  'GET /robots.txt': { path: '/robots.txt', status: 200, type: 'text/plain', holds: 'Sitemap:' },
  'GET /sitemap.xml': { path: '/sitemap.xml', status: 200, type: 'application/xml', holds: '<urlset' },
  // So few pages stand in one sitemap, which has no parts.
  'GET /:sitemap{sitemap-[1-9][0-9]*\\.xml}': {
    path: '/sitemap-1.xml',
    status: 404,
    type: 'application/problem+json',
    holds: '"not-found"',
  },
  'GET /page.js': { path: '/page.js', status: 200, type: 'text/javascript', holds: 'document' },
  'GET /widget.js': { path: '/widget.js', status: 200, type: 'text/javascript', holds: 'lectern-chat' },
  'GET /docs': { path: '/docs', status: 200, type: 'text/html', holds: 'swagger-ui' },
  'GET /docs/init.js': { path: '/docs/init.js', status: 200, type: 'text/javascript', holds: 'SwaggerUI' },
  'GET /docs/docs.css': { path: '/docs/docs.css', status: 200, type: 'text/css', holds: 'body' },
  'GET /docs/swagger-ui.css': {
    path: '/docs/swagger-ui.css',
    status: 200,
    type: 'text/css',
    holds: '.swagger-ui',
  },
  'GET /docs/swagger-ui-bundle.js': {
    path: '/docs/swagger-ui-bundle.js',
    status: 200,
    type: 'text/javascript',
    holds: 'SwaggerUIBundle',
  },
}

let app: Hono
let worker: string
let id: string
beforeAll(async () => {
  const { index, bundle } = await bundleDemonstration()
  worker = await startWorker(bundle, index, { store: true })
  const lectern = createLectern(await openIndexFolder(index))
  const store = await openStore()
  app = createApp({ lectern, version: packageVersion, assets: nodeAssets(), siteUrl, store, adminToken })
  id = encodeURIComponent(lectern.records[0]?.id ?? '')
})

/** What answers a request, middleware aside. */
function routeOf(method: string, path: string): string | undefined {
  const [matched] = app.router.match(method, decodeURI(path.replace(/\?.*/u, '')))
  return matched.map(([[, route]]) => `${route.method} ${route.path}`).at(-1)
}

describe('in workerd', () => {
  it('every route of the app is asked', () => {
    const routes = inspectRoutes(app).filter(({ isMiddleware }) => !isMiddleware)
    const named = new Set(routes.map(({ method, path }) => `${method} ${path}`))
    expect(Object.keys(requests).sort()).toEqual([...named].sort())
  })

  it.each(Object.entries(requests))('%s answers', async (route, { path, status, type, holds, body }) => {
    const asked = path.replace('{id}', id)
    const [method = ''] = route.split(' ')
    expect(routeOf(method, asked)).toBe(route)
    const response = await fetch(`${worker}${asked}`, {
      method,
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${adminToken}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type') ?? '').toMatch(
      new RegExp(`^${type.replace('+', '\\+')}`, 'u'),
    )
    expect(await response.text()).toContain(holds)
  })

  it('questions and votes are kept in D1, also where the cache at the edge answers', async () => {
    const question = '夜班公交什么时候开通？'
    const ask = async () => (await fetch(`${worker}/api/ask?q=${encodeURIComponent(question)}`)).json()
    const { index } = (await ask()) as { index: string }
    await ask()
    const list = async () => {
      const headers = { Authorization: `Bearer ${adminToken}` }
      const response = await fetch(`${worker}/admin/questions`, { headers })
      const { questions } = (await response.json()) as { questions: QuestionSummary[] }
      return questions.find((one) => one.question === question)
    }
    await expect.poll(async () => (await list())?.count).toBe(2)
    for (const vote of ['up', 'down']) {
      const body = JSON.stringify({ question, index, vote, user: 'wen' })
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(`${worker}/api/feedback`, { method: 'POST', headers, body })
      expect(response.status).toBe(204)
    }
    expect(await list()).toMatchObject({ count: 2, up: 0, down: 1, nearest: { record: expect.any(String) } })
  })

  it('nobody reads the questions without the token', async () => {
    expect((await fetch(`${worker}/admin/questions`)).status).toBe(401)
  })
})
