import { startsUnspaced } from '../text/script.ts'
import { needsEvidence } from './answer-type.ts'
import type { Query } from './query.ts'
import type { Window } from './window.ts'

/** What tells whether a window answers at all, beside the features that order the hits. Each 0 to 1. */
export interface Signals {
  /** How much the question says: the same share of a long question is less likely found by chance. */
  length: number
  /** 1 where nothing in the window is of the plain kind (a number, a date, a list, a reason) that is asked for. */
  lacking: number
}

export function findSignals({ features }: Pick<Window, 'features'>, query: Query): Signals {
  return {
    length: measureLength(query),
    lacking: needsEvidence(query) && features.answerType === 0 ? 1 : 0,
  }
}

/** Natural logarithm of the number of terms, against four; a word of letters says as much as two pairs of signs. */
function measureLength({ terms }: Query): number {
  const length = terms.reduce(
    (sum, { term }) => sum + (/^[#@~]/.test(term) || startsUnspaced(term) ? 1 : 2),
    0,
  )
  return Math.min(1, Math.log(1 + length) / 4)
}
