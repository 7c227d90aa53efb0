import { buildIndex } from '../../src/search/build.ts'
import { openIndex } from '../../src/search/open.ts'
import { testRetriever } from './retriever.ts'

testRetriever('the MiniSearch retriever', {
  async build(records, lexicon) {
    const { files } = await buildIndex(records, { lexicon })
    return JSON.stringify([...files])
  },
  async open(serialized) {
    const files = new Map(JSON.parse(serialized) as [string, string][])
    const { retriever } = await openIndex(async (name) => files.get(name))
    return retriever
  },
})
