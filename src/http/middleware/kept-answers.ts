import type { Context, ExecutionContext, MiddlewareHandler } from 'hono'
import type { AnswerStore, KeptAnswer } from '../answer-store.ts'
import type { Metrics } from '../metrics.ts'

export interface KeptAnswersOptions {
  answers: AnswerStore
  /** Changes when the same request may be answered otherwise. */
  edition: string
  metrics: Metrics
}

/** Sends what was answered to the same address before, and keeps what is answered now. */
export function keptAnswers({ answers, edition, metrics }: KeptAnswersOptions): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const key = `${c.req.url}#${edition}`
    const keep = async (answer: KeptAnswer) => answers.keep(key, answer)
    const kept = await answers.read(key).catch(forget)
    if (kept) {
      metrics.observeOutcome(kept)
      return c.body(kept.body, 200, { 'Content-Type': 'application/json' })
    }
    await next()
    const answered: KeptAnswer | undefined = c.get('answered')
    if (answered) goOn(c, keep(answered).catch(forget))
  }
}

/** A store that fails costs time, and no answer. */
function forget(): undefined {
  return undefined
}

/** Lets it end behind the response, where a runtime would otherwise stop it. */
function goOn(c: Context, work: Promise<unknown>): void {
  let context: ExecutionContext
  try {
    context = c.executionCtx
  } catch {
    // Node has none, and stops nothing.
    return
  }
  context.waitUntil(work)
}
