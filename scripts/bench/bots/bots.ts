import { join } from 'node:path'
import { medians, type Ratios, ratios } from '../figures.ts'
import { runJob } from '../jobs.ts'
import { tell } from '../tell.ts'
import type { BotFigures, BotsInput } from './bots-job.ts'
import { ways } from './ways.ts'

export interface BotResult {
  what: string
  /** Where the answer is: in the response, or in a call of its own to the platform. */
  answer: 'response' | 'call'
  /** Whether questions are kept, and answers have buttons to vote. */
  isKept: boolean
  /** How many requests each round times. */
  asked: number
  /** Milliseconds. */
  figures: BotFigures
  /** Against `/api/ask`, with or without a store as here. */
  ratios: Ratios<BotFigures>
}

export interface BotsOptions {
  /** The index folder. */
  index: string
  /** Folder to work in. */
  folder: string
  questions: string[]
  rounds: number
}

/** What the answer of a bot costs beside that of `/api/ask` to the same question, in a process of its own. */
export async function measureBots({ index, folder, questions, rounds }: BotsOptions): Promise<BotResult[]> {
  const results: BotResult[] = []
  for (const isKept of [false, true]) {
    const runs: BotFigures[][] = []
    for (let round = 0; round < rounds; round++) {
      tell(`bots, round ${round + 1} of ${rounds}: ${isKept ? 'with' : 'without'} a store`)
      const store = join(folder, `bots-${round}.db`)
      const input = { index, questions, ...(isKept && { store }) } satisfies BotsInput
      runs.push(await runJob<BotFigures[]>('bots', input))
    }
    results.push(...toResults(runs, { isKept, asked: questions.length }))
  }
  return results
}

// ---------------------------------------------------------------------------

function toResults(runs: readonly BotFigures[][], shared: Pick<BotResult, 'isKept' | 'asked'>): BotResult[] {
  const figuresAt = (at: number) => medians(runs.map((run) => run[at] as BotFigures))
  const reference = figuresAt(0)
  const rows = [{ what: '/api/ask', isCall: false }, ...ways]
  return rows.map(({ what, isCall }, at) => {
    const figures = figuresAt(at)
    return {
      what,
      answer: isCall ? 'call' : 'response',
      ...shared,
      figures,
      ratios: ratios(figures, reference),
    }
  })
}
