import { join } from 'node:path'
import { openLibsqlStore } from '../../src/store/libsql-store.ts'
import type { StoreOptions } from '../../src/store/sql-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeFolder } from '../cli/folders.ts'
import { afterFile } from './after-file.ts'

/** A real store in a file of its own, which goes after the tests of the file. */
export async function openStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const location = join(await makeFolder({}), 'store.db')
  const random: StoreOptions['random'] = (bytes) => crypto.getRandomValues(bytes)
  const store = await openLibsqlStore({ location, now: Date.now, random, ...options })
  afterFile(() => store.close())
  return store
}
