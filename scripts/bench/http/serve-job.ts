import { Hono } from 'hono'
import { serveNode } from '../../../src/adapter/node.ts'
import { nodeAssets } from '../../../src/adapter/node-assets.ts'
import { openIndexFolder } from '../../../src/adapter/node-index.ts'
import { createLectern } from '../../../src/answer/create-lectern.ts'
import { createMemoryStore } from '../../../src/http/answer-store.ts'
import { createApp } from '../../../src/http/app.ts'

/** The whole program over an index, or the least that Hono serves: little at `/bare`, the body of an answer at `/sized`. */
export type ServeInput = { index: string } | { body: string }

/** Serves until it is ended. @returns the server's address. */
export async function serveJob(input: ServeInput): Promise<string> {
  const app = 'index' in input ? await createWholeApp(input.index) : createBareApp(input.body)
  const { url } = await serveNode({ app, port: 0 })
  return url
}

async function createWholeApp(index: string): Promise<Hono> {
  const lectern = createLectern(await openIndexFolder(index))
  // As after the first minutes of `lectern serve`, which prepares behind requests.
  await lectern.prepare(async () => {})
  return createApp({ lectern, version: '0.0.0', assets: nodeAssets(), answers: createMemoryStore() })
}

function createBareApp(body: string): Hono {
  return new Hono()
    .get('/bare', (c) => c.json({ kind: 'answer' }))
    .get('/sized', (c) => c.body(body, 200, { 'Content-Type': 'application/json' }))
}
