import type { Client, InStatement, ResultSet } from '@libsql/client'
import { LecternError } from '../errors.ts'
import type { Database, Result, SqlValue, Statement } from './database.ts'
import { createSqlStore, type StoreOptions } from './sql-store.ts'
import type { Store } from './store.ts'

export interface LibsqlStoreOptions extends StoreOptions {
  /** A file, which is made if it is not there, or the address of a server: `libsql://` or `https://`. */
  location: string
  /** For a server that asks for one. */
  token?: string
}

/**
 * A store in a file, which several processes may have open, or on a libSQL server. The client is loaded only now.
 * @throws {LecternError} `store-unavailable`, `store-newer`.
 */
export async function openLibsqlStore({ location, token, ...options }: LibsqlStoreOptions): Promise<Store> {
  const { createClient } = await import('@libsql/client')
  let client: Client | undefined
  try {
    // One connection: what is set for a connection then holds for all.
    client = createClient({
      url: toUrl(location),
      concurrency: 1,
      ...(token !== undefined && { authToken: token }),
    })
    if (client.protocol === 'file') await setUpFile(client)
    const store = createSqlStore(toDatabase(client), options)
    await store.prepare()
    return store
  } catch (error) {
    client?.close()
    throw error instanceof LecternError ? error : unavailable(location, error)
  }
}

// ---------------------------------------------------------------------------

/** How long a writer waits for another, in milliseconds. */
const busyTime = 5000

/** What ends up in the log survives the death of the process, though the last rows not that of the machine. */
const settings = [
  `PRAGMA busy_timeout = ${busyTime}`,
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = NORMAL',
  // What is deleted is overwritten.
  'PRAGMA secure_delete = ON',
]

async function setUpFile(client: Client): Promise<void> {
  for (const setting of settings) await client.execute(setting)
}

/** `file:` is read as a URL: signs that mean something in one are escaped in a path. */
function toUrl(location: string): string {
  if (/^(?:libsql|https?|file):/u.test(location)) return location
  return `file:${location.replaceAll(/[%?#]/gu, encodeURIComponent)}`
}

function toDatabase(client: Client): Database {
  return {
    run: async (statement) => toResult(await client.execute(toInStatement(statement))),
    batch: async (statements) => (await client.batch(statements.map(toInStatement), 'write')).map(toResult),
    async close() {
      client.close()
    },
  }
}

function toInStatement({ sql, args = [] }: Statement): InStatement {
  return { sql, args: [...args] }
}

function toResult({ rows, rowsAffected }: ResultSet): Result {
  return { rows: rows as unknown as Record<string, SqlValue>[], changes: rowsAffected }
}

function unavailable(location: string, cause: unknown): LecternError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `cannot open the store ${location}: ${reason}. Give a file in a folder that can be written to, or the address of a libSQL server with its token`
  return new LecternError('store-unavailable', message, { cause })
}
