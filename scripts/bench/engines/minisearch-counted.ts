import { readFile, writeFile } from 'node:fs/promises'
import type { AsPlainObject } from 'minisearch'
import { countTerms } from '../../../src/search/count-terms.ts'
import { openMiniSearch } from '../../../src/search/minisearch-retriever.ts'
import { toMiniSearchJson } from '../../../src/search/write-minisearch.ts'
import { type BenchEngine, limit } from './engine.ts'
import { prepareWith } from './retriever-engine.ts'

/** As Lectern uses it: terms counted once, written as MiniSearch serializes them, behind the retriever contract. */
export const miniSearchCounted: BenchEngine = {
  name: 'MiniSearch, counted',
  package: 'minisearch',
  use: "Lectern's writer (`countTerms`, `toMiniSearchJson`) and its retriever (`openMiniSearch`), which undoes that MiniSearch multiplies a score by the number of terms found",
  async build(passages, file, { analyze }) {
    await writeFile(file, toMiniSearchJson(countTerms(passages, analyze)))
  },
  async open(file, context) {
    const plain = JSON.parse(await readFile(file, 'utf8')) as AsPlainObject
    return prepareWith(openMiniSearch(plain, context.analyze), context, limit)
  },
}
