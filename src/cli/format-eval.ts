import type { EvalReport } from '../eval/evaluate.ts'
import { type FigureName, figureGoals, figureNames, figureOf, type Shortfall } from '../eval/figures.ts'
import type { EvalRun } from './eval-dataset.ts'
import { formatFigure, formatShare, formatTable } from './format-table.ts'

/** One dataset down the page; several as rows of one table. */
export function formatReports(reports: readonly EvalRun[]): string[] {
  const [only, ...others] = reports
  if (!only) return []
  if (others.length === 0) return figureNames.map((name) => formatLine(name, only.report))
  const header = ['dataset', ...figureNames.map(stackName)]
  const rows = reports.map(({ dataset, report }) => [
    dataset,
    ...figureNames.map((name) => formatCell(name, figureOf(report, name))),
  ])
  return formatTable([header, ...rows])
}

/** `cmrc: recallAt1 is 0.9512, less than 0.96`. */
export function formatShortfall({ dataset, figure, bound, limit, value }: Shortfall): string {
  const how = bound === 'min' ? 'less than' : 'more than'
  const what =
    value === null ? `cannot be told, and --${bound} asks for` : `is ${round(value, limit)}, ${how}`
  return `${dataset}: ${figure} ${what} ${limit}`
}

// ---------------------------------------------------------------------------

function formatLine(name: FigureName, report: EvalReport): string {
  return `${name.padEnd(32)}${formatFigure(figureOf(report, name))}`
}

/** Four places, unless that would hide the difference. */
function round(value: number, limit: number): number {
  const rounded = Number(value.toFixed(4))
  return rounded === limit ? value : rounded
}

/** Counts whole, sizes and times short, shares with the same places all the way down. */
function formatCell(name: FigureName, value: number | null): string {
  if (value === null || figureGoals[name] === 'high') return formatShare(value)
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

/** Lines of a column's name are joined up to this length, or to that of its longest word. */
const nameWidth = 8

/** A name over several lines, broken where a word of it begins, so that the table stays narrow. */
function stackName(name: string): string {
  const lines: string[] = []
  const words = name.split(/(?<=\.)|(?=[A-Z])/)
  const width = Math.max(nameWidth, ...words.map(({ length }) => length))
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && !last.endsWith('.') && last.length + word.length <= width) {
      lines[lines.length - 1] = last + word
    } else lines.push(word)
  }
  return lines.join('\n')
}
