import { createRoute, z } from '@hono/zod-openapi'
import { findDates } from '../../record/date-range.ts'
import type { App, Served } from '../context.ts'
import { noQuerySchema } from '../request.ts'
import { json, refusals } from '../responses.ts'

const aboutSchema = z
  .object({
    version: z.string().openapi({ description: 'Version of the program.' }),
    index: z.string().openapi({ description: 'Fingerprint of the index.' }),
    records: z.int(),
    passages: z.int(),
    from: z.string().optional().openapi({ description: 'Earliest date of a record.' }),
    to: z.string().optional().openapi({ description: 'Latest date of a record.' }),
    feedback: z.boolean().openapi({ description: 'Whether readers may say if a quote helped.' }),
  })
  .openapi('About')

const aboutRoute = createRoute({
  method: 'get',
  path: '/api/about',
  operationId: 'about',
  summary: 'What can be asked here?',
  tags: ['ask'],
  request: { query: noQuerySchema },
  responses: { 200: json('What is searched, and what is offered.', aboutSchema), ...refusals(400, 414) },
})

export function mountAbout(app: App, { lectern, version }: Served): void {
  const { records, passages } = lectern.counts
  const about = {
    version,
    index: lectern.fingerprint,
    records,
    passages,
    ...findDates(lectern.records),
    feedback: false,
  }
  app.openapi(aboutRoute, (c) => c.json(about, 200))
}
