import { Hono } from 'hono'
import { serveNode } from '../../../src/adapter/node.ts'
import { nodeAssets } from '../../../src/adapter/node-assets.ts'
import { openIndexFolder } from '../../../src/adapter/node-index.ts'
import { createLectern } from '../../../src/answer/create-lectern.ts'
import { createMemoryStore } from '../../../src/http/answer-store.ts'
import { createApp } from '../../../src/http/app.ts'

/** Without an index, the least that Hono serves. */
export interface ServeInput {
  index?: string
}

/** Serves until it is ended. @returns the server's address. */
export async function serveJob({ index }: ServeInput): Promise<string> {
  const app = index === undefined ? createBareApp() : await createWholeApp(index)
  const { url } = await serveNode({ app, port: 0 })
  return url
}

async function createWholeApp(index: string): Promise<Hono> {
  const lectern = createLectern(await openIndexFolder(index))
  return createApp({ lectern, version: '0.0.0', assets: nodeAssets(), answers: createMemoryStore() })
}

function createBareApp(): Hono {
  return new Hono().get('/bare', (c) => c.json({ kind: 'answer' }))
}
