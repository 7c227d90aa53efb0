import { fileURLToPath } from 'node:url'
import type { D1Binding } from '../../src/store/d1-store.ts'
import type { Store } from '../../src/store/store.ts'
import type { TestedStore, TestedStoreOptions } from '../contract/store.ts'
import { startWorkerd } from '../support/workerd.ts'
import type { Call } from './d1-worker.ts'

export interface OpenedD1 {
  /** A store whose code and whose database run in workerd; each has a database of its own. */
  openStore(start: number, options?: TestedStoreOptions): Promise<TestedStore>
  /** A further empty database, from outside of workerd. */
  openBinding(): Promise<D1Binding>
}

/** How many databases there are to open, all of them empty at first. */
const databases = Array.from({ length: 40 }, (_, at) => `DB${at}`)

/** Starts workerd, and stops it after the tests of the file. */
export async function openD1(): Promise<OpenedD1> {
  const entry = fileURLToPath(new URL('d1-worker.ts', import.meta.url))
  const workerd = await startWorkerd(entry, { d1Databases: databases })
  const left = [...databases]
  const take = () => {
    const binding = left.shift()
    if (binding === undefined) throw new Error('there are too few databases: name more in d1.ts')
    return binding
  }
  return {
    async openStore(start, options = {}) {
      const binding = take()
      let time = start
      const call =
        (method: Call['method']) =>
        async (...args: unknown[]) => {
          const body = JSON.stringify({ method, args, time, options, binding } satisfies Call)
          const response = await workerd.dispatchFetch('http://store', { method: 'POST', body })
          const { value, error } = (await response.json()) as { value?: unknown; error?: string }
          if (error !== undefined) throw new Error(error)
          return value
        }
      const store = Object.fromEntries(methods.map((method) => [method, call(method)])) as unknown as Store
      const setTime = (given: number) => {
        time = given
      }
      return { store, setTime }
    },
    openBinding: () => workerd.getD1Database(take()),
  }
}

// ---------------------------------------------------------------------------

const methods = [
  'keepQuestion',
  'keepVote',
  'listQuestions',
  'claim',
  'release',
  'prune',
  'close',
] as const satisfies (keyof Store)[]
