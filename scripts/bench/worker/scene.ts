import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LecternRecord } from '../../../src/record/record.ts'
import { bundleWorker } from '../../../test/runtime/worker-bundle.ts'
import { buildPartIndex, type RetrieverName } from '../program-index.ts'
import { tell } from '../tell.ts'
import { writeWorkerConfig } from './workerd.ts'

/** A Worker to run. */
export interface Scene {
  what: string
  /** Of the index; 0 for the empty Worker. */
  passages: number
  /** Configuration of workerd. */
  config: string
  /** Bytes of the bundle and of the index. */
  bundle: number
  disk: number
}

const module = 'worker.js'

/** A Worker that does nothing. */
export async function prepareEmpty(folder: string): Promise<Scene> {
  await mkdir(folder)
  const source = "export default { fetch() { return new Response('{}') } }\n"
  await writeFile(join(folder, module), source)
  const config = await writeWorkerConfig({ folder, module, compatibilityDate: await readDate() })
  return { what: 'empty Worker', passages: 0, config, bundle: Buffer.byteLength(source), disk: 0 }
}

/** The bundle that wrangler makes, with an index of at most `size` passages. */
export async function prepareWorker(
  records: readonly LecternRecord[],
  { size, retriever, folder }: { size: number; retriever: RetrieverName; folder: string },
): Promise<Scene> {
  tell(`Worker: building an index of at most ${size} passages (${retriever})`)
  const index = await buildPartIndex(records, { size, folder: join(folder, 'index'), retriever })
  tell('Worker: bundling with wrangler')
  const bundled = await bundleWorker(folder, index.folder)
  await cp(bundled.bundle, join(folder, module))
  const compatibilityDate = await readDate()
  return {
    what: `Lectern (${retriever})`,
    passages: index.passages,
    config: await writeWorkerConfig({ folder, module, assets: 'assets', compatibilityDate }),
    bundle: (await stat(join(folder, module))).size,
    disk: await sizeOf(index.folder),
  }
}

/** Path of a question. */
export function toAsk(question: string): string {
  return `/api/ask?q=${encodeURIComponent(question)}`
}

// ---------------------------------------------------------------------------

/** The compatibility date of the project's own Worker. */
async function readDate(): Promise<string> {
  const settings = await readFile('wrangler.toml', 'utf8')
  return /^compatibility_date = "([\d-]+)"/m.exec(settings)?.[1] as string
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
