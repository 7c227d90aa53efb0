import type { Command } from 'commander'
import type { Gate, Shortfall } from '../eval/figures.ts'
import { formatResults, toResultLine } from '../eval/results.ts'
import type { RetrieverName } from '../search/manifest.ts'
import { retrieverOption, wholeNumber } from './arguments.ts'
import { type EvalRun, nameDataset, readDataset, runDataset } from './eval-dataset.ts'
import { checkWritable, isDrawing, placeCurves, readResults, writeWhole } from './eval-files.ts'
import { gateParser } from './eval-gates.ts'
import { type EvalOutcome, judgeRuns, toJson } from './eval-outcome.ts'
import { formatComparisons } from './format-comparison.ts'
import { formatCurve } from './format-curve.ts'
import { formatReports, formatShortfall } from './format-eval.ts'
import { Told } from './told.ts'

interface EvalOptions {
  dataset: string[]
  limit?: number
  retriever?: RetrieverName
  out?: string
  against?: string
  min?: Gate[]
  max?: Gate[]
  /** True without a path. */
  curve?: string | true
  json?: boolean
}

export function addEvalCommand(program: Command): void {
  program
    .command('eval')
    .description('measure answers on folders with passages.jsonl and questions.jsonl')
    .requiredOption('--dataset <dir...>', 'folders of question sets')
    .option('--limit <n>', 'only the first n questions of each', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .addOption(retrieverOption())
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
  const { limit, retriever, out, against, curve, json = false, min = [], max = [] } = options
  const names = checkNames(options, command)
  if (out !== undefined) await checkWritable(out)
  const earlier = against === undefined ? undefined : { file: against, lines: await readResults(against) }
  const datasets = await Promise.all(options.dataset.map(readDataset))
  const drawings = curve ? await placeCurves(curve === true ? '.' : curve, names) : []

  const runs: EvalRun[] = []
  for (const dataset of datasets) runs.push(await runDataset(dataset, { limit, retriever, silent: json }))

  const lines = runs.flatMap(({ dataset, results }) => results.map((result) => toResultLine(dataset, result)))
  const gates = [...min, ...max]
  const outcome = judgeRuns(runs, { lines, ...(earlier && { earlier }), gates, curve: Boolean(curve) })
  if (out !== undefined) await writeWhole(out, formatResults(lines))
  await drawCurves(outcome, drawings)
  process.stdout.write(json ? `${JSON.stringify(toJson(outcome))}\n` : formatOutcome(outcome, drawings))
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

/** `drawings` are the files, one a run, or none. */
async function drawCurves({ runs }: EvalOutcome, drawings: readonly string[]): Promise<void> {
  if (drawings.length === 0) return
  // Only here: it takes longer to load than a small dataset to measure.
  const { drawCurve } = await import('./draw-curve.ts')
  for (const [at, { dataset, curve }] of runs.entries()) {
    if (curve) await writeWhole(drawings[at] as string, drawCurve(dataset, curve))
  }
}

function formatOutcome({ runs, comparison }: EvalOutcome, drawings: readonly string[]): string {
  const lines = formatReports(runs)
  if (comparison) lines.push('', ...formatComparisons(comparison.datasets, comparison.against))
  for (const [at, { dataset, curve }] of runs.entries()) {
    if (curve) lines.push('', ...formatCurve(dataset, curve), `drawn in ${drawings[at]}`)
  }
  return `${lines.join('\n')}\n`
}

function tellShortfalls(shortfalls: readonly Shortfall[]): void {
  if (shortfalls.length === 0) return
  process.stderr.write(shortfalls.map((shortfall) => `lectern: ${formatShortfall(shortfall)}\n`).join(''))
  throw new Told(1)
}
