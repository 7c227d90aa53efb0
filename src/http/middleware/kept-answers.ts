import type { MiddlewareHandler } from 'hono'
import { executionOf } from '../../behind/execution.ts'
import type { AnswerStore, KeptAnswer } from '../answer-store.ts'
import type { TellAsked } from '../asked.ts'
import { describeRequest } from '../describe-request.ts'

export interface KeptAnswersOptions {
  answers: AnswerStore
  /** Changes when the same request may be answered otherwise. */
  edition: string
  tellAsked: TellAsked
}

/** Sends what was answered to the same address before, and keeps what is answered now. */
export function keptAnswers({ answers, edition, tellAsked }: KeptAnswersOptions): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const key = `${c.req.url}#${edition}`
    const keep = async (answer: KeptAnswer) => answers.keep(key, answer)
    const kept = await answers.read(key).catch(forget)
    if (kept) {
      const question = () => c.req.query('q') ?? ''
      tellAsked({ platform: 'api', question, outcome: kept, request: describeRequest(c) }, executionOf(c))
      return c.body(kept.body, 200, { 'Content-Type': 'application/json' })
    }
    await next()
    const answered: KeptAnswer | undefined = c.get('answered')
    // Let it end behind the response, where a runtime would otherwise stop it.
    if (answered) {
      const keeping = keep(answered).catch(forget)
      executionOf(c)?.waitUntil(keeping)
    }
  }
}

/** A store that fails costs time, and no answer. */
function forget(): undefined {
  return undefined
}
