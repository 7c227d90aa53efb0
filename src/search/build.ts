import { LecternError } from '../errors.ts'
import type { Passage } from '../record/passage.ts'
import { cutPassages } from '../record/passages.ts'
import type { LecternRecord } from '../record/record.ts'
import { createAnalyzer } from '../text/analyze.ts'
import { sha256 } from '../text/digest.ts'
import { type Lexicon, serializeLexicon } from '../text/lexicon.ts'
import { parseSynonyms, serializeSynonyms } from '../text/synonym-file.ts'
import { createSynonyms, type SynonymGroup, type Synonyms } from '../text/synonyms.ts'
import { countTerms } from './count-terms.ts'
import { toDocument } from './documents.ts'
import { type ImageContent, writeImage } from './frozen/write-image.ts'
import {
  fingerprintAnalyzer,
  formatVersion,
  type Manifest,
  manifestFile,
  type PartName,
  type RetrieverName,
} from './manifest.ts'
import { serializeSubwordCounts } from './subword-counts.ts'
import { toMiniSearchJson } from './write-minisearch.ts'

/** A finished index: file names and contents. `manifest.json` comes last and must be written last. */
export interface IndexFiles<R extends RetrieverName = RetrieverName> {
  manifest: Manifest<R>
  files: Map<string, string | Uint8Array<ArrayBuffer>>
}

export interface BuildOptions<R extends RetrieverName = RetrieverName> {
  lexicon: Lexicon
  /** Words that are found for one another; the first of a group stands for it. Defaults to none. */
  synonyms?: readonly SynonymGroup[]
  /** What the index is to be asked through, or a choice by the number of passages. Defaults to `minisearch`. */
  retriever?: R | ((passages: number) => R)
  /** Called after every passage that is indexed. */
  onPassage?: (done: number, total: number) => void
}

/**
 * Builds the index of records, in their order. The same input gives the same files, byte for byte.
 * @throws {LecternError} `synonyms-invalid`, `index-too-large`.
 */
export async function buildIndex<R extends RetrieverName = 'minisearch'>(
  records: readonly LecternRecord[],
  options: BuildOptions<R>,
): Promise<IndexFiles<R>> {
  const synonyms = serializeSynonyms(options.synonyms ?? [])
  const analyze = createAnalyzer(options.lexicon, readBack(synonyms))
  const passages: Passage[] = []
  for (const [number, record] of records.entries()) {
    for (const passage of cutPassages(record, { record: number, firstId: passages.length }))
      passages.push(passage)
  }
  const counted = countTerms(documentsOf(records, passages, options.onPassage), analyze)
  const analyzer = await fingerprintAnalyzer({ lexicon: serializeLexicon(options.lexicon), synonyms })
  const content = { records, passages, counted, lexicon: options.lexicon, synonyms, analyzer }
  const { retriever: asked = 'minisearch' as R } = options
  const retriever: RetrieverName = typeof asked === 'function' ? asked(passages.length) : asked
  const written = {
    retriever,
    analyzer,
    counts: { records: records.length, passages: passages.length, terms: counted.terms.length },
    parts: retriever === 'frozen' ? { image: await writeImage(content) } : writeParts(content),
  }
  return toFiles<R>(written)
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

/** What MiniSearch needs, and what is read beside it. */
function writeParts({
  records,
  passages,
  counted,
  lexicon,
  synonyms,
}: ImageContent): Record<PartName<'minisearch'>, string> {
  return {
    records: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    passages: passages.map((passage) => `${JSON.stringify(passage)}\n`).join(''),
    lexicon: serializeLexicon(lexicon),
    synonyms,
    subwords: serializeSubwordCounts(counted.subwords),
    minisearch: toMiniSearchJson(counted),
  }
}

const extensions: Record<PartName, string> = {
  records: 'jsonl',
  passages: 'jsonl',
  lexicon: 'txt',
  synonyms: 'txt',
  subwords: 'txt',
  minisearch: 'json',
  image: 'bin',
}

interface Written extends Pick<Manifest, 'retriever' | 'analyzer' | 'counts'> {
  parts: Partial<Record<PartName, string | Uint8Array<ArrayBuffer>>>
}

/** Parts are named by their content, so that a new index never overwrites a file of the one before. */
async function toFiles<R extends RetrieverName>({
  retriever,
  analyzer,
  counts,
  parts,
}: Written): Promise<IndexFiles<R>> {
  const files: IndexFiles['files'] = new Map()
  const entries: Record<string, { file: string; sha256: string }> = {}
  for (const [name, content] of Object.entries(parts)) {
    const digest = await sha256(content)
    const file = `${name}-${digest.slice(0, 12)}.${extensions[name as PartName]}`
    files.set(file, content)
    entries[name] = { file, sha256: digest }
  }
  const digests = Object.values(entries).map(({ sha256 }) => sha256)
  const identity = JSON.stringify([formatVersion, analyzer, digests])
  const fingerprint = (await sha256(identity)).slice(0, 16)
  const manifest = { format: formatVersion, analyzer, fingerprint, retriever, counts, parts: entries }
  files.set(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  return { manifest: manifest as unknown as Manifest<R>, files }
}
