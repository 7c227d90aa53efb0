import type { AnswerResult } from '../answers/answers.ts'
import type { BotResult } from '../bots/bots.ts'
import type { HttpResult } from '../http/http.ts'
import type { EngineFigures, EngineResult } from '../retrieval/retrieval.ts'
import type { MemoryResult } from '../worker/memory.ts'
import type { WorkerResult } from '../worker/worker.ts'
import type { BenchResults } from './results.ts'
import { toMegabytes, toNumber, withRatio } from './units.ts'

/** The tables of the parts that ran, as Markdown. */
export function toTables({ retrieval, answers, http, bots, worker, memory }: BenchResults): string {
  return [
    ...(retrieval ? [`### Retrieval\n\n${retrievalTable(retrieval)}`] : []),
    ...(answers ? [`### Answers\n\n${answersTable(answers)}`] : []),
    ...(http ? [`### Server\n\n${httpTable(http)}`] : []),
    ...(bots ? [`### Bots\n\n${botsTable(bots)}`] : []),
    ...(worker ? [`### Worker\n\n${workerTable(worker)}`] : []),
    ...(memory ? [`### Memory of a Worker\n\n${memoryTable(memory)}`] : []),
  ].join('\n\n')
}

// ---------------------------------------------------------------------------

type Column = [head: string, figure: keyof EngineFigures, scale: (value: number) => number]

const asIs = (value: number) => value

const columns: Column[] = [
  ['build, s', 'build', (value) => value / 1000],
  ['on disk, MB', 'disk', toMegabytes],
  ['open, ms', 'open', asIs],
  ['held, MB', 'held', toMegabytes],
  ['resident, MB', 'resident', toMegabytes],
  ['short p50, ms', 'shortP50', asIs],
  ['short p99, ms', 'shortP99', asIs],
  ['long p50, ms', 'longP50', asIs],
  ['long p99, ms', 'longP99', asIs],
  ['search alone, short / long p50, ms', 'shortSearchP50', asIs],
]

function retrievalTable(results: readonly EngineResult[]): string {
  return toTable(
    ['passages', 'engine', ...columns.map(([head]) => head), 'questions asked', 'same first ten'],
    results.map(({ engine, passages, figures, ratios, agreement }) => [
      String(passages),
      engine,
      ...columns.map(([, name, scale]) =>
        name === 'shortSearchP50'
          ? `${toNumber(figures.shortSearchP50)} / ${toNumber(figures.longSearchP50)}`
          : withRatio(scale(figures[name]), ratios[name]),
      ),
      `${figures.shortAsked} / ${figures.longAsked}`,
      `${(100 * agreement).toFixed(0)}%`,
    ]),
  )
}

/** In brackets, how many times the retrieval. */
function answersTable(results: readonly AnswerResult[]): string {
  return toTable(
    ['index', 'retrieval p50, ms', 'answer p50, ms', 'retrieval p99, ms', 'answer p99, ms'],
    results.map(({ what, figures: { retrievalP50, answerP50, retrievalP99, answerP99 } }) => [
      what,
      toNumber(retrievalP50),
      withRatio(answerP50, answerP50 / retrievalP50),
      toNumber(retrievalP99),
      withRatio(answerP99, answerP99 / retrievalP99),
    ]),
  )
}

function httpTable(results: readonly HttpResult[]): string {
  return toTable(
    ['served', 'requests a second', 'of a bare route with such a body', 'p50, ms', 'p99, ms'],
    results.map(({ what, figures, ratios, ofSized }) => [
      what,
      withRatio(figures.rate, ratios.rate),
      `${toNumber(ofSized)}×`,
      toNumber(figures.p50),
      toNumber(figures.p99),
    ]),
  )
}

/** In brackets, how many times `/api/ask` with or without a store, as here. */
function botsTable(results: readonly BotResult[]): string {
  return toTable(
    ['asked by', 'answer in', 'store', 'requests', 'p50, ms', 'p99, ms'],
    results.map(({ what, answer, isKept, asked, figures, ratios }) => [
      what,
      answer === 'call' ? 'a call' : 'the response',
      isKept ? 'with' : 'without',
      String(asked),
      withRatio(figures.p50, ratios.p50),
      withRatio(figures.p99, ratios.p99),
    ]),
  )
}

function workerTable(results: readonly WorkerResult[]): string {
  return toTable(
    ['Worker', 'passages', 'bundle, MB', 'index, MB', 'start to first answer, ms', 'least to most, ms'],
    results.map(({ what, passages, bundle, disk, start, ratio, least, most }) => [
      what,
      String(passages),
      toNumber(toMegabytes(bundle)),
      toNumber(toMegabytes(disk)),
      withRatio(start, ratio),
      `${toNumber(least)} to ${toNumber(most)}`,
    ]),
  )
}

function memoryTable(results: readonly MemoryResult[]): string {
  return toTable(
    ['Worker', 'passages', 'index, MB', 'questions asked', 'held by the isolate, MB', 'resident, MB'],
    results.map(({ what, passages, disk, asked, held, resident }) => [
      what,
      String(passages),
      toNumber(toMegabytes(disk)),
      String(asked),
      toNumber(toMegabytes(held)),
      toNumber(toMegabytes(resident)),
    ]),
  )
}

function toTable(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
