import { join } from 'node:path'
import type { LecternRecord } from '../../../src/record/record.ts'
import { median } from '../figures.ts'
import { tell } from '../tell.ts'
import { prepareEmpty, prepareWorker, type Scene, toAsk } from './scene.ts'
import { type Memory, readMemory } from './workerd.ts'

export interface MemoryResult extends Pick<Scene, 'what' | 'passages' | 'disk'> {
  /** Questions that were asked, one after the other. */
  asked: number
  /** Bytes that the isolate holds after them, median of the rounds. */
  held: number
  /** Bytes that the process of workerd has in memory, median of the rounds. */
  resident: number
}

export interface MemoryOptions {
  /** Folder to work in. */
  folder: string
  records: readonly LecternRecord[]
  /** How many passages the image holds at most. */
  size: number
  questions: readonly string[]
  rounds: number
}

/** What an isolate holds after many questions, with Lectern and with a Worker that does nothing, in turns. */
export async function measureMemory(options: MemoryOptions): Promise<MemoryResult[]> {
  const { folder, records, size, questions, rounds } = options
  const place = join(folder, 'worker-memory')
  const scenes = [
    await prepareEmpty(join(folder, 'worker-memory-empty')),
    await prepareWorker(records, { size, retriever: 'frozen', folder: place }),
  ]
  const paths = questions.map(toAsk)
  const found = scenes.map((): Memory[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [at, { what, config }] of scenes.entries()) {
      tell(`Worker, memory, round ${round + 1} of ${rounds}: ${what}`)
      found[at]?.push(await readMemory(config, paths))
    }
  }
  return scenes.map(({ what, passages, disk }, at) => {
    const own = found[at] as Memory[]
    const medianOf = (name: keyof Memory) => median(own.map((memory) => memory[name]))
    return {
      what,
      passages,
      disk,
      asked: paths.length,
      held: medianOf('held'),
      resident: medianOf('resident'),
    }
  })
}
