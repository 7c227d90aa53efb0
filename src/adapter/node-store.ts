import { access } from 'node:fs/promises'
import { LecternError } from '../errors.ts'
import type { Store } from '../store/store.ts'

export interface NodeStoreOptions {
  /** A file, or the address of a libSQL server: `libsql://` or `https://`. */
  location: string
  /** Of that server. */
  token?: string
  /** How many days questions and votes are kept. Defaults to `90`. */
  retentionDays?: number
  /** Whether questions are kept at all. Defaults to `true`. */
  questionLog?: boolean
}

/** How old what is listed may be, in days. */
const anyAge = 36_500
/** How often what is too old is deleted, in milliseconds. */
const hour = 3_600_000

/**
 * Opens a store with the clock and the randomness of this machine.
 * @throws {LecternError} `store-unavailable`, `store-newer`.
 */
export async function openNodeStore(options: NodeStoreOptions): Promise<Store> {
  const { openLibsqlStore } = await import('../store/libsql-store.ts')
  return openLibsqlStore({ ...options, now: Date.now, random: (bytes) => crypto.getRandomValues(bytes) })
}

/**
 * Opens the store of a server to read it: a file must be there. What the server may still keep is listed.
 * @throws {LecternError} `store-missing`, and as `openNodeStore`.
 */
export async function openExistingStore(
  options: Pick<NodeStoreOptions, 'location' | 'token'>,
): Promise<Store> {
  const { location } = options
  const isFile = !/^\w{2,}:/u.test(location)
  if (isFile)
    await access(location).catch((cause: unknown) => {
      const message = `there is no store ${location}: give the file that lectern serve --store names`
      throw new LecternError('store-missing', message, { cause })
    })
  return openNodeStore({ ...options, retentionDays: anyAge })
}

/** Deletes what is too old, now and every hour, and keeps no process alive for it. */
export function pruneHourly(store: Store, tellFault: (error: unknown) => void): void {
  const prune = () => void store.prune().catch(tellFault)
  prune()
  setInterval(prune, hour).unref()
}
