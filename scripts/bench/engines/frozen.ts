import { writeFile } from 'node:fs/promises'
import { openImageFile } from '../../../src/adapter/node-image.ts'
import { countTerms } from '../../../src/search/count-terms.ts'
import type { ImageSource } from '../../../src/search/frozen/image.ts'
import { openFrozenIndex, readImage } from '../../../src/search/frozen/open-image.ts'
import { writeImage } from '../../../src/search/frozen/write-image.ts'
import { createLexicon } from '../../../src/text/lexicon.ts'
import { type BenchEngine, limit } from './engine.ts'
import { prepareWith } from './retriever-engine.ts'

/** Lectern's image, with what is searched and without the records, which no other engine here holds. */
export const frozen: BenchEngine = {
  name: 'Frozen image',
  use: "Lectern's own (`writeImage`, `openFrozenIndex`), without records: terms, postings and lengths of fields",
  async build(passages, file, { analyze }) {
    const content = { records: [], passages: [], lexicon: createLexicon([]), synonyms: '', analyzer: '' }
    await writeFile(file, await writeImage({ ...content, counted: countTerms(passages, analyze) }))
  },
  async open(file, context) {
    const source = openImageFile(file) as ImageSource
    return prepareWith(openFrozenIndex(readImage(source)).retriever, context, limit)
  },
}
