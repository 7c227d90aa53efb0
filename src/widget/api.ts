import type { Outcome } from '../answer/answer.ts'
import { type About, isAbout, isOutcome } from './shape.ts'

/** Why a question got no outcome. */
export type Failure =
  | { kind: 'offline' | 'unreachable' | 'timeout' | 'unreadable' }
  | { kind: 'server-error'; status: number }
  /** `seconds` until the server takes questions again. */
  | { kind: 'too-many-requests'; seconds: number }
  /** The server refuses the question itself: asking again the same way is of no use. */
  | { kind: 'refused'; code: string; detail: string }

export type Reply = { kind: 'outcome'; outcome: Outcome } | { kind: 'aborted' } | Failure

/** Names and values as `/api/ask` takes them: `speaker`, `record`, `kind`, `from`, `to`. */
export type Filters = Record<string, string>

export type VoteKind = 'up' | 'down' | 'withdrawn'

export interface Rating {
  question: string
  /** Fingerprint of the index that the answer comes from. */
  index: string
  vote: VoteKind
  /** Tells readers apart, and nobody who. */
  user: string
}

/** How long a server may take, in milliseconds. */
const patience = 15_000
/** Seconds to wait where a server that is asked too much does not say how long. */
const usualWait = 10
/** Longest URL: some servers and proxies take no more than 8 KB, and Chinese grows ninefold in one. */
const longestUrl = 4000
/** Longest answer that is read, in UTF-16 units: to show more would stop the page around the widget. */
const longestBody = 1_000_000
/** Longest wait that is counted down, in seconds. */
const longestWait = 3600

/** Asks the server at `base`. Never throws: what goes wrong is a reply of its own kind. */
export async function askServer(
  base: string,
  question: string,
  { filters = {}, signal }: { filters?: Filters; signal: AbortSignal },
): Promise<Reply> {
  const url = `${base}/api/ask?${new URLSearchParams({ q: question, ...filters })}`
  const sent = await (url.length <= longestUrl
    ? send(url, { signal })
    : send(`${base}/api/ask`, { signal, ...toJson({ question, filters }) }))
  if ('kind' in sent) return sent
  const { response, body } = sent
  if (response.status === 429) {
    return { kind: 'too-many-requests', seconds: readWait(response.headers.get('Retry-After')) }
  }
  if (response.status >= 500) return { kind: 'server-error', status: response.status }
  if (!response.ok) return toRefusal(body)
  return isOutcome(body) ? { kind: 'outcome', outcome: body } : { kind: 'unreadable' }
}

/** What the server tells about itself; undefined where it tells nothing. */
export async function askAbout(base: string): Promise<About | undefined> {
  const sent = await send(`${base}/api/about`)
  return 'body' in sent && sent.response.ok && isAbout(sent.body) ? sent.body : undefined
}

/** Whether the server took the reader's judgement. */
export async function sendRating(base: string, rating: Rating): Promise<boolean> {
  const sent = await send(`${base}/api/feedback`, toJson(rating))
  return 'response' in sent && sent.response.ok
}

// ---------------------------------------------------------------------------

/** `body` is undefined where it is no JSON. */
type Sent =
  | { response: Response; body: unknown }
  | { kind: 'aborted' | 'timeout' | 'offline' | 'unreachable' }

function toJson(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  }
}

async function send(url: string, { signal, ...init }: RequestInit = {}): Promise<Sent> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, patience)
  signal?.addEventListener('abort', abort)
  try {
    const response = await fetch(url, {
      headers: { Accept: 'application/json' },
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    })
    // The text is read apart: a connection that breaks off is another fault than a text that is no JSON.
    return { response, body: parseJson(await response.text()) }
  } catch {
    if (signal?.aborted) return { kind: 'aborted' }
    if (controller.signal.aborted) return { kind: 'timeout' }
    return { kind: navigator.onLine ? 'unreachable' : 'offline' }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

function parseJson(text: string): unknown {
  try {
    return text.length > longestBody ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function toRefusal(body: unknown): Failure {
  const { code, detail } = (body ?? {}) as { code?: unknown; detail?: unknown }
  if (typeof code !== 'string') return { kind: 'unreadable' }
  return { kind: 'refused', code, detail: typeof detail === 'string' ? detail : '' }
}

/** Only the form in seconds: a date would be read against a clock that may be wrong. */
function readWait(header: string | null): number {
  const seconds = /^\d+$/u.test(header ?? '') ? Number(header) : usualWait
  return Math.min(Math.max(seconds, 1), longestWait)
}
