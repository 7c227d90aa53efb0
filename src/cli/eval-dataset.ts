import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { LecternError } from '../errors.ts'
import { type Dataset, parseDataset } from '../eval/dataset.ts'
import { type EvalReport, evaluate, type QuestionResult, summarize } from '../eval/evaluate.ts'
import { toRecord } from '../eval/records.ts'
import { buildIndex } from '../search/build.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import { openIndex } from '../search/open.ts'
import { createProgress } from './progress.ts'

export interface NamedDataset extends Dataset {
  /** Name of its folder. */
  name: string
}

export interface EvalRun {
  dataset: string
  report: EvalReport
  results: QuestionResult[]
}

/** What a dataset's folder is called. */
export function nameDataset(dir: string): string {
  return basename(resolve(dir)) || dir
}

/** @throws {LecternError} `dataset-missing`, `dataset-invalid`. */
export async function readDataset(dir: string): Promise<NamedDataset> {
  const read = async (name: string) => {
    try {
      return await readFile(join(dir, name), 'utf8')
    } catch (cause) {
      const message = `cannot read ${join(dir, name)}: ${(cause as Error).message}. A dataset is a folder with passages.jsonl and questions.jsonl`
      throw new LecternError('dataset-missing', message, { file: name, cause })
    }
  }
  const files = [await read('passages.jsonl'), await read('questions.jsonl')] as const
  return { name: nameDataset(dir), ...parseDataset(...files) }
}

/** Indexes a dataset as `lectern index` does, and asks its questions. */
export async function runDataset(
  dataset: NamedDataset,
  { limit, silent }: { limit: number | undefined; silent: boolean },
): Promise<EvalRun> {
  const index = await indexDataset(dataset, silent)
  const asking = createProgress(`Asking   ${dataset.name}`, { silent })
  const results = await evaluate(index, dataset.questions.slice(0, limit), {
    now: () => performance.now(),
    onQuestion: asking.update,
  }).finally(asking.stop)
  return { dataset: dataset.name, report: summarize(results, index.passages.length), results }
}

// ---------------------------------------------------------------------------

/** The same way as `lectern index` and back: build, serialize, open. */
async function indexDataset(dataset: NamedDataset, silent: boolean): Promise<LecternIndex> {
  // Only here: nodejieba is native, and whoever only asks does without it.
  const { buildLexicon } = await import('../adapter/node-lexicon.ts')
  const records = await Promise.all(dataset.passages.map(toRecord))
  const indexing = createProgress(`Indexing ${dataset.name}`, { silent })
  const { files } = await buildIndex(records, {
    lexicon: buildLexicon(records),
    onPassage: indexing.update,
  }).finally(indexing.stop)
  return openIndex(async (name) => files.get(name))
}
