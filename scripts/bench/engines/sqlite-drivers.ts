import { createRequire } from 'node:module'

/** What is used of SQLite; the three drivers have it in common. */
export interface SqliteDatabase {
  exec(sql: string): void
  /** A statement that is run with values, once for each call. */
  inserter(sql: string): (values: (string | number)[]) => void
  /** A statement that reads one column of numbers. */
  reader(sql: string): (values: (string | number)[]) => number[]
  close(): void
}

export interface SqliteDriver {
  name: string
  open(file: string): SqliteDatabase
}

const require = createRequire(import.meta.url)

/**
 * The fastest that there is: better-sqlite3, where it was installed by hand, SQLite in Node itself (from 22.5), or the
 * one in WebAssembly, which is always there. better-sqlite3 would cost every `npm ci` a minute of compiling.
 */
export function findDriver(): SqliteDriver {
  return openNative('better-sqlite3', (module) => module) ?? openNodeSqlite() ?? openWasm()
}

// ---------------------------------------------------------------------------

interface NativeStatement {
  run(...values: (string | number)[]): unknown
  all(...values: (string | number)[]): object[]
}

interface NativeDatabase {
  exec(sql: string): unknown
  prepare(sql: string): NativeStatement
  close(): void
}

type NativeConstructor = new (file: string) => NativeDatabase

function openNodeSqlite(): SqliteDriver | undefined {
  return openNative('node:sqlite', (module) => module.DatabaseSync as NativeConstructor)
}

function openNative(
  name: string,
  constructorOf: (module: NativeConstructor & Record<string, unknown>) => NativeConstructor,
): SqliteDriver | undefined {
  try {
    const Database = constructorOf(require(name))
    // Without its compiled part better-sqlite3 is only missed here.
    new Database(':memory:').close()
    return { name, open: (file) => wrapNative(new Database(file)) }
  } catch {
    return undefined
  }
}

function wrapNative(database: NativeDatabase): SqliteDatabase {
  return {
    exec: (sql) => void database.exec(sql),
    inserter(sql) {
      const statement = database.prepare(sql)
      return (values) => void statement.run(...values)
    },
    reader(sql) {
      const statement = database.prepare(sql)
      return (values) => statement.all(...values).map(firstNumber)
    },
    close: () => database.close(),
  }
}

function openWasm(): SqliteDriver {
  const { Database } = require('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm')
  return {
    name: 'node-sqlite3-wasm',
    open(file) {
      const database = new Database(file)
      return {
        exec: (sql) => database.exec(sql),
        inserter(sql) {
          const statement = database.prepare(sql)
          return (values) => void statement.run(values)
        },
        reader(sql) {
          const statement = database.prepare(sql)
          return (values) => statement.all(values).map(firstNumber)
        },
        close: () => database.close(),
      }
    },
  }
}

function firstNumber(row: object): number {
  return Number(Object.values(row)[0])
}
