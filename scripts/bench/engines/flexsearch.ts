import { readFile, writeFile } from 'node:fs/promises'
import { Charset, Document } from 'flexsearch'
import { type PassageDocument, searchedFields } from '../../../src/search/minisearch-options.ts'
import { type BenchEngine, limit } from './engine.ts'

function createDocumentIndex() {
  return new Document({
    encoder: Charset.CJK,
    document: { id: 'id', index: [...searchedFields] },
  })
}

/** Single signs and its own score, as it has no BM25. */
export const flexSearch: BenchEngine = {
  name: 'FlexSearch',
  package: 'flexsearch',
  use: '`Document` with `Charset.CJK` (single signs), `export`, `import`; `suggest`, as no passage holds every sign of a question; it has no BM25',
  async build(passages: readonly PassageDocument[], file) {
    const index = createDocumentIndex()
    for (const passage of passages) index.add({ ...passage })
    const exported: [string, string][] = []
    await index.export(async (key: string, data: string) => {
      exported.push([key, data])
    })
    await writeFile(file, JSON.stringify(exported))
  },
  async open(file) {
    const index = createDocumentIndex()
    const exported = JSON.parse(await readFile(file, 'utf8')) as [string, string][]
    for (const [key, data] of exported) index.import(key, data)
    return {
      prepare: (question) => () => {
        const found = index.search(question, { limit, suggest: true, merge: true })
        return (found as unknown as { id: number }[]).slice(0, limit).map(({ id }) => id)
      },
    }
  },
}
