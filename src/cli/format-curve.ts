import pc from 'picocolors'
import type { CurvePoint } from '../eval/curve.ts'
import type { ReliabilityBin } from '../eval/reliability.ts'
import type { Curve } from './eval-outcome.ts'
import { formatShare, formatTable } from './format-table.ts'

/** The abstention curve and the reliability of the confidence, as two tables with what their columns mean. */
export function formatCurve(dataset: string, { threshold, points, reliability }: Curve): string[] {
  return [
    `${pc.bold(dataset)}: what abstaining below a confidence does (* is the threshold in use)`,
    ...formatTable([curveHeader, ...points.map((point) => curveRow(point, threshold))]),
    pc.dim(
      'coverage: share of answerable questions answered; falseAnswerRate: share of unanswerable ones answered; precision: share of answers from a relevant record; quotePrecision: share of answers whose quote holds an answer',
    ),
    '',
    `${pc.bold(dataset)}: how well confidence tells the chance of being right (answerable, and a relevant record first)`,
    ...formatTable([binHeader, ...reliability.bins.map(binRow)]),
    `expected calibration error ${formatShare(reliability.expectedCalibrationError)}`,
  ]
}

// ---------------------------------------------------------------------------

const curveHeader = ['threshold', 'answered', 'coverage', 'falseAnswerRate', 'precision', 'quotePrecision']
const binHeader = ['confidence', 'questions', 'mean', 'accuracy', '']

function curveRow(point: CurvePoint, inUse: number): string[] {
  const { threshold, answered, coverage, falseAnswerRate, precision, quotePrecision } = point
  const name = String(Number(threshold.toFixed(4)))
  return [
    threshold === inUse ? pc.bold(`${name} *`) : name,
    String(answered),
    ...[coverage, falseAnswerRate, precision, quotePrecision].map(formatShare),
  ]
}

function binRow({ from, to, count, confidenceMean, accuracy, deviates }: ReliabilityBin): string[] {
  const difference = Math.abs((confidenceMean ?? 0) - (accuracy ?? 0))
  return [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(count),
    formatShare(confidenceMean),
    formatShare(accuracy),
    deviates ? pc.red(`! differs by ${difference.toFixed(2)}`) : '',
  ]
}
