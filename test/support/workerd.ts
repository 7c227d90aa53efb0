import { createRequire } from 'node:module'
import { build } from 'esbuild'
import type { D1Binding } from '../../src/store/d1-store.ts'
import { afterFile } from './after-file.ts'

/** What is used of the simulator that wrangler brings: it runs workerd. */
export interface Workerd {
  /** Where workerd listens. */
  ready: Promise<URL>
  dispatchFetch(url: string, init: { method: string; body: string }): Promise<{ json(): Promise<unknown> }>
  getD1Database(binding: string): Promise<D1Binding>
  dispose(): Promise<void>
}

export interface WorkerdOptions {
  /** Bindings of databases, empty at first. */
  d1Databases?: readonly string[]
  /** The body of the answer to what the Worker fetches: nothing reaches the network. */
  answer?(request: Request): string
}

/** Runs a module as a Worker in workerd, and stops it after the tests of the file. */
export async function startWorkerd(
  entry: string,
  { d1Databases = [], answer = () => '' }: WorkerdOptions = {},
): Promise<Workerd> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const workerd = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-04-26',
    cf: false,
    d1Databases,
    outboundService: (request: Request) => new Response(answer(request)),
  })
  afterFile(() => workerd.dispose())
  await workerd.ready
  return workerd
}

// ---------------------------------------------------------------------------

/** The simulator is wrangler's own dependency: whichever version that one has is the right one. */
const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'))
const { Miniflare, Response } = fromWrangler('miniflare') as {
  Miniflare: new (options: Record<string, unknown>) => Workerd
  Response: new (body: string) => unknown
}
