import type { OpenAPIHono } from '@hono/zod-openapi'
import type { RequestIdVariables } from 'hono/request-id'
import type { Lectern } from '../answer/lectern.ts'
import type { Metrics } from './metrics.ts'

export type App = OpenAPIHono<{ Variables: RequestIdVariables }>

/** What routes are given. */
export interface Served {
  lectern: Lectern
  /** Version of the program. */
  version: string
  metrics: Metrics
}
