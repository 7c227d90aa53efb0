import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import { buildLexicon } from '../../src/adapter/node-lexicon.ts'
import { type Dataset, parseDataset } from '../../src/eval/dataset.ts'
import { squeeze } from '../../src/eval/evaluate.ts'
import { toRecord } from '../../src/eval/records.ts'
import { buildIndex } from '../../src/search/build.ts'
import type { LecternIndex } from '../../src/search/lectern-index.ts'
import { openIndex } from '../../src/search/open.ts'

/** A question with what counts as its answer. */
export interface LabelledQuestion {
  question: string
  /** Records that answer; none where nothing does. */
  records: readonly string[]
  /** Whether a text holds an answer. */
  isAnswered: (text: string) => boolean
  /** What belongs together and may not stand on both sides of a split: the article. */
  group: string
}

/** An index with questions to it. */
export interface SampleSet {
  name: string
  index: LecternIndex
  questions: readonly LabelledQuestion[]
  /** Record id -> what belongs together with it. */
  groupOf: ReadonlyMap<string, string>
  /** Whether its records are the articles of another set, whole. */
  isJoined?: boolean
}

/** A folder with `passages.jsonl` and `questions.jsonl`, each passage a record. */
export async function readSampleSet(dir: string): Promise<SampleSet> {
  const dataset = await readDataset(dir)
  const groupOf = new Map(dataset.passages.map(({ id, title }) => [id, title ?? id]))
  return toSampleSet(basename(dir), dataset, groupOf, (id) => id)
}

/** The same with the passages of one title joined to one record: documents as long as transcripts are. */
export async function readJoinedSet(dir: string): Promise<SampleSet> {
  const { passages, questions } = await readDataset(dir)
  const titleOf = new Map(passages.map(({ id, title }) => [id, title ?? id]))
  const titles = [...new Set(titleOf.values())]
  const joined = titles.map((title) => ({
    id: title,
    title,
    text: passages
      .filter(({ id }) => titleOf.get(id) === title)
      .map(({ text }) => text.replaceAll('\n', ' '))
      .join('\n\n'),
  }))
  const groupOf = new Map(titles.map((title) => [title, title]))
  const set: Dataset = { passages: joined, questions }
  const name = `${basename(dir)}, joined`
  return { ...(await toSampleSet(name, set, groupOf, (id) => titleOf.get(id) as string)), isJoined: true }
}

/** The demonstration corpus with its golden questions. */
export async function readGoldenSet(root: string, scratch: string): Promise<SampleSet> {
  await buildCorpusIndex({ corpus: join(root, 'corpus'), index: scratch, now: () => 0 })
  const lines = (await readFile(join(root, 'test/golden/questions.jsonl'), 'utf8')).trim().split('\n')
  const questions = lines.map((line): LabelledQuestion => {
    const { id, question, record, phrase } = JSON.parse(line) as Record<string, string | null>
    return {
      question: question as string,
      records: typeof record === 'string' ? [record] : [],
      isAnswered: (text) => typeof phrase === 'string' && squeeze(text).includes(squeeze(phrase)),
      group: id as string,
    }
  })
  return { name: 'golden', index: await openIndexFolder(scratch), questions, groupOf: new Map() }
}

// ---------------------------------------------------------------------------

async function readDataset(dir: string): Promise<Dataset> {
  const read = (name: string) => readFile(join(dir, name), 'utf8')
  return parseDataset(await read('passages.jsonl'), await read('questions.jsonl'))
}

async function toSampleSet(
  name: string,
  { passages, questions }: Dataset,
  groupOf: ReadonlyMap<string, string>,
  recordOf: (passage: string) => string,
): Promise<SampleSet> {
  const records = await Promise.all(passages.map(toRecord))
  const { files } = await buildIndex(records, { lexicon: buildLexicon(records) })
  const index = await openIndex(async (file) => files.get(file))
  return {
    name,
    index,
    groupOf,
    questions: questions.map(({ id, question, relevant, answers }) => {
      const relevantRecords = relevant.map(recordOf)
      const squeezed = answers.map(squeeze)
      return {
        question,
        records: relevantRecords,
        isAnswered: (text) => squeezed.some((answer) => squeeze(text).includes(answer)),
        group: groupOf.get(relevantRecords[0] ?? '') ?? id,
      }
    }),
  }
}
