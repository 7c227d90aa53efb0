/** What a column holds. */
export type SqlValue = string | number | null

/** SQL of SQLite, with a `?` for each argument. */
export interface Statement {
  sql: string
  args?: readonly SqlValue[]
}

export interface Result {
  rows: readonly Record<string, SqlValue>[]
  /** How many rows were inserted, changed or deleted. */
  changes: number
}

/** The part of SQLite that a store needs, wherever the database is. */
export interface Database {
  run(statement: Statement): Promise<Result>
  /** One after the other in one transaction: all of them, or none. */
  batch(statements: readonly Statement[]): Promise<Result[]>
  close(): Promise<void>
}
