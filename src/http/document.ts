import type { RouteConfig } from '@hono/zod-openapi'
import type { Handler } from 'hono'
import { once } from '../text/once.ts'

/** Serves the OpenAPI 3.1 document of these operations. What writes it is loaded when it is first asked for. */
export function createDocument(routes: readonly RouteConfig[], version: string): Handler {
  const document = once(async () => (await import('./write-document.ts')).writeDocument(routes, version))
  return async (c) => c.body(await document(), 200, { 'Content-Type': 'application/json' })
}
