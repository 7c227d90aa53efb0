import { abstentionThreshold } from '../answer/confidence.ts'
import { type Comparison, compareRuns } from '../eval/compare.ts'
import { abstentionCurve, type CurvePoint, curveThresholds } from '../eval/curve.ts'
import { findShortfalls, type Gate, type Shortfall } from '../eval/figures.ts'
import { type Reliability, reliability } from '../eval/reliability.ts'
import type { ResultLine } from '../eval/results.ts'
import type { EvalRun } from './eval-dataset.ts'

export interface Curve {
  /** The confidence below which Lectern abstains. */
  threshold: number
  points: CurvePoint[]
  reliability: Reliability
}

/** What was measured; the parts that were not asked for are absent. */
export interface EvalOutcome {
  runs: (EvalRun & { curve?: Curve })[]
  comparison?: { against: string; datasets: Comparison[] }
  shortfalls?: Shortfall[]
}

export interface JudgeOptions {
  /** Results of this run. */
  lines: readonly ResultLine[]
  /** Results of an earlier run, and the file that they stand in. */
  earlier?: { lines: readonly ResultLine[]; file: string }
  gates: readonly Gate[]
  curve: boolean
}

export function judgeRuns(
  runs: readonly EvalRun[],
  { lines, earlier, gates, curve }: JudgeOptions,
): EvalOutcome {
  return {
    runs: runs.map((run) => (curve ? { ...run, curve: toCurve(run) } : run)),
    ...(earlier && { comparison: { against: earlier.file, datasets: compareRuns(earlier.lines, lines) } }),
    ...(gates.length > 0 && {
      shortfalls: runs.flatMap(({ dataset, report }) => findShortfalls(dataset, report, gates)),
    }),
  }
}

/** One dataset's figures bare, several under `datasets` by name. */
export function toJson({ runs, comparison, shortfalls }: EvalOutcome) {
  const reports = runs.map(({ dataset, report, curve }) => ({
    ...(runs.length > 1 && { dataset }),
    ...report,
    ...(curve && { curve }),
  }))
  return {
    ...(runs.length > 1 ? { datasets: reports } : reports[0]),
    ...(comparison && { comparison }),
    ...(shortfalls && { shortfalls }),
  }
}

// ---------------------------------------------------------------------------

function toCurve({ results }: EvalRun): Curve {
  return {
    threshold: abstentionThreshold,
    points: abstentionCurve(results, curveThresholds(abstentionThreshold)),
    reliability: reliability(results),
  }
}
