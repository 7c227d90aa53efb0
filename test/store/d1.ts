import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { D1Binding } from '../../src/store/d1-store.ts'
import type { Store } from '../../src/store/store.ts'
import type { TestedStore, TestedStoreOptions } from '../contract/store.ts'
import { afterFile } from '../support/after-file.ts'
import type { Call } from './d1-worker.ts'

export interface OpenedD1 {
  /** A store whose code and whose database run in workerd; each has a database of its own. */
  openStore(start: number, options?: TestedStoreOptions): Promise<TestedStore>
  /** A further empty database, from outside of workerd. */
  openBinding(): Promise<D1Binding>
}

/** What is used of the simulator that wrangler brings. */
interface Simulator {
  ready: Promise<URL>
  dispatchFetch(url: string, init: { method: string; body: string }): Promise<{ json(): Promise<unknown> }>
  getD1Database(binding: string): Promise<D1Binding>
  dispose(): Promise<void>
}

/** How many databases there are to open, all of them empty at first. */
const databases = Array.from({ length: 40 }, (_, at) => `DB${at}`)

/** Starts workerd, and stops it after the tests of the file. */
export async function openD1(): Promise<OpenedD1> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('d1-worker.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const simulator = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-04-26',
    d1Databases: databases,
    cf: false,
  })
  afterFile(() => simulator.dispose())
  await simulator.ready
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
          const response = await simulator.dispatchFetch('http://store', { method: 'POST', body })
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
    openBinding: () => simulator.getD1Database(take()),
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

/** The simulator is wrangler's own dependency: whichever version that one has is the right one. */
const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'))
const { Miniflare } = fromWrangler('miniflare') as {
  Miniflare: new (options: Record<string, unknown>) => Simulator
}
