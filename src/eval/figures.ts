import type { EvalReport } from './evaluate.ts'

/** Every figure of a report by its path, with the side on which it is better. */
export const figureGoals = {
  passages: 'either',
  questions: 'either',
  recallAt1: 'high',
  recallAt5: 'high',
  recallAt10: 'high',
  mrrAt10: 'high',
  quoteHitAt1: 'high',
  quoteCharsMean: 'either',
  verbatim: 'high',
  'abstention.auroc': 'high',
  'abstention.coverageAt5pctFalse': 'high',
  'latencyMs.p50': 'low',
  'latencyMs.p99': 'low',
} as const satisfies Record<string, 'high' | 'low' | 'either'>

export type FigureName = keyof typeof figureGoals

export const figureNames = Object.keys(figureGoals) as FigureName[]

export function figureOf(report: EvalReport, name: FigureName): number | null {
  const { abstention, latencyMs, ...figures } = report
  if (name === 'abstention.auroc') return abstention.auroc
  if (name === 'abstention.coverageAt5pctFalse') return abstention.coverageAt5pctFalse
  if (name === 'latencyMs.p50') return latencyMs.p50
  if (name === 'latencyMs.p99') return latencyMs.p99
  return figures[name]
}

/** What a figure must reach, or must not exceed. */
export interface Gate {
  figure: FigureName
  bound: 'min' | 'max'
  limit: number
}

/** A gate that a figure does not pass. */
export interface Shortfall extends Gate {
  dataset: string
  /** Null where the dataset cannot tell the figure, which passes no gate. */
  value: number | null
}

/** Names of the figures that a gate of this kind makes sense for. */
export function gateable(bound: Gate['bound']): FigureName[] {
  const wrong = bound === 'min' ? 'low' : 'high'
  return figureNames.filter((name) => figureGoals[name] !== wrong)
}

export function findShortfalls(dataset: string, report: EvalReport, gates: readonly Gate[]): Shortfall[] {
  return gates.flatMap((gate) => {
    const value = figureOf(report, gate.figure)
    return passes(value, gate) ? [] : [{ dataset, ...gate, value }]
  })
}

function passes(value: number | null, { bound, limit }: Gate): boolean {
  if (value === null) return false
  return bound === 'min' ? value >= limit : value <= limit
}
