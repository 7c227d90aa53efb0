import { buildIndex } from '../../src/search/build.ts'
import { openIndex } from '../../src/search/open.ts'
import { testRetriever } from './retriever.ts'

testRetriever('the frozen retriever', {
  build: async (records, lexicon) => (await buildIndex(records, { lexicon, retriever: 'frozen' })).files,
  open: async (files) => (await openIndex(async (name) => files.get(name))).retriever,
})
