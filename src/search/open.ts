import type { AsPlainObject } from 'minisearch'
import { LecternError } from '../errors.ts'
import type { Passage } from '../record/passage.ts'
import type { LecternRecord } from '../record/record.ts'
import { createAnalyzer } from '../text/analyze.ts'
import { sha256 } from '../text/digest.ts'
import { parseLexicon } from '../text/lexicon.ts'
import { parseSynonyms } from '../text/synonym-file.ts'
import { createSynonyms } from '../text/synonyms.ts'
import { collectSpeakers, type LecternIndex } from './lectern-index.ts'
import {
  fingerprintAnalyzer,
  type Manifest,
  manifestFile,
  type PartName,
  parseManifest,
  partNames,
  rebuild,
} from './manifest.ts'
import { openMiniSearch } from './minisearch-retriever.ts'
import { parseSubwordCounts } from './subword-counts.ts'

/** Reads a file of the index by name; undefined when there is none. */
export type ReadFile = (name: string) => Promise<string | undefined>

/**
 * Opens an index after checking that it is whole and that this version cuts text as its builder did.
 * @throws {LecternError} `index-missing`, `index-corrupt`, `index-other-format`, `index-other-analyzer`.
 */
export async function openIndex(read: ReadFile): Promise<LecternIndex> {
  const manifestText = await read(manifestFile)
  if (manifestText === undefined) {
    throw new LecternError('index-missing', rebuild(`There is no index here: ${manifestFile} is missing`))
  }
  const manifest = parseManifest(manifestText)
  const parts = await readParts(manifest, read)
  await checkAnalyzer(manifest, parts)
  await checkDigests(manifest, parts)
  const lexicon = parseLexicon(parts.lexicon)
  const analyze = createAnalyzer(lexicon, createSynonyms(parseSynonyms(parts.synonyms).groups))
  const records = parseLines<LecternRecord>(parts.records)
  return {
    fingerprint: manifest.fingerprint,
    terms: manifest.counts.terms,
    records,
    averageRecordLength: Math.max(
      1,
      records.reduce((sum, { text }) => sum + text.length, 0) / records.length || 1,
    ),
    passages: parseLines<Passage>(parts.passages),
    analyze,
    lexicon,
    speakers: collectSpeakers(records),
    subwords: parseSubwordCounts(parts.subwords),
    retriever: openMiniSearch(JSON.parse(parts.minisearch) as AsPlainObject, analyze),
  }
}

async function readParts(manifest: Manifest, read: ReadFile): Promise<Record<PartName, string>> {
  const parts = {} as Record<PartName, string>
  for (const name of partNames) {
    const { file } = manifest.parts[name]
    const content = await read(file)
    if (content === undefined) {
      throw new LecternError('index-corrupt', rebuild(`The index is not whole: ${file} is missing`), { file })
    }
    parts[name] = content
  }
  return parts
}

async function checkAnalyzer(manifest: Manifest, parts: Record<PartName, string>): Promise<void> {
  const own = await fingerprintAnalyzer(parts)
  if (own === manifest.analyzer) return
  const problem = `The index was built with analyzer ${manifest.analyzer}, but this analyzer, lexicon and synonyms are ${own}: the same words would give other terms`
  throw new LecternError('index-other-analyzer', rebuild(problem), { file: manifest.parts.lexicon.file })
}

async function checkDigests(manifest: Manifest, parts: Record<PartName, string>): Promise<void> {
  for (const name of partNames) {
    const { file, sha256: expected } = manifest.parts[name]
    if ((await sha256(parts[name])) === expected) continue
    throw new LecternError(
      'index-corrupt',
      rebuild(`The index is damaged: ${file} is not what was written`),
      { file },
    )
  }
}

function parseLines<T>(jsonLines: string): T[] {
  return jsonLines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
