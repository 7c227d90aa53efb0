import { readFile, writeFile } from 'node:fs/promises'
import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama'
import { createTokenizer } from '@orama/tokenizers/mandarin'
import { fieldBoosts, type PassageDocument, searchedFields } from '../../../src/search/minisearch-options.ts'
import { type BenchEngine, limit } from './engine.ts'

const schema = {
  text: 'string',
  question: 'string',
  heading: 'string',
  title: 'string',
  speaker: 'string',
} as const

/** Nothing is ordered by a field, so that index is not made, as its documentation advises. */
function createDatabase() {
  return create({ schema, components: { tokenizer: createTokenizer() }, sort: { enabled: false } })
}

/** Its own words, of the tokenizer for Mandarin, and its own BM25; it keeps the texts with the index. */
export const orama: BenchEngine = {
  name: 'Orama',
  package: '@orama/orama',
  use: "`insertMultiple`, `save` as JSON, `load`; `@orama/tokenizers/mandarin`, its BM25, Lectern's weights of fields; it keeps the texts with the index",
  async build(passages, file) {
    const database = createDatabase()
    await insertMultiple(database, passages.map(toOramaDocument), batch)
    await writeFile(file, JSON.stringify(save(database)))
  },
  async open(file) {
    const database = createDatabase()
    load(database, JSON.parse(await readFile(file, 'utf8')) as RawData)
    return {
      prepare: (question) => async () => {
        const { hits } = await search(database, { term: question, limit, boost: fieldBoosts })
        return hits.map(({ id }) => Number(id))
      },
    }
  },
}

// ---------------------------------------------------------------------------

/** Between batches it rests by itself, unless one is larger than all. */
const batch = 1_000_000

function toOramaDocument(passage: PassageDocument) {
  return {
    ...Object.fromEntries(searchedFields.map((field) => [field, passage[field]])),
    id: String(passage.id),
  }
}
