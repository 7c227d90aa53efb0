import autocannon from 'autocannon'
import { medians, type Ratios, ratios } from '../figures.ts'
import { startJob } from '../jobs.ts'
import type { Questions } from '../material/questions.ts'
import type { RetrieverName } from '../program-index.ts'
import { tell } from '../tell.ts'
import type { ServeInput } from './serve-job.ts'

export type HttpFigures = {
  /** Requests per second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
}

export interface HttpResult {
  what: string
  figures: HttpFigures
  /** Against the bare route. */
  ratios: Ratios<HttpFigures>
  /** Its rate against that of the bare route whose body has the size of an answer. */
  ofSized: number
}

export interface HttpOptions {
  /** The index folder of each retriever. */
  indexes: ReadonlyMap<RetrieverName, string>
  questions: Questions
  rounds: number
  seconds: number
}

/** As many as a browser opens to one host, and some. */
const connections = 10

/** The server of Lectern and one with bare routes, on this machine only, in turns. */
export async function measureHttp(options: HttpOptions): Promise<HttpResult[]> {
  const scenes = await startScenes(options)
  try {
    for (let round = 0; round < options.rounds; round++) {
      for (const scene of scenes) {
        tell(`server, round ${round + 1} of ${options.rounds}: ${scene.what}`)
        scene.runs.push(await load(scene, options.seconds))
      }
    }
  } finally {
    for (const stop of new Set(scenes.map((scene) => scene.stop))) await stop()
  }
  const [bare, sized] = scenes as [Scene, Scene, ...Scene[]]
  return scenes.map(({ what, runs }) => {
    const figures = medians(runs)
    const ofSized = figures.rate / medians(sized.runs).rate
    return { what, figures, ratios: ratios(figures, medians(bare.runs)), ofSized }
  })
}

// ---------------------------------------------------------------------------

interface Scene {
  what: string
  url: string
  /** Path and query of the next request. */
  next: () => string
  stop: () => Promise<void>
  runs: HttpFigures[]
}

/** The bare routes first. */
async function startScenes({ indexes, questions }: HttpOptions): Promise<Scene[]> {
  const same = toPath(questions.short[0] as string)
  const asked: Scene[] = []
  let body = ''
  for (const [retriever, index] of indexes) {
    const { result: url, stop } = await startJob<string>('serve', { index } satisfies ServeInput)
    body = await read(`${url}${same}`)
    const kinds = [
      { kind: 'same question', next: () => same },
      { kind: 'different questions', next: createDifferent(questions.different) },
    ]
    for (const { kind, next } of kinds)
      asked.push({ what: `/api/ask (${retriever}), ${kind}`, url, next, stop, runs: [] })
  }
  const { result: url, stop } = await startJob<string>('serve', { body } satisfies ServeInput)
  return [
    { what: 'bare Hono route', url, next: () => '/bare', stop, runs: [] },
    { what: 'bare Hono route, body of an answer', url, next: () => '/sized', stop, runs: [] },
    ...asked,
  ]
}

/** No question twice: when all have been asked, each gets a number. */
function createDifferent(questions: readonly string[]): () => string {
  let asked = 0
  return () => {
    const again = Math.floor(asked / questions.length)
    const question = questions[asked++ % questions.length] as string
    return toPath(again === 0 ? question : `${question}${again}`)
  }
}

function toPath(question: string): string {
  return `/api/ask?q=${encodeURIComponent(question)}`
}

async function load({ url, next }: Scene, seconds: number): Promise<HttpFigures> {
  await read(`${url}${next()}`)
  const { requests, latency, duration, errors, non2xx } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
  })
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} of the requests failed`)
  return { rate: requests.total / duration, p50: latency.p50, p99: latency.p99 }
}

async function read(url: string): Promise<string> {
  const answered = await fetch(url)
  if (!answered.ok) throw new Error(`the server answered ${answered.status}`)
  return answered.text()
}
