import type { QuestionResult } from './evaluate.ts'
import { share } from './metrics.ts'

/** What abstaining below a confidence does. */
export interface CurvePoint {
  threshold: number
  /** Questions answered, answerable or not. */
  answered: number
  /** Share of the answerable questions that are answered; null where there are none. */
  coverage: number | null
  /** Share of the unanswerable questions that are answered all the same; null where there are none. */
  falseAnswerRate: number | null
  /** Share of the answers whose first quote stands in a relevant record; null where nothing is answered. */
  precision: number | null
  /** Share of the answers whose first quote holds an answer; null where nothing is answered. */
  quotePrecision: number | null
}

/** Thresholds from 0 to 1 in steps of .05, and the one in use, in order. */
export function curveThresholds(inUse: number): number[] {
  const steps = Array.from({ length: 21 }, (_, step) => step / 20)
  return [...new Set([...steps, inUse])].sort((a, b) => a - b)
}

/** The trade of answering more against erring less. What found nothing is never an answer, at threshold 0 either. */
export function abstentionCurve(
  results: readonly QuestionResult[],
  thresholds: readonly number[],
): CurvePoint[] {
  return thresholds.map((threshold) => {
    const isAnswered = ({ quote, confidence }: QuestionResult) =>
      quote !== undefined && confidence >= threshold
    const answers = results.filter(isAnswered)
    return {
      threshold,
      answered: answers.length,
      coverage: share(results.filter(({ answerable }) => answerable).map(isAnswered)),
      falseAnswerRate: share(results.filter(({ answerable }) => !answerable).map(isAnswered)),
      precision: share(answers.map(({ rank }) => rank === 1)),
      quotePrecision: share(answers.map(({ quoteHit }) => quoteHit)),
    }
  })
}
