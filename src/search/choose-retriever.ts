import type { RetrieverName } from './manifest.ts'

/** Which retriever an index is written for, and why. */
export interface RetrieverChoice {
  retriever: RetrieverName
  /** `asked`: somebody said so. `small`, `large`: by the number of passages. */
  reason: 'asked' | 'small' | 'large'
}

/**
 * Up to so many passages MiniSearch is meant to serve: its index opens in about a second, and short questions are
 * answered within 5 ms. `docs/bench` has the figures of one slow machine, where long questions pass 5 ms at 1,000.
 */
export const miniSearchPassages = 2000

/** The retriever for a number of passages: MiniSearch for as long as it is quick. */
export function chooseRetriever(passages: number, asked?: RetrieverName): RetrieverChoice {
  if (asked !== undefined) return { retriever: asked, reason: 'asked' }
  return passages <= miniSearchPassages
    ? { retriever: 'minisearch', reason: 'small' }
    : { retriever: 'frozen', reason: 'large' }
}
