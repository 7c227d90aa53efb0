import type { Comparison, FigureComparison } from '../eval/compare.ts'
import { formatShare, formatTable, type Row } from './format-table.ts'

/** What was won and lost against an earlier run, a table and the questions by name. */
export function formatComparisons(comparisons: readonly Comparison[], against: string): string[] {
  const header = ['dataset', 'figure', 'before', 'after', 'won', 'lost', 'p']
  const shared = comparisons.filter(({ questions }) => questions > 0)
  const rows = shared.flatMap((comparison) => figures.map((name) => toRow(comparison, name)))
  return [
    `Against ${against}, questions of both runs (p: exact two-sided sign test):`,
    ...(rows.length > 0 ? formatTable([header, ...rows], { names: 2 }) : ['No question stands in both.']),
    ...comparisons.flatMap(formatQuestions),
  ]
}

// ---------------------------------------------------------------------------

const figures = ['recallAt1', 'quoteHitAt1'] as const
/** How many questions a line names. */
const shownIds = 12

function toRow(comparison: Comparison, name: (typeof figures)[number]): Row {
  const { before, after, won, lost, pValue }: FigureComparison = comparison[name]
  return [
    comparison.dataset,
    name,
    formatShare(before),
    formatShare(after),
    String(won.length),
    String(lost.length),
    formatChance(pValue),
  ]
}

function formatChance(pValue: number): string {
  return pValue < 0.0001 ? '<0.0001' : pValue.toFixed(4)
}

function formatQuestions(comparison: Comparison): string[] {
  const { dataset, onlyBefore, onlyAfter } = comparison
  const lists: [string, readonly string[]][] = [
    ...figures.flatMap((name): [string, readonly string[]][] => [
      [`${name} won`, comparison[name].won],
      [`${name} lost`, comparison[name].lost],
    ]),
    ['only in the earlier run', onlyBefore],
    ['only in this run', onlyAfter],
  ]
  return lists.flatMap(([name, ids]) =>
    ids.length === 0 ? [] : `${dataset}: ${name} (${ids.length}): ${shorten(ids)}`,
  )
}

function shorten(ids: readonly string[]): string {
  const more = ids.length - shownIds
  return ids.slice(0, shownIds).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
