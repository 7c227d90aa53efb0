import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { buildLexicon } from '../adapter/node-lexicon.ts'
import { LecternError } from '../errors.ts'
import { type Dataset, parseDataset } from '../eval/dataset.ts'
import { type EvalReport, evaluate, summarize } from '../eval/evaluate.ts'
import { toRecord } from '../eval/records.ts'
import { buildIndex } from '../search/build.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import { openIndex } from '../search/open.ts'
import { wholeNumber } from './arguments.ts'
import { createProgress } from './progress.ts'

interface EvalOptions {
  dataset: string
  limit?: number
  json?: boolean
}

export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .description('measure answers on a folder with passages.jsonl and questions.jsonl')
    .requiredOption('--dataset <dir>', 'folder of the question set')
    .option('--limit <n>', 'only the first n questions', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--json', 'print the figures as JSON')
    .action(async ({ dataset: dir, limit, json }: EvalOptions) => {
      const dataset = await readDataset(dir)
      const silent = json === true
      const index = await indexDataset(dataset, silent)
      const asking = createProgress('Asking  ', { silent })
      const questions = dataset.questions.slice(0, limit)
      const results = await evaluate(index, questions, {
        now: () => performance.now(),
        onQuestion: asking.update,
      })
      asking.stop()
      const report = summarize(results, index.passages.length)
      process.stdout.write(silent ? `${JSON.stringify(report)}\n` : formatEval(report))
    })
}

async function readDataset(dir: string): Promise<Dataset> {
  const read = async (name: string) => {
    try {
      return await readFile(join(dir, name), 'utf8')
    } catch (cause) {
      const message = `cannot read ${join(dir, name)}: ${(cause as Error).message}. A dataset is a folder with passages.jsonl and questions.jsonl`
      throw new LecternError('dataset-missing', message, { file: name, cause })
    }
  }
  return parseDataset(await read('passages.jsonl'), await read('questions.jsonl'))
}

/** The same way as `lectern index` and back: build, serialize, open. */
async function indexDataset(dataset: Dataset, silent: boolean): Promise<LecternIndex> {
  const records = await Promise.all(dataset.passages.map(toRecord))
  const indexing = createProgress('Indexing', { silent })
  const { files } = await buildIndex(records, { lexicon: buildLexicon(records), onPassage: indexing.update })
  indexing.stop()
  return openIndex(async (name) => files.get(name))
}

function formatEval(report: EvalReport): string {
  const { abstention, latencyMs, ...figures } = report
  const rows: [string, number | null][] = [
    ...Object.entries(figures),
    ['abstention.auroc', abstention.auroc],
    ['abstention.coverageAt5pctFalse', abstention.coverageAt5pctFalse],
    ['latencyMs.p50', latencyMs.p50],
    ['latencyMs.p99', latencyMs.p99],
  ]
  return rows.map(([name, value]) => `${name.padEnd(32)}${formatFigure(value)}\n`).join('')
}

function formatFigure(value: number | null): string {
  if (value === null) return '–'
  return Number.isInteger(value) ? String(value) : value.toFixed(4)
}
