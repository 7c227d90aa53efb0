import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Passage } from '../../../src/record/passage.ts'
import { toDocument } from '../../../src/search/documents.ts'
import type { LecternIndex } from '../../../src/search/lectern-index.ts'
import { type PassageDocument, searchedFields } from '../../../src/search/minisearch-options.ts'
import type { QueryContext } from '../../../src/search/query.ts'
import { createAnalyzer } from '../../../src/text/analyze.ts'
import { parseLexicon, serializeLexicon } from '../../../src/text/lexicon.ts'
import { parseSynonyms } from '../../../src/text/synonym-file.ts'
import { createSynonyms } from '../../../src/text/synonyms.ts'
import type { Questions } from './questions.ts'
import { createRewriter } from './rewrite.ts'

/** A folder that holds everything that an engine is given, so that each process reads the same. */
export interface Material {
  folder: string
}

/** Writes what all engines share. `synonyms` is the file of the index. */
export async function writeMaterial(
  { folder }: Material,
  { index, synonyms, questions }: { index: LecternIndex; synonyms: string; questions: Questions },
): Promise<void> {
  await writeFile(join(folder, 'lexicon.txt'), serializeLexicon(index.lexicon))
  await writeFile(join(folder, 'synonyms.txt'), synonyms)
  await writeFile(join(folder, 'speakers.json'), JSON.stringify([...index.speakers]))
  await writeFile(join(folder, 'questions.json'), JSON.stringify(questions))
}

/** Writes the first `size` passages; beyond those that there are, copies with changed words. */
export async function writePassages({ folder }: Material, index: LecternIndex, size: number): Promise<void> {
  const rewrite = createRewriter(index.lexicon)
  const lines: string[] = []
  for (let id = 0; id < size; id++) {
    const copy = Math.floor(id / index.passages.length)
    const passage = index.passages.at(id % index.passages.length) as Passage
    const record = index.records[passage.record] as LecternIndex['records'][number]
    const document = { ...toDocument(passage, record), id }
    if (copy > 0) for (const field of searchedFields) document[field] = rewrite(document[field], copy)
    lines.push(JSON.stringify(document))
  }
  await writeFile(passagesFile(folder, size), lines.join('\n'))
}

export async function readPassages({ folder }: Material, size: number): Promise<PassageDocument[]> {
  const text = await readFile(passagesFile(folder, size), 'utf8')
  return text.split('\n').map((line) => JSON.parse(line) as PassageDocument)
}

/** What the project reads a question against, and cuts texts with. */
export async function readContext({ folder }: Material): Promise<QueryContext> {
  const lexicon = parseLexicon(await readFile(join(folder, 'lexicon.txt'), 'utf8'))
  const { groups } = parseSynonyms(await readFile(join(folder, 'synonyms.txt'), 'utf8'))
  const speakers = JSON.parse(await readFile(join(folder, 'speakers.json'), 'utf8')) as [string, string][]
  return { lexicon, analyze: createAnalyzer(lexicon, createSynonyms(groups)), speakers: new Map(speakers) }
}

export async function readQuestions({ folder }: Material): Promise<Questions> {
  return JSON.parse(await readFile(join(folder, 'questions.json'), 'utf8')) as Questions
}

function passagesFile(folder: string, size: number): string {
  return join(folder, `passages-${size}.jsonl`)
}
