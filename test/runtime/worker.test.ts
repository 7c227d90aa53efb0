import { readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { nodeAssets } from '../../src/adapter/node-assets.ts'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { packageVersion } from '../../src/cli/version.ts'
import { createApp } from '../../src/http/app.ts'
import { siteUrl } from './worker-bundle.ts'
import { bundleDemonstration, corpus, makeFolder, startWorker } from './worker-project.ts'

const golden = readFileSync(new URL('../golden/questions.jsonl', import.meta.url), 'utf8')
const questions = golden
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { id: string; question: string })

let index: string
let bundle: string
let metafile: string
let worker: string
let node: Hono
/** With an index for MiniSearch; the others hold an image. */
let second: { index: string; worker: string; node: Hono }
beforeAll(async () => {
  const built = await bundleDemonstration()
  index = built.index
  bundle = built.bundle
  metafile = built.metafile
  node = await openNode(index)
  // In pieces, as an image is that the edge would not take whole.
  worker = await startWorker(bundle, index, { pieceSize: 50_000 })
  const other = join(await makeFolder(), 'index')
  await buildCorpusIndex({ corpus, index: other, retriever: 'minisearch', now: () => performance.now() })
  second = { index: other, worker: await startWorker(bundle, other), node: await openNode(other) }
})

async function openNode(folder: string): Promise<Hono> {
  return createApp({
    lectern: createLectern(await openIndexFolder(folder)),
    version: packageVersion,
    assets: nodeAssets(),
    siteUrl,
  })
}

/** What concerns one connection only. */
const ofConnection = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding'])

async function read(response: Response) {
  const headers = [...response.headers].filter(([name]) => !ofConnection.has(name))
  const body = Buffer.from(await response.arrayBuffer()).toString('utf8')
  return { status: response.status, headers: Object.fromEntries(headers), body }
}

/** One request id for both, and no compression: the edge compresses, the app does not. */
const plain = { 'X-Request-Id': 'both', 'Accept-Encoding': 'identity' }

async function askBoth(path: string, { headers, ...init }: RequestInit = {}) {
  const request = { ...init, headers: { ...plain, ...headers } }
  const [onWorker, onNode] = await Promise.all([
    fetch(`${worker}${path}`, request),
    node.request(path, request),
  ])
  return { onWorker: await read(onWorker), onNode: await read(onNode) }
}

describe('Promise 4: the same everywhere', () => {
  it('answers after the first asker has hung up', async () => {
    const hungUp = fetch(`${worker}/api/speakers`, { signal: AbortSignal.timeout(30) })
    await hungUp.then((response) => response.body?.cancel()).catch(() => {})
    const response = await fetch(`${worker}/readyz`)
    expect(response.status).toBe(200)
  })

  it.each(questions)('Worker and Node give the same bytes to $id: $question', async ({ question }) => {
    const { onWorker, onNode } = await askBoth(`/api/ask?q=${encodeURIComponent(question)}`)
    expect(onWorker).toEqual(onNode)
    expect(onWorker.status).toBe(200)
  })

  it('an index for MiniSearch gives the same bytes on both, and the same quotes as an image', async () => {
    for (const { question } of questions) {
      const path = `/api/ask?q=${encodeURIComponent(question)}`
      const onWorker = await read(await fetch(`${second.worker}${path}`, { headers: plain }))
      expect(onWorker).toEqual(await read(await second.node.request(path, { headers: plain })))
      const frozen = JSON.parse((await read(await node.request(path, { headers: plain }))).body)
      expect({ ...JSON.parse(onWorker.body), index: frozen.index }).toEqual(frozen)
    }
  })

  it('answers from the cache at the edge as it answered before', async () => {
    const { question } = questions[0] as (typeof questions)[number]
    const path = `/api/ask?q=${encodeURIComponent(question)}`
    const outcomes = async () =>
      /lectern_outcomes_total\{kind="answer".*\} (\d+)/u.exec(
        await (await fetch(`${worker}/metrics`)).text(),
      )?.[1]
    const first = await read(await fetch(`${worker}${path}`, { headers: plain }))
    const before = Number(await outcomes())
    const again = await read(await fetch(`${worker}${path}`, { headers: plain }))
    expect(again).toEqual(first)
    expect(Number(await outcomes())).toBe(before + 1)
    const tag = first.headers.etag as string
    const unchanged = await fetch(`${worker}${path}`, { headers: { ...plain, 'If-None-Match': tag } })
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
  })

  it.each([
    ['the page', '/', 200],
    ['the page in English with an answer', '/?q=港区去年的集装箱吞吐量是多少&lang=en', 200],
    ['the list of records', '/api/records?offset=2&limit=5', 200],
    ['the speakers', '/api/speakers', 200],
    ['a filtered question', '/api/ask?q=集装箱&from=2025-03-01&kind=briefing&limit=2', 200],
    ['the OpenAPI document', '/openapi.json', 200],
    ['the style sheet', '/style.css', 200],
    ['the icon', '/favicon.svg', 200],
    ['the script of the pages', '/page.js', 200],
    ['the widget', '/widget.js', 200],
    ['what can be asked', '/api/about', 200],
    ['the API documentation', '/docs', 200],
    ["Swagger UI's script", '/docs/swagger-ui-bundle.js', 200],
    ['its health', '/healthz', 200],
    ['its version and index', '/readyz', 200],
    ['a question that is none', '/api/ask?q=%20', 400],
    ['a parameter that is none', '/api/ask?q=港&colour=red', 400],
    ['an address without anything', '/nothing', 404],
    ['a record that is none', '/api/records/nothing', 404],
    ['the page of a record that is none', '/r/nothing', 404],
    ['a URL that is too long', `/api/ask?q=${'a'.repeat(25_000)}`, 414],
  ])('Worker and Node answer alike for %s', async (_what, path, status) => {
    const { onWorker, onNode } = await askBoth(path)
    expect(onWorker).toEqual(onNode)
    expect(onWorker.status).toBe(status)
  })

  it.each([
    ['a question', '/api/ask', 200, '{"question":"集装箱吞吐量","limit":3}'],
    ['a quote that is true', '/api/verify', 200, '{"quote":"今年新建和改擴建學校１９所","speaker":"温以宁"}'],
    [
      'a quote that was altered',
      '/api/verify',
      200,
      '{"quote":"我们支持学校用没收、摔砸这样的办法……更换配餐企业5家"}',
    ],
    ['a quote of a record that is none', '/api/verify', 404, '{"quote":"学校","record":"nothing"}'],
    ['broken JSON', '/api/ask', 400, '{"question":'],
    ['a method that is not offered', '/api/speakers', 405, '{}'],
  ])('Worker and Node answer alike to a POST with %s', async (_what, path, status, body) => {
    const headers = { 'Content-Type': 'application/json' }
    const { onWorker, onNode } = await askBoth(path, { method: 'POST', headers, body })
    expect(onWorker).toEqual(onNode)
    expect(onWorker.status).toBe(status)
  })

  // On a Worker of its own: the proxy of `wrangler dev` hangs after a body that nobody read.
  it('Worker and Node refuse alike a body that is too large', async () => {
    const body = `{"question":"${'a'.repeat(70_000)}"}`
    const request = { method: 'POST', headers: { ...plain, 'Content-Type': 'application/json' }, body }
    const onWorker = await read(await fetch(`${await startWorker(bundle, index)}/api/ask`, request))
    const onNode = await read(await node.request('/api/ask', request))
    expect(onWorker).toEqual(onNode)
    expect(onWorker.status).toBe(413)
  })

  it('Worker and Node show every record alike, to programs and to people', async () => {
    const { records } = (await (await node.request('/api/records?limit=100')).json()) as {
      records: { id: string }[]
    }
    expect(records.length).toBeGreaterThan(9)
    for (const { id } of records) {
      for (const path of [`/api/records/${encodeURIComponent(id)}`, `/r/${encodeURIComponent(id)}?s=3-9`]) {
        const { onWorker, onNode } = await askBoth(path)
        expect(onWorker).toEqual(onNode)
        expect(onWorker.status).toBe(200)
      }
    }
  })

  it('Worker and Node take the same ETag for unchanged', async () => {
    const tag = (await fetch(`${worker}/api/speakers`)).headers.get('ETag') ?? ''
    const { onWorker, onNode } = await askBoth('/api/speakers', { headers: { 'If-None-Match': tag } })
    expect(onWorker).toEqual(onNode)
    expect(onWorker).toMatchObject({ status: 304, body: '' })
  })
})

describe('the Worker', () => {
  it('does not serve the files of the index', async () => {
    const files = readdirSync(index)
    expect(files).toContain('manifest.json')
    for (const path of files.flatMap((file) => [file, `index/${file}`])) {
      expect((await fetch(`${worker}/${path}`)).status).toBe(404)
    }
  })

  it('declines an address that asks too often, and nobody who only reads', async () => {
    const busy = await startWorker(bundle, index, { rateLimit: 60 })
    const ask = () => fetch(`${busy}/api/ask?q=${encodeURIComponent('渡轮')}`, { headers: plain })
    let answered = 0
    let response = await ask()
    // A minute of the clock may end on the way.
    for (; response.status === 200 && answered < 130; answered++) {
      await response.body?.cancel()
      response = await ask()
    }
    expect(answered).toBeGreaterThanOrEqual(60)
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '60'])
    expect(await response.json()).toMatchObject({ code: 'too-many-requests', title: 'Too Many Requests' })
    const page = await fetch(`${busy}/?q=1`, {
      headers: { ...plain, Accept: 'text/html', 'Accept-Language': 'zh-CN' },
    })
    expect([page.status, await page.text()]).toEqual([
      429,
      expect.stringContaining('提问太频繁，请等一分钟再问。'),
    ])
    for (const path of ['/', '/api/records', '/healthz'])
      expect((await fetch(`${busy}${path}`)).status).toBe(200)
  })

  it('says 503 where there is no index', async () => {
    const empty = join(await makeFolder(), 'empty')
    await mkdir(empty)
    const response = await fetch(`${await startWorker(bundle, empty)}/api/ask?q=港`)
    expect(response.status).toBe(503)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'index-unavailable', title: 'Service Unavailable' })
  })

  it('is one file under 1 MB gzipped', () => {
    expect(gzipSync(readFileSync(bundle)).length).toBeLessThan(1_000_000)
  })

  it('imports nothing: no module of Node, nor any other', async () => {
    const { outputs } = JSON.parse(readFileSync(metafile, 'utf8')) as {
      outputs: Record<string, { imports: unknown[] }>
    }
    expect(Object.values(outputs).flatMap(({ imports }) => imports)).toEqual([])
    expect(readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8')).not.toContain(
      'nodejs_compat',
    )
  })
})
