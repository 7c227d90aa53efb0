import type { Quote } from '../../src/answer/answer.ts'
import type { QuestionResult } from '../../src/eval/evaluate.ts'
import type { ResultLine } from '../../src/eval/results.ts'

/** A question that was answered right, but for what is given. */
export function judged(given: Partial<QuestionResult> = {}): QuestionResult {
  return {
    id: 'q1',
    question: '灯塔多高',
    rank: 1,
    answerable: true,
    quoteHit: true,
    quote: lighthouse,
    verbatim: true,
    confidence: 0.9,
    latencyMs: 2,
    ...given,
  }
}

/** An unanswerable question of this confidence, and what it is answered with. */
export function unanswerable(confidence: number, given: Partial<QuestionResult> = {}): QuestionResult {
  const { rank: _, ...rest } = judged({ answerable: false, quoteHit: false, confidence, ...given })
  return rest
}

/** The same as a line of a results file. */
export function line(given: Partial<ResultLine> = {}): ResultLine {
  return {
    dataset: 'town',
    id: 'q1',
    question: '灯塔多高',
    rank: 1,
    answerable: true,
    quoteHit: true,
    quote: { text: '灯塔高四十一米。', record: 'p1', span: { start: 0, end: 8 } },
    confidence: 0.9,
    latencyMs: 2,
    ...given,
  }
}

const lighthouse: Quote = {
  text: '灯塔高四十一米。',
  score: 3,
  confidence: 0.9,
  highlights: [],
  citation: {
    record: 'p1',
    version: '00',
    title: '灯塔',
    kind: 'article',
    span: { start: 0, end: 8 },
    passage: { start: 0, end: 8 },
    url: '/r/p1#t0',
  },
  alsoIn: [],
}
