import { join } from 'node:path'
import type { LecternRecord } from '../../../src/record/record.ts'
import { median } from '../figures.ts'
import type { RetrieverName } from '../program-index.ts'
import { tell } from '../tell.ts'
import { prepareEmpty, prepareWorker, type Scene, toAsk } from './scene.ts'
import { timeFirstAnswer } from './workerd.ts'

export interface WorkerResult extends Omit<Scene, 'config'> {
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
  const { folder, records, sizes, retrievers, question, rounds } = options
  const scenes = [await prepareEmpty(join(folder, 'worker-empty'))]
  for (const size of sizes)
    for (const retriever of retrievers) {
      const place = join(folder, `worker-${retriever}-${size}`)
      scenes.push(await prepareWorker(records, { size, retriever, folder: place }))
    }
  const times = scenes.map((): number[] => [])
  const starts = rounds * startsPerRound
  for (let run = 0; run < starts; run++) {
    for (const [at, { what, passages, config }] of scenes.entries()) {
      tell(`Worker, start ${run + 1} of ${starts}: ${what}`)
      times[at]?.push(await timeFirstAnswer(config, passages === 0 ? '/' : toAsk(question)))
    }
  }
  const [empty = []] = times
  return scenes.map(({ config: _, ...scene }, at) => {
    const own = times[at] as number[]
    return {
      ...scene,
      start: median(own),
      least: Math.min(...own),
      most: Math.max(...own),
      ratio: median(own) / median(empty),
    }
  })
}

// ---------------------------------------------------------------------------

const startsPerRound = 3
