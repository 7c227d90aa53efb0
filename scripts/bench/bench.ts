import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { chooseRetriever } from '../../src/search/choose-retriever.ts'
import type { LecternIndex } from '../../src/search/lectern-index.ts'
import { measureAnswers } from './answers/answers.ts'
import { measureBots } from './bots/bots.ts'
import { engines } from './engines/engines.ts'
import { median } from './figures.ts'
import { measureHttp } from './http/http.ts'
import { writeMaterial, writePassages } from './material/material.ts'
import { findMixed, findQuestions, type Questions } from './material/questions.ts'
import { type BenchOptions, readOptions, usage } from './options.ts'
import { buildWholeIndex, retrievers } from './program-index.ts'
import { describeMachine } from './report/machine.ts'
import type { BenchResults } from './report/results.ts'
import { toTables } from './report/tables.ts'
import { writeReport } from './report/write-report.ts'
import { type EngineResult, measureEngines } from './retrieval/retrieval.ts'
import { tell } from './tell.ts'
import { measureMemory } from './worker/memory.ts'
import { measureWorker } from './worker/worker.ts'

/** Measures what the arguments ask for, prints it and writes it where they say. */
export async function bench(args: readonly string[]): Promise<void> {
  const options = readOptionsOrEnd(args)
  const scratch = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  try {
    const results = await measure(options, scratch)
    console.log(toTables(results))
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`)
    if (options.out !== undefined) await writeReport(options.out, results)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

// ---------------------------------------------------------------------------

function readOptionsOrEnd(args: readonly string[]): BenchOptions {
  try {
    return readOptions(args)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

async function measure(options: BenchOptions, scratch: string): Promise<BenchResults> {
  tell('reading the corpus and building its index')
  const indexes = new Map([[retrievers[0], await buildWholeIndex(options.corpus, scratch, retrievers[0])]])
  if (options.only.some((part) => ['answers', 'http', 'bots'].includes(part)))
    for (const name of retrievers.slice(1))
      indexes.set(name, await buildWholeIndex(options.corpus, scratch, name))
  const whole = indexes.get(retrievers[0]) as string
  const index = await openIndexFolder(whole)
  const questions = findQuestions(index.records, options.questions)
  const results = describeRun(options, index, questions)
  const { only, rounds, seconds, workerSizes: sizes, memorySize } = options
  if (only.includes('retrieval')) {
    await writeMaterial({ folder: scratch }, { index, synonyms: await readSynonyms(whole), questions })
    results.retrieval = await measureSizes(options, index, scratch)
  }
  if (only.includes('answers')) results.answers = await measureAnswers({ indexes, questions, rounds })
  if (only.includes('http')) results.http = await measureHttp({ indexes, questions, rounds, seconds })
  if (only.includes('bots')) {
    const chosen = indexes.get(chooseRetriever(index.passages.length).retriever) as string
    const mixed = findMixed(index.records, options.botQuestions)
    results.bots = await measureBots({ index: chosen, folder: scratch, questions: mixed, rounds })
  }
  if (only.includes('worker')) {
    const { records } = index
    const question = questions.short[0] as string
    const folder = scratch
    results.worker = await measureWorker({ folder, records, sizes, retrievers, question, rounds })
    const all = [...questions.short, ...questions.long]
    results.memory = await measureMemory({ folder, records, size: memorySize, questions: all, rounds })
  }
  tell('done')
  return results
}

async function measureSizes(
  { sizes, rounds }: BenchOptions,
  index: LecternIndex,
  folder: string,
): Promise<EngineResult[]> {
  const results: EngineResult[] = []
  for (const size of sizes) {
    await writePassages({ folder }, index, size)
    results.push(...(await measureEngines(size, { folder, rounds })))
  }
  return results
}

function describeRun(options: BenchOptions, index: LecternIndex, questions: Questions): BenchResults {
  const packages = [
    ...engines.flatMap((engine) => engine.package ?? []),
    'hono',
    '@hono/node-server',
    'workerd',
  ]
  return {
    machine: describeMachine([...new Set(packages)]),
    command: ['npm run bench --', basename(resolve(options.corpus)), ...options.given].join(' '),
    corpus: { records: index.records.length, passages: index.passages.length },
    questions: {
      count: Math.min(questions.short.length, questions.long.length),
      shortLength: median(questions.short.map(({ length }) => length)),
      longLength: median(questions.long.map(({ length }) => length)),
      longest: Math.max(...questions.long.map(({ length }) => length)),
    },
    rounds: options.rounds,
  }
}

/** The file of the index's synonyms, the abbreviations of the records among them. */
async function readSynonyms(folder: string): Promise<string> {
  const name = (await readdir(folder)).find((file) => file.startsWith('synonyms-')) as string
  return readFile(join(folder, name), 'utf8')
}
