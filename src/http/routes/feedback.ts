import { toAnswerId } from '../../store/answer-id.ts'
import type { Store } from '../../store/store.ts'
import { type Api, createRoute } from '../api.ts'
import { feedbackBodySchema } from '../feedback-schema.ts'
import { requireJson } from '../middleware/limits.ts'
import { noQuerySchema } from '../request.ts'
import { refusals } from '../responses.ts'

const feedbackRoute = createRoute({
  method: 'post',
  path: '/api/feedback',
  operationId: 'feedback',
  summary: 'Say whether an answer helped',
  tags: ['ask'],
  middleware: requireJson,
  get request() {
    return {
      query: noQuerySchema(),
      body: { required: true, content: { 'application/json': { schema: feedbackBodySchema() } } },
    }
  },
  get responses() {
    return { 204: { description: 'It is kept.' }, ...refusals(400, 413, 414, 415, 429) }
  },
})

/** Only where there is a store. Answers are kept and sent again, so what names one is what it depends on. */
export function mountFeedback(api: Api, store: Store): void {
  api.openapi(feedbackRoute, async (c) => {
    const { question, index, vote, user = crypto.randomUUID() } = c.req.valid('json')
    await store.keepVote({ platform: 'api', answer: await toAnswerId(question, index), user, vote })
    return c.body(null, 204)
  })
}
