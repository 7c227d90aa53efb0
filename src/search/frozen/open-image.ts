import { LecternError } from '../../errors.ts'
import { analyzerVersion, createAnalyzer } from '../../text/analyze.ts'
import { parseSynonyms } from '../../text/synonym-file.ts'
import { createSynonyms } from '../../text/synonyms.ts'
import type { LecternIndex } from '../lectern-index.ts'
import { rebuild } from '../manifest.ts'
import { createByteReader } from './byte-reader.ts'
import { openColumns } from './columns.ts'
import { openLexicon } from './frozen-lexicon.ts'
import { createFrozenRetriever } from './frozen-retriever.ts'
import { type Image, type ImageSource, openImage, readText } from './image.ts'
import type { ImageMeta } from './meta.ts'
import { openPassages } from './passages.ts'
import { openRecords } from './records.ts'
import { openStringTable } from './string-table.ts'
import { openTerms } from './terms.ts'

/** What is known of an image before anything is asked. */
export interface OpenedImage {
  image: Image
  meta: ImageMeta
}

/**
 * Reads what an image says of itself.
 * @throws {LecternError} `index-corrupt`, `index-other-format`, `index-other-analyzer`.
 */
export function readImage(source: Uint8Array<ArrayBuffer> | ImageSource): OpenedImage {
  const image = openImage('bytes' in source ? source : { bytes: source })
  const meta = JSON.parse(readText(image, 'meta')) as ImageMeta
  if (meta.analyzerVersion !== analyzerVersion) {
    const problem = `The image was written with version ${meta.analyzerVersion} of the analyzer, and this is version ${analyzerVersion}: the same words would give other terms`
    throw new LecternError('index-other-analyzer', rebuild(problem))
  }
  return { image, meta }
}

/** An index over an image: each part of it is read, and checked, when a question first needs it. */
export function openFrozenIndex({ image, meta }: OpenedImage, fingerprint = image.fingerprint): LecternIndex {
  const lexicon = openLexicon(image)
  const subwords = openStringTable(image, 'subwords')
  return {
    fingerprint,
    terms: meta.counts.terms,
    ...openRecords(image),
    averageRecordLength: meta.averageRecordLength,
    ...openPassages(image, meta.speakers),
    analyze: createAnalyzer(lexicon, createSynonyms(parseSynonyms(meta.synonyms).groups)),
    lexicon,
    speakers: new Map(meta.names),
    subwords: {
      get(subword) {
        const at = subwords.find(subword)
        return at < 0 ? undefined : createByteReader(image.bytes, at).varint()
      },
    },
    retriever: createFrozenRetriever({
      image,
      terms: openTerms(image),
      fieldLengths: openColumns(image, 'fieldLengths'),
      averageFieldLengths: meta.averageFieldLengths,
      longestFieldLengths: meta.longestFieldLengths,
    }),
  }
}
