import type { ExecutionContext } from 'hono'
import type { Outcome } from '../answer/answer.ts'
import type { Lectern } from '../answer/lectern.ts'
import { createAfterwards } from '../behind/afterwards.ts'
import { toAnswerId } from '../store/answer-id.ts'
import { type KeptQuestion, type Store, toKeptOutcome } from '../store/store.ts'
import type { KeptAnswer } from './answer-store.ts'
import type { Metrics } from './metrics.ts'
import type { Log, LogEntry } from './middleware/observe.ts'

/** A question that has its outcome. */
export interface Asked {
  platform: 'api' | 'page'
  /** Read only if it is kept. */
  question(): string
  outcome: Outcome | KeptAnswer
  /** Who wants to know if it cannot be kept. */
  request: Pick<LogEntry, 'requestId' | 'method' | 'path'>
}

/** Counts what became of a question, and keeps it behind the response. `context` is the runtime's, where it has one. */
export type TellAsked = (asked: Asked, context?: ExecutionContext) => void

export function createTellAsked({ metrics, store, lectern, log, goOn }: TellAskedOptions): TellAsked {
  const afterwards = createAfterwards()
  const keep = async ({ request, ...asked }: Asked, to: Store) => {
    try {
      await to.keepQuestion(await toKeptQuestion(asked, lectern.fingerprint))
    } catch (error) {
      log({ level: 'error', message: 'question not kept', ...request, error })
    }
  }
  return (asked, context) => {
    metrics.observeOutcome(asked.outcome)
    if (!store) return
    afterwards(
      () => keep(asked, store),
      (kept) => (context ? context.waitUntil(kept) : goOn?.(kept)),
    )
  }
}

// ---------------------------------------------------------------------------

interface TellAskedOptions {
  metrics: Metrics
  store: Store | undefined
  lectern: Lectern
  log: Log
  /** Told of what goes on behind a response where the runtime has no context: whoever ends the process waits for it. */
  goOn: ((work: Promise<unknown>) => void) | undefined
}

async function toKeptQuestion(
  { platform, question: read, outcome: given }: Omit<Asked, 'request'>,
  index: string,
): Promise<KeptQuestion> {
  const outcome: Outcome = 'body' in given ? JSON.parse(given.body) : given
  const question = read().trim()
  return { answer: await toAnswerId(question, index), platform, question, ...toKeptOutcome(outcome) }
}
