import * as z from 'zod'
import { findDates } from '../../record/date-range.ts'
import { once } from '../../text/once.ts'
import { type Api, createRoute } from '../api.ts'
import { components } from '../components.ts'
import type { Served } from '../context.ts'
import { noQuerySchema } from '../request.ts'
import { json, refusals } from '../responses.ts'

const aboutSchema = once(() =>
  z
    .object({
      version: z.string().meta({ description: 'Version of the program.' }),
      index: z.string().meta({ description: 'Fingerprint of the index.' }),
      records: z.int(),
      passages: z.int(),
      from: z.string().optional().meta({ description: 'Earliest date of a record.' }),
      to: z.string().optional().meta({ description: 'Latest date of a record.' }),
      feedback: z.boolean().meta({ description: 'Whether readers may say if an answer helped.' }),
    })
    .register(components, { id: 'About' }),
)

const aboutRoute = createRoute({
  method: 'get',
  path: '/api/about',
  operationId: 'about',
  summary: 'What can be asked here?',
  tags: ['ask'],
  get request() {
    return { query: noQuerySchema() }
  },
  get responses() {
    return { 200: json('What is searched, and what is offered.', aboutSchema()), ...refusals(400, 414) }
  },
})

export function mountAbout(api: Api, { lectern, version, takesFeedback }: Served): void {
  const { records, passages } = lectern.counts
  const about = {
    version,
    index: lectern.fingerprint,
    records,
    passages,
    ...findDates(lectern.records),
    feedback: takesFeedback,
  }
  api.openapi(aboutRoute, (c) => c.json(about, 200))
}
