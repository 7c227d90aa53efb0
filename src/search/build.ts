import { LecternError } from '../errors.ts'
import type { Passage } from '../record/passage.ts'
import { cutPassages } from '../record/passages.ts'
import type { LecternRecord } from '../record/record.ts'
import { createAnalyzer } from '../text/analyze.ts'
import { sha256 } from '../text/digest.ts'
import { type Lexicon, serializeLexicon } from '../text/lexicon.ts'
import { parseSynonyms, serializeSynonyms } from '../text/synonym-file.ts'
import { createSynonyms, type SynonymGroup, type Synonyms } from '../text/synonyms.ts'
import { countTerms, toMiniSearchJson } from './count-terms.ts'
import { toDocument } from './documents.ts'
import { fingerprintAnalyzer, formatVersion, type Manifest, manifestFile, type PartName } from './manifest.ts'
import { serializeSubwordCounts } from './subword-counts.ts'

/** A finished index: file names and contents. `manifest.json` comes last and must be written last. */
export interface IndexFiles {
  manifest: Manifest
  files: Map<string, string>
}

export interface BuildOptions {
  lexicon: Lexicon
  /** Words that are found for one another; the first of a group stands for it. Defaults to none. */
  synonyms?: readonly SynonymGroup[]
  /** Called after every passage that is indexed. */
  onPassage?: (done: number, total: number) => void
}

/**
 * Builds the index of records, in their order. The same input gives the same files, byte for byte.
 * @throws {LecternError} `synonyms-invalid`.
 */
export async function buildIndex(
  records: readonly LecternRecord[],
  options: BuildOptions,
): Promise<IndexFiles> {
  const synonyms = serializeSynonyms(options.synonyms ?? [])
  const analyze = createAnalyzer(options.lexicon, readBack(synonyms))
  const passages: Passage[] = []
  for (const [number, record] of records.entries()) {
    for (const passage of cutPassages(record, { record: number, firstId: passages.length }))
      passages.push(passage)
  }
  const counted = countTerms(documentsOf(records, passages, options.onPassage), analyze)
  const lexicon = serializeLexicon(options.lexicon)
  const parts: Record<PartName, string> = {
    records: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    passages: passages.map((passage) => `${JSON.stringify(passage)}\n`).join(''),
    lexicon,
    synonyms,
    subwords: serializeSubwordCounts(counted.subwords),
    minisearch: toMiniSearchJson(counted),
  }
  const counts = { records: records.length, passages: passages.length, terms: counted.terms.size }
  return toFiles(parts, counts, await fingerprintAnalyzer({ lexicon, synonyms }))
}

/** As whoever opens the index will read them, so that both cut texts alike. */
function readBack(file: string): Synonyms {
  const { groups, faults } = parseSynonyms(file)
  const [fault] = faults
  if (fault) throw new LecternError('synonyms-invalid', `Among the synonyms, ${fault.message}`)
  return createSynonyms(groups)
}

function* documentsOf(
  records: readonly LecternRecord[],
  passages: readonly Passage[],
  onPassage: BuildOptions['onPassage'],
) {
  for (const [at, passage] of passages.entries()) {
    yield toDocument(passage, records[passage.record] as LecternRecord)
    onPassage?.(at + 1, passages.length)
  }
}

const extensions: Record<PartName, string> = {
  records: 'jsonl',
  passages: 'jsonl',
  lexicon: 'txt',
  synonyms: 'txt',
  subwords: 'txt',
  minisearch: 'json',
}

/** Parts are named by their content, so that a new index never overwrites a file of the one before. */
async function toFiles(
  parts: Record<PartName, string>,
  counts: Manifest['counts'],
  analyzer: string,
): Promise<IndexFiles> {
  const files = new Map<string, string>()
  const entries = {} as Manifest['parts']
  for (const [name, content] of Object.entries(parts) as [PartName, string][]) {
    const digest = await sha256(content)
    const file = `${name}-${digest.slice(0, 12)}.${extensions[name]}`
    files.set(file, content)
    entries[name] = { file, sha256: digest }
  }
  const identity = JSON.stringify([
    formatVersion,
    analyzer,
    Object.values(entries).map(({ sha256 }) => sha256),
  ])
  const manifest: Manifest = {
    format: formatVersion,
    analyzer,
    fingerprint: (await sha256(identity)).slice(0, 16),
    retriever: 'minisearch',
    counts,
    parts: entries,
  }
  files.set(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  return { manifest, files }
}
