import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bindings } from '../../src/adapter/cloudflare-workers.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { buildIndex } from '../../src/search/build.ts'
import { openIndex } from '../../src/search/open.ts'
import { createD1Store } from '../../src/store/d1-store.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { writeRecords } from '../http/open-app.ts'
import { openD1 } from '../store/d1.ts'

type Worker = typeof import('../../src/adapter/cloudflare-workers.ts').default

const { files } = await buildIndex(await writeRecords(), { lexicon: createLexicon(['大桥', '通车']) })
const context = { waitUntil: () => {} }
const ask = () => new Request('https://press.example/api/ask?q=大桥什么时候通车')

let logged: unknown[][]
/** Loads the module anew, as a new isolate does. */
async function startIsolate(): Promise<Worker> {
  vi.resetModules()
  return (await import('../../src/adapter/cloudflare-workers.ts')).default
}

/** The index as static assets, with a count of what was fetched. */
function serveAssets(refuse: (name: string) => number | undefined = () => undefined) {
  const fetched: string[] = []
  const bindings: Bindings = {
    ASSETS: {
      async fetch({ pathname }) {
        const name = pathname.replace('/index/', '')
        fetched.push(name)
        const status = refuse(name) ?? (files.has(name) ? 200 : 404)
        return new Response(status === 200 ? files.get(name) : 'no', { status })
      },
    },
  }
  return { bindings, fetched }
}

beforeEach(() => {
  vi.stubGlobal('LECTERN_VERSION', '1.2.3')
  logged = []
  const spy = vi.spyOn(console, 'error').mockImplementation((...words) => void logged.push(words))
  return () => {
    spy.mockRestore()
    vi.unstubAllGlobals()
  }
})

describe('an isolate', () => {
  it('fetches nothing before the first request, and each file once for all', async () => {
    const worker = await startIsolate()
    const { bindings, fetched } = serveAssets()
    expect(fetched).toEqual([])
    const first = await Promise.all([1, 2, 3].map(() => worker.fetch(ask(), bindings, context)))
    const later = await worker.fetch(ask(), bindings, context)
    expect([...first, later].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(fetched.sort()).toEqual([...files.keys(), '/prepared.json'].sort())
  })

  it('answers 503 when the index cannot be opened, and opens it at the next request', async () => {
    const worker = await startIsolate()
    let isBroken = true
    const { bindings } = serveAssets((name) => (isBroken && name.startsWith('passages') ? 500 : undefined))
    const refused = await worker.fetch(ask(), bindings, context)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('Retry-After')).toBe('10')
    expect(refused.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(await refused.json()).toMatchObject({ status: 503, code: 'index-unavailable' })
    expect(String(logged[0]?.[1])).toMatch(/static assets answered 500 for index\/passages-/u)
    isBroken = false
    const answered = await worker.fetch(ask(), bindings, context)
    expect(await answered.json()).toMatchObject({ kind: 'answer' })
  })

  it('believes what was prepared of its own index, and nothing else', async () => {
    const lectern = createLectern(await openIndex(async (name) => files.get(name)))
    const { edition, places } = await lectern.prepare(async () => {})
    expect(places.flat().filter(Boolean)).not.toEqual([])
    const nowhere = places.map((own) => own.map(() => null))
    const offered = async (prepared?: object) => {
      const { bindings } = serveAssets()
      const { fetch } = bindings.ASSETS
      bindings.ASSETS.fetch = async (url) =>
        prepared && url.pathname === '/prepared.json' ? Response.json(prepared) : fetch(url)
      const answered = await (await startIsolate()).fetch(ask(), bindings, context)
      return ((await answered.json()) as Answer).followUps
    }
    const expected = await offered()
    expect(expected).not.toEqual([])
    expect(await offered({ edition, places })).toEqual(expected)
    expect(await offered({ edition, places: nowhere })).toEqual([])
    expect(await offered({ edition: `other-${edition}`, places: nowhere })).toEqual(expected)
  })

  it('tells the runtime to let the opening end even if its asker hangs up', async () => {
    const worker = await startIsolate()
    const { bindings, fetched } = serveAssets()
    const awaited: Promise<unknown>[] = []
    const waiting = { waitUntil: (promise: Promise<unknown>) => void awaited.push(promise) }
    const answers = [1, 2].map(() => worker.fetch(ask(), bindings, waiting))
    expect(awaited).toHaveLength(1)
    await awaited[0]
    expect(fetched).toHaveLength(files.size + 1)
    await Promise.all(answers)
  })

  it('tells what is wrong with the index in the log, and not to askers', async () => {
    const worker = await startIsolate()
    const { bindings } = serveAssets((name) => (name.startsWith('records') ? 404 : undefined))
    const body = await (await worker.fetch(ask(), bindings, context)).text()
    expect(body).not.toContain('records-')
    expect(String(logged[0]?.[1])).toMatch(/The index is not whole: records-\S+ is missing/u)
  })

  it('tells a person with a browser in a page, in their language', async () => {
    const worker = await startIsolate()
    const { bindings } = serveAssets(() => 404)
    const headers = { Accept: 'text/html', 'Accept-Language': 'zh-CN' }
    const request = new Request('https://press.example/', { headers })
    const response = await worker.fetch(request, bindings, context)
    expect(response.status).toBe(503)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/u)
    expect(await response.text()).toContain('索引暂时打不开')
  })
})

describe('a Worker with a database', () => {
  const day = 86_400_000
  /** A question of so many days ago, in a database of its own. */
  async function keepOld(days: number) {
    const DB = (await openD1()).openBinding()
    const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
    const store = createD1Store(DB, { now: () => Date.now() - days * day, random })
    await store.keepQuestion({ answer: 'a', platform: 'api', question: '大桥', outcome: 'answer' })
    const count = async () =>
      (await DB.prepare('SELECT count(*) AS kept FROM questions').run()).results[0]?.kept
    expect(await count()).toBe(1)
    return { DB, count }
  }

  it('deletes what is too old when an isolate starts, and when a trigger says so', async () => {
    const worker = await startIsolate()
    const { bindings } = serveAssets()
    const { DB, count } = await keepOld(8)
    await worker.scheduled({}, { ...bindings, DB })
    expect(await count()).toBe(1)
    await worker.scheduled({}, { ...bindings, DB, RETENTION_DAYS: '7' })
    expect(await count()).toBe(0)
    await worker.scheduled({}, bindings)
    const old = await keepOld(91)
    const awaited: Promise<unknown>[] = []
    const waiting = { waitUntil: (promise: Promise<unknown>) => void awaited.push(promise) }
    await worker.fetch(new Request('https://press.example/healthz'), { ...bindings, DB: old.DB }, waiting)
    await Promise.all(awaited)
    expect(await old.count()).toBe(0)
  })

  it('keeps no questions where the log is off', async () => {
    const worker = await startIsolate()
    const { bindings } = serveAssets()
    const { DB, count } = await keepOld(1)
    const awaited: Promise<unknown>[] = []
    const waiting = { waitUntil: (promise: Promise<unknown>) => void awaited.push(promise) }
    expect((await worker.fetch(ask(), { ...bindings, DB, QUESTION_LOG: 'off' }, waiting)).status).toBe(200)
    await Promise.all(awaited)
    expect(await count()).toBe(1)
  })

  it('says in the log which setting it cannot read', async () => {
    const worker = await startIsolate()
    const { bindings } = serveAssets()
    const { DB } = await keepOld(1)
    const response = await worker.fetch(ask(), { ...bindings, DB, RETENTION_DAYS: 'forever' }, context)
    expect(response.status).toBe(503)
    expect(String(logged[0]?.[1])).toContain(
      'RETENTION_DAYS must be a whole number of days from 1, not "forever"',
    )
  })
})
