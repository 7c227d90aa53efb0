/** What needs Node: files in, an index folder out, a server. */
export { type NodeServer, type ServeOptions, serveNode } from './adapter/node.ts'
export { nodeAssets } from './adapter/node-assets.ts'
export { type BuildCorpusOptions, buildCorpusIndex, type IndexReport } from './adapter/node-build.ts'
export { buildInFolder, openIndexFolder, type WriteIndex } from './adapter/node-index.ts'
export { buildLexicon } from './adapter/node-lexicon.ts'
export { type NodeStoreOptions, openNodeStore } from './adapter/node-store.ts'
export { type CorpusOptions, type IngestedFile, type IngestResult, readCorpus } from './ingest/corpus.ts'
export type { Warning } from './ingest/parsed.ts'
