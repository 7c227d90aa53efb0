import type { Context, TypedResponse } from 'hono'
import type { Outcome } from '../../answer/answer.ts'
import type { AskRequest } from '../../answer/lectern.ts'
import { executionOf } from '../../behind/execution.ts'
import { once } from '../../text/once.ts'
import type { KeptAnswer } from '../answer-store.ts'
import { type Api, createRoute } from '../api.ts'
import type { Served } from '../context.ts'
import { describeRequest } from '../describe-request.ts'
import { requireJson } from '../middleware/limits.ts'
import { outcomeSchema } from '../outcome-schema.ts'
import { askBodySchema, askQuerySchema, noQuerySchema, toAskRequest } from '../request.ts'
import { json, refusals } from '../responses.ts'

const outcome = once(() => json('Quotes that answer, or an abstention with a reason.', outcomeSchema()))

const getRoute = createRoute({
  method: 'get',
  path: '/api/ask',
  operationId: 'ask',
  summary: 'Ask a question',
  tags: ['ask'],
  get request() {
    return { query: askQuerySchema() }
  },
  get responses() {
    return { 200: outcome(), ...refusals(400, 414, 429) }
  },
})

const postRoute = createRoute({
  method: 'post',
  path: '/api/ask',
  operationId: 'postAsk',
  summary: 'Ask a question in a JSON body',
  tags: ['ask'],
  middleware: requireJson,
  get request() {
    return {
      query: noQuerySchema(),
      body: { required: true, content: { 'application/json': { schema: askBodySchema() } } },
    }
  },
  get responses() {
    return { 200: outcome(), ...refusals(400, 413, 414, 415, 429) }
  },
})

export function mountAsk(api: Api, { lectern, tellAsked }: Served): void {
  const ask = async (c: Context, request: AskRequest) => {
    const outcome = await lectern.ask(request)
    const question = () => request.question
    tellAsked({ platform: 'api', question, outcome, request: describeRequest(c) }, executionOf(c))
    return outcome
  }
  api.openapi(getRoute, async (c) => {
    const { q, limit, explain, ...filters } = c.req.valid('query')
    const given = await ask(c, toAskRequest(q, { limit, explain, filters }))
    const body = JSON.stringify(given)
    c.set('answered', toKept(given, body))
    return c.body(body, 200, { 'Content-Type': 'application/json' }) as unknown as Sent
  })
  api.openapi(postRoute, async (c) => {
    const { question, ...rest } = c.req.valid('json')
    return c.json(await ask(c, toAskRequest(question, rest)), 200)
  })
}

/** The response of `c.json`, for the types: the body is written here, so that it can be kept as well. */
type Sent = Response & TypedResponse<Outcome, 200, 'json'>

function toKept(outcome: Outcome, body: string): KeptAnswer {
  return outcome.kind === 'answer'
    ? { kind: outcome.kind, body }
    : { kind: outcome.kind, body, reason: outcome.reason }
}
