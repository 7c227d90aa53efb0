import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { buildLexicon } from '../../src/adapter/node-lexicon.ts'
import { cutPassages } from '../../src/record/passages.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { type BuildOptions, buildIndex } from '../../src/search/build.ts'

/** The retrievers that Lectern's own index can be built with, and how the build is told: a further one goes here. */
const optionsOf = {
  minisearch: { retriever: 'minisearch' },
  frozen: { retriever: 'frozen' },
} as const satisfies Record<string, Partial<BuildOptions>>

export type RetrieverName = keyof typeof optionsOf

/** Server and Worker are measured with each. */
export const retrievers = Object.keys(optionsOf) as [RetrieverName, ...RetrieverName[]]

/** As `lectern index` does. @returns the index folder. */
export async function buildWholeIndex(
  corpus: string,
  scratch: string,
  retriever: RetrieverName,
): Promise<string> {
  const index = join(scratch, `index-${retriever}`)
  await buildCorpusIndex({ corpus, index, now: () => performance.now(), ...optionsOf[retriever] })
  return index
}

export interface PartIndex {
  folder: string
  records: number
  passages: number
}

/** An index of the first records that together have at most `size` passages; of the first one at least. */
export async function buildPartIndex(
  all: readonly LecternRecord[],
  { size, folder, retriever }: { size: number; folder: string; retriever: RetrieverName },
): Promise<PartIndex> {
  const records: LecternRecord[] = []
  let passages = 0
  for (const record of all) {
    const { length } = cutPassages(record, { record: 0, firstId: 0 })
    if (records.length > 0 && passages + length > size) break
    records.push(record)
    passages += length
  }
  const { files } = await buildIndex(records, { lexicon: buildLexicon(records), ...optionsOf[retriever] })
  await mkdir(folder, { recursive: true })
  for (const [name, content] of files) await writeFile(join(folder, name), content)
  return { folder, records: records.length, passages }
}
