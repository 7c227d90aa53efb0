import type { AnswerStore } from '../http/answer-store.ts'
import { sha256 } from '../text/digest.ts'

/** What Workers call `caches.default`: a cache of the data centre that the request came to. */
export interface EdgeCache {
  match(url: string): Promise<Response | undefined>
  put(url: string, response: Response): Promise<void>
}

/** How long an answer is kept, in seconds. Its key changes with the index, so it is never out of date. */
const age = 86_400

/** Keeps answers in the cache at the edge, under addresses of the site itself that nobody is given. */
export function createEdgeStore(cache: EdgeCache): AnswerStore {
  const addressOf = async (key: string) => `${new URL(key).origin}/api/ask/kept/${await sha256(key)}`
  return {
    async read(key) {
      const response = await cache.match(await addressOf(key))
      return response?.json()
    },
    async keep(key, answer) {
      const headers = { 'Content-Type': 'application/json', 'Cache-Control': `max-age=${age}` }
      await cache.put(await addressOf(key), new Response(JSON.stringify(answer), { headers }))
    },
  }
}
