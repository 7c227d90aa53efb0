import * as z from 'zod'
import type { LecternRecord } from '../../record/record.ts'
import { acceptRecord } from '../../search/lectern-index.ts'
import { type Api, createRoute } from '../api.ts'
import type { Served } from '../context.ts'
import { respondProblem } from '../problem.ts'
import { noQuerySchema, recordsQuerySchema, toFilters } from '../request.ts'
import { json, refusals } from '../responses.ts'
import { recordListSchema, recordSchema, speakersSchema } from '../schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/api/records',
  operationId: 'listRecords',
  summary: 'List the records',
  tags: ['records'],
  get request() {
    return { query: recordsQuerySchema() }
  },
  get responses() {
    return { 200: json('Records in index order.', recordListSchema()), ...refusals(400, 414) }
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/api/records/{id}',
  operationId: 'readRecord',
  summary: 'Read a record',
  tags: ['records'],
  get request() {
    return { params: z.object({ id: z.string() }), query: noQuerySchema() }
  },
  get responses() {
    return { 200: json('The record, whole.', recordSchema()), ...refusals(400, 404, 414) }
  },
})

const speakersRoute = createRoute({
  method: 'get',
  path: '/api/speakers',
  operationId: 'listSpeakers',
  summary: 'List who speaks',
  tags: ['records'],
  get request() {
    return { query: noQuerySchema() }
  },
  get responses() {
    return {
      200: json(
        'Who replies or makes statements, by number of turns. Askers are left out.',
        speakersSchema(),
      ),
      ...refusals(400, 414),
    }
  },
})

export function mountRecords(api: Api, { lectern: { records }, speakers }: Served): void {
  const byId = new Map(records.map((record) => [record.id, record]))

  api.openapi(listRoute, (c) => {
    const { offset = 0, limit = 20, ...filters } = c.req.valid('query')
    const accepted = records.filter((record) => acceptRecord(record, toFilters(filters)))
    const page = accepted.slice(offset, offset + limit).map(toSummary)
    return c.json({ total: accepted.length, offset, limit, records: page }, 200)
  })
  api.openapi(readRoute, (c) => {
    const { id } = c.req.valid('param')
    const record = byId.get(id)
    if (record) return c.json(record, 200)
    const detail = `There is no record ${JSON.stringify(id)}. GET /api/records lists them all.`
    return respondProblem(c, { status: 404, code: 'record-unknown', detail }) as never
  })
  api.openapi(speakersRoute, (c) => c.json({ speakers: [...speakers()] }, 200))
}

// ---------------------------------------------------------------------------

function toSummary({ text, sections, people, repairs, turns, exchanges, ...published }: LecternRecord) {
  return { ...published, turns: turns.length, exchanges: exchanges.length }
}
