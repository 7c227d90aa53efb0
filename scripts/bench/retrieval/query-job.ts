import type { OpenEngine } from '../engines/engine.ts'
import { engineOf } from '../engines/engines.ts'
import { percentile } from '../figures.ts'
import { readContext, readQuestions } from '../material/material.ts'

export interface QueryInput {
  engine: string
  folder: string
  file: string
}

/** Milliseconds and bytes. */
export type QueryFigures = {
  open: number
  /** What the opened index holds in V8's heap and in buffers beside it. */
  held: number
  /** How much more memory the process has after opening, with what reading the file left behind. */
  openResident: number
  /** The same after all questions. */
  resident: number
  shortP50: number
  shortP99: number
  longP50: number
  longP99: number
  /** Of these, the search alone, where Lectern cuts the question. */
  shortSearchP50: number
  longSearchP50: number
  /** How many questions there was time for. */
  shortAsked: number
  longAsked: number
}

export interface QueryOutput {
  figures: QueryFigures
  /** The first ten passages of each question that was asked. */
  first: { short: number[][]; long: number[][] }
}

/**
 * All questions of each length are asked so often before the clock runs, as far as the milliseconds last: V8 compiles
 * what is hot, and what is read of a file is in memory.
 */
const warmUp = { most: 3, time: 4000 }
/** Milliseconds for all questions of one length; who is slower is asked fewer. */
const askingTime = 12_000

export async function queryJob({ engine, folder, file }: QueryInput): Promise<QueryOutput> {
  const context = await readContext({ folder })
  const { short, long } = await readQuestions({ folder })
  const before = readMemory()
  const begun = performance.now()
  const opened = await engineOf(engine).open(file, context)
  const open = performance.now() - begun
  const openResident = process.memoryUsage.rss() - before.rss
  const held = Math.max(0, readMemory().held - before.held)
  for (const questions of [short, long])
    await askAll(opened, Array(warmUp.most).fill(questions).flat(), warmUp.time)
  const asked = {
    short: await askAll(opened, short, askingTime),
    long: await askAll(opened, long, askingTime),
  }
  const resident = process.memoryUsage.rss() - before.rss
  opened.close?.()
  return {
    figures: {
      open,
      held,
      openResident,
      resident,
      shortP50: percentileOf(asked.short, 'whole', 0.5),
      shortP99: percentileOf(asked.short, 'whole', 0.99),
      longP50: percentileOf(asked.long, 'whole', 0.5),
      longP99: percentileOf(asked.long, 'whole', 0.99),
      shortAsked: asked.short.length,
      longAsked: asked.long.length,
      shortSearchP50: percentileOf(asked.short, 'search', 0.5),
      longSearchP50: percentileOf(asked.long, 'search', 0.5),
    },
    first: { short: asked.short.map(firstTen), long: asked.long.map(firstTen) },
  }
}

// ---------------------------------------------------------------------------

interface Times {
  whole: number
  search: number
  found: number[]
}

async function askAll(engine: OpenEngine, questions: readonly string[], time: number): Promise<Times[]> {
  const asked: Times[] = []
  const end = performance.now() + time
  for (const question of questions) {
    asked.push(await ask(engine, question))
    if (performance.now() > end) break
  }
  return asked
}

async function ask(engine: OpenEngine, question: string): Promise<Times> {
  const begun = performance.now()
  const search = engine.prepare(question)
  const cut = performance.now()
  const found = await search()
  const ended = performance.now()
  return { whole: ended - begun, search: ended - cut, found }
}

function firstTen({ found }: Times): number[] {
  return found.slice(0, 10)
}

function percentileOf(asked: readonly Times[], time: 'whole' | 'search', share: number): number {
  return percentile(
    asked.map((times) => times[time]),
    share,
  )
}

/** After everything that nobody holds has been freed. */
function readMemory(): { held: number; rss: number } {
  for (let pass = 0; pass < 3; pass++) globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { held: heapUsed + external, rss }
}
