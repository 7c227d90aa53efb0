import * as z from 'zod'
import { csvType, toQuestionsCsv } from '../../store/questions-csv.ts'
import type { Store } from '../../store/store.ts'
import { type Api, createRoute } from '../api.ts'
import { requireBearer } from '../middleware/bearer.ts'
import { questionsQuerySchema, questionsSchema } from '../questions-schema.ts'
import { json, refusals } from '../responses.ts'

/** For the press office; only where there are a store and a token. */
export function mountAdmin(api: Api, { store, token }: { store: Store; token: string }): void {
  const questionsRoute = createRoute({
    method: 'get',
    path: '/admin/questions',
    operationId: 'listQuestions',
    summary: 'List what was asked',
    tags: ['operations'],
    security: [{ bearer: [] }],
    middleware: requireBearer(token),
    get request() {
      return { query: questionsQuerySchema() }
    },
    get responses() {
      const list = json('Questions, most often asked first.', questionsSchema())
      return {
        200: { ...list, content: { ...list.content, 'text/csv': { schema: z.string() } } },
        ...refusals(400, 401, 414),
      }
    },
  })
  api.openapi(questionsRoute, async (c) => {
    const { format = prefersCsv(c.req.header('Accept')) ? 'csv' : 'json', ...given } = c.req.valid('query')
    const { only = 'all', since, limit = 100, offset = 0 } = given
    const filter = { only, limit, offset, ...(since !== undefined && { since }) }
    const questions = await store.listQuestions(filter)
    const headers = { 'Cache-Control': 'no-store', Vary: 'Accept' }
    if (format === 'json') return c.json({ limit, offset, questions }, 200, headers)
    const named = { 'Content-Disposition': 'attachment; filename="questions.csv"' }
    const body = toQuestionsCsv(questions)
    return c.body(body, 200, { ...headers, ...named, 'Content-Type': csvType }) as never
  })
}

// ---------------------------------------------------------------------------

/** CSV is for whoever names it, and not JSON before it. */
function prefersCsv(accept = ''): boolean {
  const types = accept.split(',').map((type) => type.trim().split(';', 1)[0])
  const csv = types.indexOf('text/csv')
  const json = types.indexOf('application/json')
  return csv >= 0 && (json < 0 || csv < json)
}
