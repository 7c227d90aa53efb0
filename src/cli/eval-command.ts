import type { Command } from 'commander'
import { abstentionThreshold } from '../answer/confidence.ts'
import { type Comparison, compareRuns } from '../eval/compare.ts'
import { abstentionCurve, curveThresholds } from '../eval/curve.ts'
import { findShortfalls, type Gate, type Shortfall } from '../eval/figures.ts'
import { reliability } from '../eval/reliability.ts'
import { formatResults, type ResultLine, toResultLine } from '../eval/results.ts'
import { wholeNumber } from './arguments.ts'
import { type EvalRun, nameDataset, readDataset, runDataset } from './eval-dataset.ts'
import { checkWritable, isDrawing, placeCurves, readResults, writeWhole } from './eval-files.ts'
import { gateParser } from './eval-gates.ts'
import { formatComparisons } from './format-comparison.ts'
import { type Curve, formatCurve } from './format-curve.ts'
import { formatReports, formatShortfall } from './format-eval.ts'
import { Told } from './told.ts'

interface EvalOptions {
  dataset: string[]
  limit?: number
  out?: string
  against?: string
  min?: Gate[]
  max?: Gate[]
  /** True without a path. */
  curve?: string | true
  json?: boolean
}

/** What was measured; the parts that were not asked for are absent. */
interface Outcome {
  runs: EvalRun[]
  comparison?: { against: string; datasets: Comparison[] }
  /** One a run. */
  curves?: Curve[]
  shortfalls?: Shortfall[]
}

export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .description('measure answers on folders with passages.jsonl and questions.jsonl')
    .requiredOption('--dataset <dir...>', 'folders of question sets')
    .option('--limit <n>', 'only the first n questions of each', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--out <file>', 'write what became of each question, as JSON Lines')
    .option('--against <file>', 'compare with an earlier run, as --out has written it')
    .option('--min <figure=value...>', 'exit 1 where a figure is less', gateParser('min'))
    .option('--max <figure=value...>', 'exit 1 where a figure is more', gateParser('max'))
    .option(
      '--curve [path]',
      'print the abstention curve and the reliability of the confidence, and draw them: path is an .svg file, or a folder (default: this one)',
    )
    .option('--json', 'print the figures as JSON')
    .action(runEval)
}

// ---------------------------------------------------------------------------

async function runEval(options: EvalOptions, command: Command): Promise<void> {
  const { out, against, json = false } = options
  const names = checkNames(options, command)
  if (out !== undefined) await checkWritable(out)
  const earlier = against === undefined ? undefined : await readResults(against)
  const datasets = await Promise.all(options.dataset.map(readDataset))
  const drawings = options.curve && (await placeCurves(options.curve === true ? '.' : options.curve, names))

  const runs: EvalRun[] = []
  for (const dataset of datasets) runs.push(await runDataset(dataset, { limit: options.limit, silent: json }))

  const lines = runs.flatMap(({ dataset, results }) => results.map((result) => toResultLine(dataset, result)))
  const outcome = judge(runs, lines, options, earlier)
  if (out !== undefined) await writeWhole(out, formatResults(lines))
  if (drawings) await drawCurves(outcome, drawings)
  process.stdout.write(json ? `${JSON.stringify(toJson(outcome))}\n` : formatOutcome(outcome, drawings || []))
  tellShortfalls(outcome.shortfalls ?? [])
}

/** Names must tell the datasets apart, in the table and in files. */
function checkNames({ dataset, curve }: EvalOptions, command: Command): string[] {
  const names = dataset.map(nameDataset)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined)
    command.error(`error: two datasets are named ${twice}: name each once, or rename a folder`)
  if (names.length > 1 && typeof curve === 'string' && isDrawing(curve))
    command.error(`error: --curve ${curve} is one file for ${names.length} datasets: give a folder`)
  return names
}

function judge(
  runs: EvalRun[],
  lines: readonly ResultLine[],
  { against, min, max, curve }: EvalOptions,
  earlier: readonly ResultLine[] | undefined,
): Outcome {
  const gates = [...(min ?? []), ...(max ?? [])]
  return {
    runs,
    ...(earlier && { comparison: { against: against ?? '', datasets: compareRuns(earlier, lines) } }),
    ...(curve && { curves: runs.map(toCurve) }),
    ...(gates.length > 0 && {
      shortfalls: runs.flatMap(({ dataset, report }) => findShortfalls(dataset, report, gates)),
    }),
  }
}

function toCurve({ results }: EvalRun): Curve {
  return {
    threshold: abstentionThreshold,
    points: abstentionCurve(results, curveThresholds(abstentionThreshold)),
    reliability: reliability(results),
  }
}

async function drawCurves({ runs, curves = [] }: Outcome, drawings: readonly string[]): Promise<void> {
  // Only here: it takes longer to load than a small dataset to measure.
  const { drawCurve } = await import('./draw-curve.ts')
  for (const [at, file] of drawings.entries()) {
    const [run, curve] = [runs[at], curves[at]]
    if (run && curve) await writeWhole(file, drawCurve(run.dataset, curve))
  }
}

/** One dataset's figures bare, several by name. */
function toJson({ runs, curves, comparison, shortfalls }: Outcome) {
  const reports = runs.map(({ report }, at) => ({ ...report, ...(curves && { curve: curves[at] }) }))
  const [only, ...others] = reports
  return {
    ...(others.length === 0
      ? only
      : { datasets: reports.map((report, at) => ({ dataset: runs[at]?.dataset, ...report })) }),
    ...(comparison && { comparison }),
    ...(shortfalls && { shortfalls }),
  }
}

function formatOutcome({ runs, curves = [], comparison }: Outcome, drawings: readonly string[]): string {
  const lines = formatReports(runs)
  if (comparison) lines.push('', ...formatComparisons(comparison.datasets, comparison.against))
  for (const [at, curve] of curves.entries()) {
    lines.push('', ...formatCurve(runs[at]?.dataset ?? '', curve), `drawn in ${drawings[at]}`)
  }
  return `${lines.join('\n')}\n`
}

function tellShortfalls(shortfalls: readonly Shortfall[]): void {
  if (shortfalls.length === 0) return
  process.stderr.write(shortfalls.map((shortfall) => `lectern: ${formatShortfall(shortfall)}\n`).join(''))
  throw new Told(1)
}
