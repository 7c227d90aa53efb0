import { createD1Store, type D1Binding, type D1Result } from '../../src/store/d1-store.ts'
import type { SqlValue } from '../../src/store/database.ts'
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

/** Statements of a batch, as JSON. */
export interface Batch {
  statements: { sql: string; args: SqlValue[] }[]
  binding: string
}

/** A Worker that calls a D1 store, or D1 itself, for the tests, which run outside of workerd. */
export default {
  async fetch(request: Request, bindings: Record<string, D1Binding>): Promise<Response> {
    const given = (await request.json()) as Call | Batch
    const binding = bindings[given.binding] as D1Binding
    try {
      const value = 'method' in given ? await callStore(given, binding) : await runBatch(given, binding)
      return Response.json({ value: value ?? null })
    } catch (error) {
      return Response.json({ error: (error as Error).message })
    }
  },
}

// ---------------------------------------------------------------------------

function callStore({ method, args, time, options }: Call, binding: D1Binding): Promise<unknown> {
  const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
  const store = createD1Store(binding, { ...options, now: () => time, random })
  const call = store[method] as (...given: unknown[]) => Promise<unknown>
  return call(...args)
}

async function runBatch({ statements }: Batch, binding: D1Binding): Promise<D1Result[]> {
  const bound = statements.map(({ sql, args }) => binding.prepare(sql).bind(...args))
  const results = await binding.batch(bound)
  return results.map(({ results, meta: { changes } }) => ({ results, meta: { changes } }))
}
