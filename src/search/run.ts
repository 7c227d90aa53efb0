import { findRuns } from '../text/script.ts'
import type { Span } from '../text/span.ts'

/** In signs of scripts without spaces; a word of letters counts for two and a half. */
const longRun = 8
const wordWeight = 2.5

/** The longest stretch of a text that is made of matches, against a long one: 0 to 1. */
export function measureRun(text: string, matches: readonly Span[]): number {
  let longest = 0
  let start = 0
  let end = -2
  const ordered = [...matches].sort((a, b) => a.start - b.start)
  ordered.forEach((match, at) => {
    if (match.start > end + 1) {
      start = match.start
      end = match.end
    } else end = Math.max(end, match.end)
    const next = ordered[at + 1]
    if (!next || next.start > end + 1) longest = Math.max(longest, lengthOf(text.slice(start, end)))
  })
  return Math.min(1, longest / longRun)
}

function lengthOf(text: string): number {
  return findRuns(text).reduce(
    (sum, run) => sum + (run.kind === 'unspaced' ? run.end - run.start : wordWeight),
    0,
  )
}
