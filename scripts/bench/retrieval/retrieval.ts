import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { engines } from '../engines/engines.ts'
import { median, medians, type Ratios, ratios } from '../figures.ts'
import { runJob } from '../jobs.ts'
import { tell } from '../tell.ts'
import type { BuildInput } from './build-job.ts'
import type { QueryFigures, QueryInput, QueryOutput } from './query-job.ts'

/** Milliseconds and bytes. */
export type EngineFigures = QueryFigures & { build: number; disk: number }

export interface EngineResult {
  engine: string
  passages: number
  figures: EngineFigures
  /** How many times the figures of the first engine each figure is. */
  ratios: Ratios<EngineFigures>
  /** Share of the first engine's ten best passages that are among the ten best here, over all questions. */
  agreement: number
}

export interface RetrievalOptions {
  /** Folder of the material; indexes are written beside it. */
  folder: string
  rounds: number
}

/** Builds go on until so many milliseconds have gone into those of one engine. */
const buildTime = 20_000

/** Every engine over the same passages, each build and each opening in a process of its own. */
export async function measureEngines(size: number, options: RetrievalOptions): Promise<EngineResult[]> {
  const measured: Measured[] = []
  for (const { name } of engines) measured.push(await measureBuild(name, size, options))
  // In turns, so that what slows the machine for a while slows all of them.
  for (let round = 0; round < options.rounds; round++) {
    for (const engine of measured) {
      tell(`${size} passages, round ${round + 1} of ${options.rounds}: asking ${engine.name}`)
      const input: QueryInput = { engine: engine.name, folder: options.folder, file: engine.file }
      engine.asked.push(await runJob<QueryOutput>('query', input))
    }
  }
  for (const { file } of measured) await rm(file)
  return toResults(measured, size)
}

// ---------------------------------------------------------------------------

interface Measured {
  name: string
  file: string
  build: number
  disk: number
  asked: QueryOutput[]
}

async function measureBuild(
  name: string,
  size: number,
  { folder, rounds }: RetrievalOptions,
): Promise<Measured> {
  const file = join(folder, `index-${engines.findIndex((engine) => engine.name === name)}`)
  const input: BuildInput = { engine: name, folder, size, file }
  const times: number[] = []
  do {
    tell(`${size} passages: building ${name}`)
    times.push(await runJob<number>('build', input))
  } while (times.length < rounds && sum(times) < buildTime)
  const { size: disk } = await stat(file)
  return { name, file, build: median(times), disk, asked: [] }
}

function toResults(measured: readonly Measured[], size: number): EngineResult[] {
  const figuresOf = ({ build, disk, asked }: Measured): EngineFigures => ({
    build,
    disk,
    ...medians(asked.map(({ figures }) => figures)),
  })
  const [reference] = measured as [Measured, ...Measured[]]
  return measured.map((engine) => ({
    engine: engine.name,
    passages: size,
    figures: figuresOf(engine),
    ratios: ratios(figuresOf(engine), figuresOf(reference)),
    agreement: agreementOf(engine, reference),
  }))
}

/** Of the questions that both were asked. */
function agreementOf({ asked: [own] }: Measured, { asked: [reference] }: Measured): number {
  const compared = (['short', 'long'] as const).flatMap((length) =>
    (reference?.first[length] ?? []).flatMap((ids, at) => {
      const found = own?.first[length][at]
      return found ? [{ ids, found: new Set(found) }] : []
    }),
  )
  const shared = sum(compared.map(({ ids, found }) => ids.filter((id) => found.has(id)).length))
  return shared / sum(compared.map(({ ids }) => ids.length))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
