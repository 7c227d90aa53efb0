import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { LecternError } from '../errors.ts'
import { type IngestedFile, readCorpus } from '../ingest/corpus.ts'
import type { Warning } from '../ingest/parsed.ts'
import { splitPlace } from '../ingest/warning.ts'
import type { LecternRecord, Repair, RepairKind } from '../record/record.ts'
import { buildIndex } from '../search/build.ts'
import { chooseRetriever, type RetrieverChoice } from '../search/choose-retriever.ts'
import type { RetrieverName } from '../search/manifest.ts'
import type { Abbreviation } from '../text/abbreviations.ts'
import { buildInFolder, type WriteIndex } from './node-index.ts'
import { buildLexicon } from './node-lexicon.ts'
import { readSynonyms } from './node-synonyms.ts'

export interface BuildCorpusOptions {
  /** Folder of the documents. */
  corpus: string
  /** Folder to write to. */
  index: string
  /** Stop at the first warning, but for metadata that are missing. Defaults to `false`. */
  strict?: boolean
  /** What the index is to be asked through. Defaults to MiniSearch up to `miniSearchPassages`, the image beyond. */
  retriever?: RetrieverName
  /** Milliseconds of a clock. */
  now: () => number
  onFile?: (done: number, total: number) => void
  onPassage?: (done: number, total: number) => void
}

/** What a build found, for machines and for people. */
export interface IndexReport {
  summary: {
    records: number
    passages: number
    terms: number
    /** How many things were removed or mended. */
    repairs: number
    warnings: Warning[]
    durationMs: number
    /** Of the index. */
    fingerprint: string
    /** What the index is asked through, and why. */
    retriever: RetrieverChoice
  }
  files: {
    file: string
    records: { id: string; title: string }[]
    origins: IngestedFile['origins']
    missing: string[]
  }[]
  repairs: { kind: RepairKind; count: number; example: string }[]
  synonyms: {
    /** How many groups, those of abbreviations among them. */
    groups: number
    /** Those that the records define. */
    abbreviations: Abbreviation[]
  }
}

/**
 * Reads a corpus and writes its index.
 * @throws {LecternError} as `readCorpus` and `buildInFolder`; `index-inside-corpus`, `corpus-unreadable`.
 */
export async function buildCorpusIndex(options: BuildCorpusOptions): Promise<IndexReport> {
  refuseNested(options.corpus, options.index)
  return buildInFolder(options.index, (write) => buildAndWrite(options, write))
}

// ---------------------------------------------------------------------------

async function buildAndWrite(options: BuildCorpusOptions, write: WriteIndex): Promise<IndexReport> {
  const { corpus, strict = false, retriever, now, onFile, onPassage } = options
  const begun = now()
  const ingested = await readCorpus({
    dir: corpus,
    strict,
    ...(onFile && { onFile: ({ index, total }) => onFile(index + 1, total) }),
  })
  const { records, files } = ingested
  if (records.length === 0) throw nothingRead(corpus, ingested.warnings)
  const { groups, abbreviations, ...found } = await readSynonyms({ corpus, records, files })
  if (strict) refuseFirst(found.warnings)
  const lexicon = buildLexicon(records, [...(await readUserWords(corpus)), ...groups.flat()])
  const built = await buildIndex(records, {
    lexicon,
    synonyms: groups,
    retriever: (passages) => chooseRetriever(passages, retriever).retriever,
    ...(onPassage && { onPassage }),
  })
  await write(built)
  const repairs = records.flatMap((record) => record.repairs)
  const { counts, fingerprint } = built.manifest
  const summary = {
    ...counts,
    repairs: repairs.length,
    warnings: [...ingested.warnings, ...found.warnings],
    durationMs: Math.round(now() - begun),
    fingerprint,
    retriever: chooseRetriever(counts.passages, retriever),
  }
  return {
    summary,
    files: describeFiles(files, records),
    repairs: countRepairs(repairs),
    synonyms: { groups: groups.length, abbreviations },
  }
}

/** The user dictionary of a corpus: one word a line, `#` opens a comment; what follows a word on its line is not read. */
async function readUserWords(corpus: string): Promise<string[]> {
  const text = await readFile(join(corpus, 'lexicon.txt'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line) => /^[^\s#]+/u.exec(line.trim())?.[0] ?? [])
}

function refuseNested(corpus: string, index: string): void {
  const path = relative(resolve(corpus), resolve(index))
  if (path !== '' && (path.startsWith('..') || resolve(path) === path)) return
  const message = `the index folder ${index} lies in the corpus folder ${corpus}, where it would be read as documents: give another --index`
  throw new LecternError('index-inside-corpus', message)
}

function nothingRead(corpus: string, warnings: Warning[]): LecternError {
  const reasons = warnings
    .slice(0, 5)
    .map(splitPlace)
    .map(({ place, rest }) => place + rest)
  return new LecternError(
    'corpus-unreadable',
    [`no file in ${corpus} could be read`, ...reasons].join('\n  '),
  )
}

function refuseFirst([first]: readonly Warning[]): void {
  if (first) throw new LecternError(first.code, first.message, first)
}

function describeFiles(
  files: readonly IngestedFile[],
  records: readonly LecternRecord[],
): IndexReport['files'] {
  const titles = new Map(records.map(({ id, title }) => [id, title]))
  return files.map(({ file, records: ids, origins }) => ({
    file,
    records: ids.map((id) => ({ id, title: titles.get(id) ?? '' })),
    origins,
    missing: [...new Set(Object.values(origins).flatMap(missingFields))],
  }))
}

function missingFields(origins: Record<string, string>): string[] {
  return Object.keys(origins).filter((field) => origins[field] === 'missing')
}

function countRepairs(repairs: readonly Repair[]): IndexReport['repairs'] {
  const counted = new Map<RepairKind, { kind: RepairKind; count: number; example: string }>()
  for (const { kind, before, after } of repairs) {
    const entry = counted.get(kind)
    if (entry) entry.count++
    else
      counted.set(kind, {
        kind,
        count: 1,
        example: JSON.stringify(after === '' ? shorten(before) : `${shorten(before)} -> ${shorten(after)}`),
      })
  }
  return [...counted.values()].sort((a, b) => b.count - a.count)
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
