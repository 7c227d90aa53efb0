import type { Database, Result, SqlValue, Statement } from './database.ts'
import { createSqlStore, type StoreOptions } from './sql-store.ts'
import type { Store } from './store.ts'

/** The part of a D1 binding that is used. */
export interface D1Binding {
  prepare(sql: string): D1Statement
  /** In one transaction. */
  batch(statements: D1Statement[]): Promise<D1Result[]>
}

export interface D1Statement {
  bind(...values: SqlValue[]): D1Statement
  run(): Promise<D1Result>
}

export interface D1Result {
  results: Record<string, SqlValue>[]
  meta: { changes: number }
}

/** A store in Cloudflare's D1. Nothing is asked of it before something is to be kept or read. */
export function createD1Store(binding: D1Binding, options: StoreOptions): Store {
  return createSqlStore(toDatabase(binding), options)
}

// ---------------------------------------------------------------------------

function toDatabase(binding: D1Binding): Database {
  const bind = ({ sql, args = [] }: Statement) => binding.prepare(sql).bind(...args)
  return {
    run: async (statement) => toResult(await bind(statement).run()),
    batch: async (statements) => (await binding.batch(statements.map(bind))).map(toResult),
    // A binding is the runtime's, and stays open.
    close: async () => {},
  }
}

function toResult({ results, meta }: D1Result): Result {
  return { rows: results, changes: meta.changes }
}
