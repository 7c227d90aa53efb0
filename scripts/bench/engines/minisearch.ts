import { readFile, writeFile } from 'node:fs/promises'
import MiniSearch from 'minisearch'
import { createMiniSearchOptions, type PassageDocument } from '../../../src/search/minisearch-options.ts'
import { parseQuery } from '../../../src/search/query.ts'
import { type BenchEngine, limit } from './engine.ts'

/** The library by itself: `addAll`, `JSON.stringify`, `loadJSON`. */
export const miniSearch: BenchEngine = {
  name: 'MiniSearch',
  package: 'minisearch',
  use: "`addAll`, `JSON.stringify`, `MiniSearch.loadJSON`; Lectern's terms, weights and BM25+",
  async build(passages, file, { analyze }) {
    const index = new MiniSearch<PassageDocument>(createMiniSearchOptions(analyze))
    index.addAll(passages)
    await writeFile(file, JSON.stringify(index))
  },
  async open(file, context) {
    const options = createMiniSearchOptions(context.analyze)
    const index = MiniSearch.loadJSON<PassageDocument>(await readFile(file, 'utf8'), options)
    return {
      prepare(question) {
        const { terms } = parseQuery(question, context)
        const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
        const text = terms.map(({ term }) => term).join('\t')
        return () => {
          const found = index.search(text, { boostTerm: (term) => weights.get(term) ?? 1 })
          return found.slice(0, limit).map(({ id }) => id as number)
        }
      },
    }
  },
}
