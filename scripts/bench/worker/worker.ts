import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LecternRecord } from '../../../src/record/record.ts'
import { bundleWorker } from '../../../test/runtime/worker-bundle.ts'
import { median } from '../figures.ts'
import { buildPartIndex, type RetrieverName } from '../program-index.ts'
import { tell } from '../tell.ts'
import { timeFirstAnswer, writeWorkerConfig } from './workerd.ts'

export interface WorkerResult {
  what: string
  /** Of the index; 0 for the empty Worker. */
  passages: number
  /** Bytes of the bundle and of the index. */
  bundle: number
  disk: number
  /** Milliseconds from starting workerd to the end of the first answer: median, least, most. */
  start: number
  least: number
  most: number
  /** Against the empty Worker. */
  ratio: number
}

export interface WorkerOptions {
  /** Folder to work in. */
  folder: string
  records: readonly LecternRecord[]
  sizes: readonly number[]
  retrievers: readonly RetrieverName[]
  question: string
  rounds: number
}

/** The bundle that wrangler makes, in real workerd, beside a Worker that does nothing, in turns. */
export async function measureWorker(options: WorkerOptions): Promise<WorkerResult[]> {
  const scenes = [await prepareEmpty(options.folder)]
  for (const size of options.sizes)
    for (const retriever of options.retrievers) scenes.push(await prepareWorker(options, size, retriever))
  const starts = options.rounds * startsPerRound
  for (let run = 0; run < starts; run++) {
    for (const scene of scenes) {
      tell(`Worker, start ${run + 1} of ${starts}: ${scene.what}`)
      scene.times.push(await timeFirstAnswer(scene.config, scene.path))
    }
  }
  const [empty] = scenes as [Scene, ...Scene[]]
  return scenes.map(({ what, passages, bundle, disk, times }) => ({
    what,
    passages,
    bundle,
    disk,
    start: median(times),
    least: Math.min(...times),
    most: Math.max(...times),
    ratio: median(times) / median(empty.times),
  }))
}

// ---------------------------------------------------------------------------

const startsPerRound = 3

interface Scene {
  what: string
  passages: number
  config: string
  path: string
  bundle: number
  disk: number
  times: number[]
}

const module = 'worker.js'

async function prepareEmpty(parent: string): Promise<Scene> {
  const folder = join(parent, 'worker-empty')
  await mkdir(folder)
  const source = "export default { fetch() { return new Response('{}') } }\n"
  await writeFile(join(folder, module), source)
  const config = await writeWorkerConfig({ folder, module, compatibilityDate: await readDate() })
  const bundle = Buffer.byteLength(source)
  return { what: 'empty Worker', passages: 0, config, path: '/', bundle, disk: 0, times: [] }
}

async function prepareWorker(
  { folder: parent, records, question }: WorkerOptions,
  size: number,
  retriever: RetrieverName,
): Promise<Scene> {
  const folder = join(parent, `worker-${retriever}-${size}`)
  tell(`Worker: building an index of at most ${size} passages (${retriever})`)
  const index = await buildPartIndex(records, { size, folder: join(folder, 'index'), retriever })
  tell('Worker: bundling with wrangler')
  const bundled = await bundleWorker(folder, index.folder)
  await cp(bundled.bundle, join(folder, module))
  const compatibilityDate = await readDate()
  const config = await writeWorkerConfig({ folder, module, assets: 'assets', compatibilityDate })
  return {
    what: `Lectern (${retriever})`,
    passages: index.passages,
    config,
    path: `/api/ask?q=${encodeURIComponent(question)}`,
    bundle: (await stat(join(folder, module))).size,
    disk: await sizeOf(index.folder),
    times: [],
  }
}

/** The compatibility date of the project's own Worker. */
async function readDate(): Promise<string> {
  const settings = await readFile('wrangler.toml', 'utf8')
  return /^compatibility_date = "([\d-]+)"/m.exec(settings)?.[1] as string
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
