import type { MiddlewareHandler } from 'hono'
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
    const key = `${edition}${new URL(c.req.url).search}`
    const kept = await answers.read(key)
    if (kept) {
      metrics.observeOutcome(kept)
      return c.body(kept.body, 200, { 'Content-Type': 'application/json' })
    }
    await next()
    if (c.res.status !== 200) return
    const body = await c.res.clone().text()
    await answers.keep(key, toKept(body))
  }
}

function toKept(body: string): KeptAnswer {
  const { kind, reason } = JSON.parse(body) as KeptAnswer
  return { kind, body, ...(reason !== undefined && { reason }) }
}
