import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Abstention, Answer, Citation, Quote } from '../../src/answer/answer.ts'
import { type BareServer, serveBare } from './widget-servers.ts'

/** A server whose every folder has its own way to answer: `src` is `<url>/<way>`. */
export interface FakeServer extends BareServer {
  /** Paths and bodies of what it has been asked. */
  requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[]
  /** What the way `told` answers to questions. */
  told: unknown
  about: unknown
}

export const fakeWays = [
  'told',
  'html',
  'half',
  'shape',
  'fault',
  'busy',
  'never',
  'slow',
  'cut',
  'refuse',
] as const

export type FakeWay = (typeof fakeWays)[number]

export async function serveFake(): Promise<FakeServer> {
  const fake: Omit<FakeServer, 'url' | 'close'> = { requests: [], told: makeAnswer(), about: undefined }
  const server = await serveBare(async (request, response) => {
    const url = request.url ?? ''
    const { method = '', headers } = request
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
    if (method === 'OPTIONS') return void response.end()
    const parts: string[] = []
    for await (const part of request) parts.push(String(part))
    fake.requests.push({ method, url, headers, body: parts.join('') })
    const [, way = '', , what = ''] = new URL(url, 'http://fake').pathname.split('/')
    if (what === 'about')
      return fake.about === undefined ? void response.end('{}') : json(response, fake.about)
    if (what === 'feedback') return void response.writeHead(way === 'told' ? 204 : 500).end()
    ways[way as FakeWay]?.(response, fake)
  })
  return Object.assign(fake, server)
}

export function makeCitation(given: Partial<Citation> = {}): Citation {
  return {
    record: 'heron-bay',
    version: '0123456789abcdef'.repeat(4),
    title: '鹭湾码头情况发布会',
    kind: 'briefing',
    language: 'zh-Hans',
    publisher: '鹭湾新闻办',
    date: '2025-06-03',
    speaker: { name: '江一帆', role: '码头管理处处长' },
    question: { text: '码头什么时候开放？', asker: '鹭湾日报记者' },
    span: { start: 10, end: 24 },
    passage: { start: 10, end: 24 },
    url: '/r/heron-bay#t2',
    source: 'https://heron.example/briefings/3',
    ...given,
  }
}

export function makeQuote(given: Partial<Quote> = {}): Quote {
  return {
    text: '码头将于7月1日上午9时开放。',
    score: 10,
    confidence: 0.9,
    highlights: [{ start: 3, end: 9 }],
    citation: makeCitation(),
    alsoIn: [],
    ...given,
  }
}

export function makeAnswer(given: Partial<Answer> = {}): Answer {
  return {
    kind: 'answer',
    question: '',
    quotes: [makeQuote()],
    followUps: [],
    searched: { records: 3, passages: 40, from: '2024-02-29', to: '2025-06-03' },
    index: 'abc',
    ...given,
  }
}

export function makeAbstention(given: Partial<Abstention> = {}): Abstention {
  return {
    kind: 'abstention',
    question: '',
    reason: 'low-confidence',
    nearest: [makeQuote()],
    missing: [],
    searched: { records: 3, passages: 40, from: '2024-02-29', to: '2025-06-03' },
    index: 'abc',
    ...given,
  }
}

// ---------------------------------------------------------------------------

const ways: Record<FakeWay, (response: ServerResponse, fake: Pick<FakeServer, 'told'>) => void> = {
  told: (response, { told }) => json(response, told),
  html: (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Sign in</h1>'),
  half: (response, { told }) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(told).slice(0, 200)),
  shape: (response) => json(response, { kind: 'answer', quotes: [{ text: 7 }] }),
  fault: (response) => response.writeHead(503, { 'Content-Type': 'text/html' }).end('<h1>Down</h1>'),
  busy: (response) => response.writeHead(429, { 'Retry-After': '7' }).end(),
  never: () => {},
  slow: (response, { told }) => void setTimeout(() => json(response, told), 1000),
  cut: (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' })
    response.write('{"kind":')
    setTimeout(() => response.destroy(), 50)
  },
  refuse: (response) =>
    json(response, { status: 400, code: 'filter-invalid', detail: 'Day 31 is not in June.' }, 400),
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
