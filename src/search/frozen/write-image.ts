import type { Passage } from '../../record/passage.ts'
import type { LecternRecord } from '../../record/record.ts'
import { analyzerVersion } from '../../text/analyze.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { CountedTerms } from '../count-terms.ts'
import { averageLength, collectSpeakers } from '../lectern-index.ts'
import { searchedFields } from '../minisearch-options.ts'
import { writeColumns } from './columns.ts'
import { writeLexicon } from './frozen-lexicon.ts'
import { composeImage } from './image.ts'
import type { SectionName } from './layout.ts'
import type { ImageMeta } from './meta.ts'
import { writePassages } from './passages.ts'
import { writeRecords } from './records.ts'
import { writeStringTable } from './string-table.ts'
import { writeTerms } from './terms.ts'

export interface ImageContent {
  records: readonly LecternRecord[]
  passages: readonly Passage[]
  counted: CountedTerms
  lexicon: Lexicon
  /** As `serializeSynonyms` writes them. */
  synonyms: string
  /** Fingerprint of the analyzer. */
  analyzer: string
}

/**
 * Everything that an index holds in one image. The same content gives the same bytes.
 * @throws {LecternError} `index-too-large` for more than four gigabytes.
 */
export async function writeImage(content: ImageContent): Promise<Uint8Array<ArrayBuffer>> {
  const { records, passages, counted, lexicon, synonyms, analyzer } = content
  const { passages: columns, speakers } = writePassages(passages, records)
  const meta: ImageMeta = {
    analyzerVersion,
    analyzer,
    counts: { records: records.length, passages: passages.length, terms: counted.terms.length },
    averageFieldLengths: [...counted.averageFieldLengths],
    longestFieldLengths: searchedFields.map((_, field) => findLongest(counted, field)),
    averageRecordLength: averageLength(records),
    synonyms,
    speakers,
    names: [...collectSpeakers(records)],
  }
  const subwords = [...counted.subwords.keys()]
  const sections: Record<SectionName, Uint8Array> = {
    meta: new TextEncoder().encode(JSON.stringify(meta)),
    ...writeTerms(counted),
    fieldLengths: writeColumns(
      counted.passages,
      searchedFields.map((_, field) => (passage) => counted.fieldLength(passage, field)),
    ),
    passages: columns,
    ...writeRecords(records),
    lexicon: writeLexicon(lexicon.words),
    subwords: writeStringTable(subwords, (writer, at) =>
      writer.varint(counted.subwords.get(subwords[at] as string) as number),
    ),
  }
  return composeImage(sections)
}

// ---------------------------------------------------------------------------

/** How many different terms the longest field of all passages holds. */
function findLongest({ passages, fieldLength }: CountedTerms, field: number): number {
  let longest = 0
  for (let passage = 0; passage < passages; passage++)
    longest = Math.max(longest, fieldLength(passage, field))
  return longest
}
