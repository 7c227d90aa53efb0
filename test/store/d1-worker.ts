import { createD1Store, type D1Binding } from '../../src/store/d1-store.ts'
import type { Store } from '../../src/store/store.ts'

/** One call of a store, as JSON. */
export interface Call {
  method: keyof Store
  args: unknown[]
  time: number
  options: { retentionDays?: number; questionLog?: boolean }
  /** Name of the binding. */
  binding: string
}

/** A Worker that calls a D1 store for the tests, which run outside of workerd. */
export default {
  async fetch(request: Request, bindings: Record<string, D1Binding>): Promise<Response> {
    const { method, args, time, options, binding } = (await request.json()) as Call
    const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
    const store = createD1Store(bindings[binding] as D1Binding, { ...options, now: () => time, random })
    try {
      const call = store[method] as (...given: unknown[]) => Promise<unknown>
      return Response.json({ value: (await call(...args)) ?? null })
    } catch (error) {
      return Response.json({ error: (error as Error).message })
    }
  },
}
