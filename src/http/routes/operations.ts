import * as z from 'zod'
import { type Api, createRoute } from '../api.ts'
import type { Served } from '../context.ts'
import { metricsType } from '../metrics.ts'
import { json, refusals } from '../responses.ts'
import { healthSchema, readinessSchema } from '../schema.ts'

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'health',
  summary: 'Is the process alive?',
  tags: ['operations'],
  get responses() {
    return { 200: json('It is.', healthSchema()), ...refusals() }
  },
})

const readinessRoute = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'readiness',
  summary: 'Which index is served?',
  tags: ['operations'],
  get responses() {
    return { 200: json('The index and its size.', readinessSchema()), ...refusals() }
  },
})

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'metrics',
  summary: 'Figures for Prometheus',
  tags: ['operations'],
  get responses() {
    return {
      200: { description: 'Text format 0.0.4.', content: { 'text/plain': { schema: z.string() } } },
      ...refusals(),
    }
  },
})

export function mountOperations(api: Api, { lectern, version, metrics }: Served): void {
  const fresh = { 'Cache-Control': 'no-store' }
  const readiness = { status: 'ready' as const, version, index: lectern.fingerprint, ...lectern.counts }
  api.openapi(healthRoute, (c) => c.json({ status: 'ok' as const }, 200, fresh))
  api.openapi(readinessRoute, (c) => c.json(readiness, 200, fresh))
  api.openapi(
    metricsRoute,
    (c) => c.body(metrics.render(), 200, { ...fresh, 'Content-Type': metricsType }) as never,
  )
}
