import type { Context, ExecutionContext } from 'hono'

/** The runtime's context of a request; undefined on Node, which has none, and stops nothing behind a response. */
export function executionOf(c: Context): ExecutionContext | undefined {
  try {
    return c.executionCtx
  } catch {
    return undefined
  }
}
