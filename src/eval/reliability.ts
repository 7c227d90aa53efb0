import type { QuestionResult } from './evaluate.ts'
import { mean } from './metrics.ts'

/** Questions of about the same confidence. */
export interface ReliabilityBin {
  /** Confidences from here … */
  from: number
  /** … to below here; the last bin takes 1 as well. */
  to: number
  count: number
  /** Null where the bin is empty. */
  confidenceMean: number | null
  /** Share that is right; null where the bin is empty. */
  accuracy: number | null
  /** Whether confidence and accuracy differ by more than .10 over 50 questions or more. */
  deviates: boolean
}

export interface Reliability {
  bins: ReliabilityBin[]
  /** Mean difference of confidence and accuracy over the bins, weighted by their questions; null without questions. */
  expectedCalibrationError: number | null
}

const binCount = 10
/** Bins of fewer questions say too little to be held to account. */
const leastQuestions = 50
const mostDeviation = 0.1

/** Right is a question that is answerable and whose first quote stands in a relevant record. */
export function isRight({ answerable, rank }: Pick<QuestionResult, 'answerable' | 'rank'>): boolean {
  return answerable && rank === 1
}

/** What is asked of a question's result here. */
export type JudgedConfidence = Pick<QuestionResult, 'answerable' | 'rank' | 'confidence'>

/** Whether confidence is the chance of being right: questions in ten bins by confidence. */
export function reliability(results: readonly JudgedConfidence[]): Reliability {
  const bins = Array.from({ length: binCount }, (_, bin) =>
    toBin(
      bin,
      results.filter(({ confidence }) => binOf(confidence) === bin),
    ),
  )
  const errors = bins.map((bin) => bin.count * deviationOf(bin))
  const sum = errors.reduce((total, error) => total + error, 0)
  return { bins, expectedCalibrationError: results.length === 0 ? null : sum / results.length }
}

// ---------------------------------------------------------------------------

function binOf(confidence: number): number {
  return Math.min(binCount - 1, Math.floor(confidence * binCount))
}

function toBin(bin: number, results: readonly JudgedConfidence[]): ReliabilityBin {
  const figures = {
    from: bin / binCount,
    to: (bin + 1) / binCount,
    count: results.length,
    confidenceMean: mean(results.map(({ confidence }) => confidence)),
    accuracy: mean(results.map((result) => (isRight(result) ? 1 : 0))),
  }
  return { ...figures, deviates: figures.count >= leastQuestions && deviationOf(figures) > mostDeviation }
}

function deviationOf({ confidenceMean, accuracy }: Pick<ReliabilityBin, 'confidenceMean' | 'accuracy'>) {
  return confidenceMean === null || accuracy === null ? 0 : Math.abs(confidenceMean - accuracy)
}
