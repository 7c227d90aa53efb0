import { parseQuery, type QueryContext } from '../../../src/search/query.ts'
import type { Retriever } from '../../../src/search/retriever.ts'
import type { OpenEngine } from './engine.ts'

/** A retriever of Lectern, whichever, as an open engine. */
export function prepareWith(retriever: Retriever, context: QueryContext, limit: number): OpenEngine {
  return {
    prepare(question) {
      const query = parseQuery(question, context)
      return async () => (await retriever.retrieve(query, { limit })).map(({ passage }) => passage)
    },
  }
}
