import { fileURLToPath } from 'node:url'
import type { D1Binding, D1Result, D1Statement } from '../../src/store/d1-store.ts'
import type { SqlValue } from '../../src/store/database.ts'
import type { Store } from '../../src/store/store.ts'
import type { TestedStore, TestedStoreOptions } from '../contract/store.ts'
import { startWorkerd } from '../support/workerd.ts'
import type { Batch, Call } from './d1-worker.ts'

export interface OpenedD1 {
  /** A store whose code and whose database run in workerd; each has a database of its own. */
  openStore(start: number, options?: TestedStoreOptions): Promise<TestedStore>
  /** A further empty database, from outside of workerd. */
  openBinding(): D1Binding
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
  const send = async (given: Call | Batch): Promise<unknown> => {
    const body = JSON.stringify(given)
    const response = await workerd.dispatchFetch('http://store', { method: 'POST', body })
    const { value, error } = (await response.json()) as { value?: unknown; error?: string }
    if (error !== undefined) throw new Error(error)
    return value
  }
  return {
    async openStore(start, options = {}) {
      const binding = take()
      let time = start
      const call =
        (method: Call['method']) =>
        (...args: unknown[]) =>
          send({ method, args, time, options, binding })
      const store = Object.fromEntries(methods.map((method) => [method, call(method)])) as unknown as Store
      const setTime = (given: number) => {
        time = given
      }
      return { store, setTime }
    },
    openBinding() {
      const binding = take()
      return new Binding(async (statements) => (await send({ statements, binding })) as D1Result[])
    },
  }
}

// ---------------------------------------------------------------------------

type Run = (statements: Batch['statements']) => Promise<D1Result[]>

/** A binding as a Worker has it. The one that Miniflare hands out blocks the process at each `prepare`. */
class Binding implements D1Binding {
  readonly #run: Run

  constructor(run: Run) {
    this.#run = run
  }
  prepare(sql: string): BoundStatement {
    return new BoundStatement(this.#run, sql)
  }
  batch(statements: BoundStatement[]): Promise<D1Result[]> {
    return this.#run(statements)
  }
}

class BoundStatement implements D1Statement {
  readonly #run: Run
  readonly sql: string
  readonly args: SqlValue[]

  constructor(run: Run, sql: string, args: SqlValue[] = []) {
    this.#run = run
    this.sql = sql
    this.args = args
  }
  bind(...args: SqlValue[]): BoundStatement {
    return new BoundStatement(this.#run, this.sql, args)
  }
  async run(): Promise<D1Result> {
    const [result] = await this.#run([this])
    return result as D1Result
  }
}

const methods = [
  'keepQuestion',
  'keepVote',
  'listQuestions',
  'claim',
  'release',
  'prune',
  'close',
] as const satisfies (keyof Store)[]
