import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLecternError } from '../errors.ts'
import type { IngestedFile } from '../ingest/corpus.ts'
import { decode } from '../ingest/format/decode.ts'
import type { Warning } from '../ingest/parsed.ts'
import type { LecternRecord } from '../record/record.ts'
import { type AmbiguousShort, addAbbreviations } from '../text/abbreviation-groups.ts'
import { type Abbreviation, findAbbreviations } from '../text/abbreviations.ts'
import { parseSynonyms } from '../text/synonym-file.ts'
import type { SynonymGroup } from '../text/synonyms.ts'

/** The synonyms of a corpus: those of its `synonyms.txt` and the abbreviations that its records define. */
export interface CorpusSynonyms {
  groups: SynonymGroup[]
  abbreviations: Abbreviation[]
  warnings: Warning[]
}

export interface SynonymSources {
  /** Folder of the documents. */
  corpus: string
  records: readonly LecternRecord[]
  files: readonly IngestedFile[]
}

/** A line that cannot be used is a warning, and so is a short form that the records give to several names. */
export async function readSynonyms({ corpus, records, files }: SynonymSources): Promise<CorpusSynonyms> {
  const written = await readSynonymFile(corpus)
  const fileOf = new Map(files.flatMap(({ file, records: ids }) => ids.map((id) => [id, file])))
  const found = records.flatMap(({ id, text }) =>
    findAbbreviations(text).map((abbreviation) => ({ ...abbreviation, file: fileOf.get(id) ?? id })),
  )
  const { groups, added, ambiguous } = addAbbreviations(written.groups, found)
  const warnings = ambiguous.map((short) => warnOfAmbiguous(short, found))
  return { groups, abbreviations: added, warnings: [...written.warnings, ...warnings] }
}

// ---------------------------------------------------------------------------

const name = 'synonyms.txt'

async function readSynonymFile(corpus: string): Promise<{ groups: SynonymGroup[]; warnings: Warning[] }> {
  try {
    const { text, warnings } = decode(await readFile(join(corpus, name)), { file: name })
    const { groups, faults } = parseSynonyms(text)
    return { groups, warnings: [...warnings, ...faults.map(warnOfFault)] }
  } catch (cause) {
    return { groups: [], warnings: warnOfFile(cause as NodeJS.ErrnoException) }
  }
}

function warnOfFault({ line, message }: { line: number; message: string }): Warning {
  return { code: 'synonyms-invalid', message: `${name}:${line}: ${message}`, file: name, line }
}

/** None for a file that is not there or says nothing. */
function warnOfFile(cause: NodeJS.ErrnoException): Warning[] {
  if (cause.code === 'ENOENT' || cause.code === 'file-empty') return []
  const why = isLecternError(cause) ? cause.message : `${name} could not be read (${cause.message})`
  return [{ code: 'synonyms-unreadable', message: `${why}; no synonyms of it are used`, file: name }]
}

function warnOfAmbiguous(
  { short, longs }: AmbiguousShort,
  found: readonly (Abbreviation & { file: string })[],
): Warning {
  const file = found.find(({ long }) => long === longs.at(-1))?.file as string
  const names = longs.map((long) => `"${long}"`).join(' and for ')
  const message = `${file}: "${short}" is short for ${names}, and finds none of them: to have it find one, write that group into ${name}`
  return { code: 'abbreviation-ambiguous', message, file }
}
