import type { Outcome } from '../answer/answer.ts'
import type { Failure, Reply } from './api.ts'

export interface AskingHooks {
  send(question: string, signal: AbortSignal): Promise<Reply>
  /** A question goes out. */
  sent(question: string): void
  /** It takes longer than a moment; then longer than people like to wait. */
  waiting(how: 'searching' | 'slow'): void
  answered(question: string, outcome: Outcome): void
  failed(question: string, failure: Failure, retry: () => void): RetryView
  /** Nothing is under way any more. */
  stopped(): void
}

/** Where it is told that a question will be asked again. */
export interface RetryView {
  countDown(seconds: number): void
}

export interface Asking {
  /** Resolves to the outcome; to undefined where there is none, or where another question comes in between. */
  ask(question: string): Promise<Outcome | undefined>
  stop(): void
}

/** Milliseconds until a question that is under way is said to be searched; until it is said to be slow. */
const shortly = 300
const slow = 5000
/** How often a question is asked again by itself when the server is asked too much. */
const mostRetries = 2

/** Asks one question at a time: a new one ends the one before. */
export function createAsking(hooks: AskingHooks): Asking {
  let stopOne = () => {}
  return { ask: (question) => ask(question, 0), stop: () => stopOne() }

  async function ask(question: string, retries: number): Promise<Outcome | undefined> {
    stopOne()
    const controller = new AbortController()
    const { signal } = controller
    stopOne = () => {
      controller.abort()
      hooks.stopped()
    }
    hooks.sent(question)
    const timers = [
      setTimeout(() => hooks.waiting('searching'), shortly),
      setTimeout(() => hooks.waiting('slow'), slow),
    ]
    signal.addEventListener('abort', () => timers.forEach(clearTimeout))
    const reply = await hooks.send(question, signal)
    timers.forEach(clearTimeout)
    if (signal.aborted || reply.kind === 'aborted') return undefined
    if (reply.kind === 'outcome') {
      hooks.answered(question, reply.outcome)
      return reply.outcome
    }
    const again = (by: number) => void ask(question, by)
    const view = hooks.failed(question, reply, () => again(0))
    if (reply.kind === 'offline') window.addEventListener('online', () => again(0), { once: true, signal })
    if (reply.kind === 'too-many-requests' && retries < mostRetries) {
      countDown(reply.seconds, { view, signal, end: () => again(retries + 1) })
    }
    return undefined
  }
}

// ---------------------------------------------------------------------------

function countDown(
  seconds: number,
  { view, signal, end }: { view: RetryView; signal: AbortSignal; end(): void },
): void {
  let left = seconds
  view.countDown(left)
  const timer = setInterval(() => {
    left -= 1
    view.countDown(left)
    if (left > 0) return
    clearInterval(timer)
    end()
  }, 1000)
  signal.addEventListener('abort', () => clearInterval(timer))
}
