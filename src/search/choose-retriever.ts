import type { RetrieverName } from './manifest.ts'

/** Which retriever an index is written for, and why. */
export interface RetrieverChoice {
  retriever: RetrieverName
  /** `asked`: somebody said so. `small`, `large`: by the number of passages. */
  reason: 'asked' | 'small' | 'large'
}

/**
 * Up to so many passages MiniSearch opens its index in well under a second and answers within 5 ms; `npm run bench`
 * measures where that ends.
 */
export const miniSearchPassages = 2000

/** The retriever for a number of passages: MiniSearch for as long as it is quick. */
export function chooseRetriever(passages: number, asked?: RetrieverName): RetrieverChoice {
  if (asked !== undefined) return { retriever: asked, reason: 'asked' }
  return passages <= miniSearchPassages
    ? { retriever: 'minisearch', reason: 'small' }
    : { retriever: 'frozen', reason: 'large' }
}
