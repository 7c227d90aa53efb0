import type { AsPlainObject } from 'minisearch'
import { LecternError } from '../errors.ts'
import type { Passage } from '../record/passage.ts'
import type { LecternRecord } from '../record/record.ts'
import { createAnalyzer } from '../text/analyze.ts'
import { sha256 } from '../text/digest.ts'
import { parseLexicon } from '../text/lexicon.ts'
import { parseSynonyms } from '../text/synonym-file.ts'
import { createSynonyms } from '../text/synonyms.ts'
import type { ImageSource } from './frozen/image.ts'
import { openFrozenIndex, readImage } from './frozen/open-image.ts'
import { averageLength, collectSpeakers, type LecternIndex, toPassages } from './lectern-index.ts'
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

/** Reads a file of the index by name; undefined when there is none. Those of which `isBinaryFile` says so as bytes. */
export type ReadFile = (name: string) => Promise<string | Uint8Array<ArrayBuffer> | undefined>

/**
 * Reads files of which `isBinaryFile` says so as one, end to end, or when they are needed; undefined when one of them is
 * missing.
 * @param size bytes of all of them together, where the manifest tells it
 */
export type ReadJoined = (
  names: readonly string[],
  size: number | undefined,
) => Promise<Uint8Array<ArrayBuffer> | ImageSource | undefined>

/**
 * Opens an index after checking that it is whole and that this version cuts text as its builder did. Of an image, each
 * part is checked when it is first read.
 * @throws {LecternError} `index-missing`, `index-corrupt`, `index-other-format`, `index-other-analyzer`.
 */
export async function openIndex(
  read: ReadFile,
  readJoined: ReadJoined = joinFiles(read),
): Promise<LecternIndex> {
  const manifestText = await read(manifestFile)
  if (manifestText === undefined) {
    throw new LecternError('index-missing', rebuild(`There is no index here: ${manifestFile} is missing`))
  }
  const manifest = parseManifest(toText(manifestText))
  return manifest.retriever === 'frozen' ? openFrozen(manifest, readJoined) : openWhole(manifest, read)
}

// ---------------------------------------------------------------------------

async function openFrozen(manifest: Manifest<'frozen'>, read: ReadJoined): Promise<LecternIndex> {
  const { file, pieces, size } = manifest.parts.image
  const names = pieces === undefined ? [file] : Array.from({ length: pieces }, (_, at) => `${file}.${at}`)
  const source = await read(names, size)
  if (!source) throw missing(file)
  const opened = readImage(source)
  if (opened.meta.analyzer !== manifest.analyzer) {
    throw new LecternError('index-corrupt', rebuild(`The index is damaged: ${file} is of another index`), {
      file,
    })
  }
  return openFrozenIndex(opened, manifest.fingerprint)
}

async function openWhole(manifest: Manifest<'minisearch'>, read: ReadFile): Promise<LecternIndex> {
  const parts = {} as Parts
  for (const name of partNames.minisearch)
    parts[name] = toText(await readPart(manifest.parts[name].file, read))
  await checkAnalyzer(manifest, parts)
  await checkDigests(manifest, parts)
  const lexicon = parseLexicon(parts.lexicon)
  const analyze = createAnalyzer(lexicon, createSynonyms(parseSynonyms(parts.synonyms).groups))
  const records = parseLines<LecternRecord>(parts.records)
  const passages = parseLines<Passage>(parts.passages)
  return {
    fingerprint: manifest.fingerprint,
    terms: manifest.counts.terms,
    records,
    averageRecordLength: averageLength(records),
    passages: toPassages(passages),
    speakerOf: (id) => {
      const { record, turn } = passages[id] as Passage
      return records[record]?.turns[turn]?.speaker
    },
    lengthOf: (record) => (records[record] as LecternRecord).text.length,
    analyze,
    lexicon,
    speakers: collectSpeakers(records),
    subwords: parseSubwordCounts(parts.subwords),
    retriever: openMiniSearch(JSON.parse(parts.minisearch) as AsPlainObject, analyze),
  }
}

type Parts = Record<PartName<'minisearch'>, string>

async function readPart(file: string, read: ReadFile): Promise<string | Uint8Array<ArrayBuffer>> {
  const content = await read(file)
  if (content !== undefined) return content
  throw missing(file)
}

function missing(file: string): LecternError {
  return new LecternError('index-corrupt', rebuild(`The index is not whole: ${file} is missing`), { file })
}

/** Reads all of them, one by one. */
export function joinFiles(read: ReadFile): ReadJoined {
  return async (names) =>
    join(await Promise.all(names.map(async (name) => toBytes(await readPart(name, read)))))
}

function join(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only, ...others] = pieces
  if (only && others.length === 0) return only
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function toText(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function toBytes(content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

async function checkAnalyzer(manifest: Manifest<'minisearch'>, parts: Parts): Promise<void> {
  const own = await fingerprintAnalyzer(parts)
  if (own === manifest.analyzer) return
  const problem = `The index was built with analyzer ${manifest.analyzer}, but this analyzer, lexicon and synonyms are ${own}: the same words would give other terms`
  throw new LecternError('index-other-analyzer', rebuild(problem), { file: manifest.parts.lexicon.file })
}

async function checkDigests(manifest: Manifest<'minisearch'>, parts: Parts): Promise<void> {
  for (const name of partNames.minisearch) {
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
