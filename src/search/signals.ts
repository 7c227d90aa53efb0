import { findRuns } from '../text/script.ts'
import type { Query } from './query.ts'
import type { TermWeights } from './term-weights.ts'
import type { Window } from './window.ts'

/** What tells whether a window answers at all, beside what orders the hits. Each 0 to 1. */
export interface Signals {
  /** Share that the window holds of the weight of the query's rarest third. */
  rarest: number
  /** The longest stretch of the window made of words of the question, against a long one. */
  run: number
}

export function findSignals(text: string, window: Window, query: Query, weights: TermWeights): Signals {
  return { rarest: findRarest(window, query, weights), run: Math.min(1, longestRun(text, window) / longRun) }
}

function findRarest(window: Window, query: Query, weights: TermWeights): number {
  const terms = query.terms.map(({ term }) => term).sort((a, b) => weights.of(b) - weights.of(a))
  const rarest = terms.slice(0, Math.max(1, Math.ceil(terms.length / 3)))
  const found = new Set(window.matches.map(({ term }) => term))
  const whole = rarest.reduce((sum, term) => sum + weights.of(term), 0)
  return whole > 0
    ? rarest.filter((term) => found.has(term)).reduce((sum, term) => sum + weights.of(term), 0) / whole
    : 0
}

/** In Han characters; a word of letters counts for two and a half. */
const longRun = 8
const wordWeight = 2.5

function longestRun(text: string, { matches }: Window): number {
  let longest = 0
  let start = 0
  let end = -2
  for (const match of [...matches].sort((a, b) => a.start - b.start)) {
    if (match.start > end + 1) start = match.start
    end = Math.max(match.start > end + 1 ? 0 : end, match.end)
    longest = Math.max(longest, measureRun(text.slice(start, end)))
  }
  return longest
}

function measureRun(text: string): number {
  return findRuns(text).reduce(
    (sum, run) => sum + (run.kind === 'unspaced' ? run.end - run.start : wordWeight),
    0,
  )
}
