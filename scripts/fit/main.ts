// Fits the weights of ranking and confidence: `npm run fit -- DIR [DIR …]`, folders with passages.jsonl and
// questions.jsonl. With --ablate it fits nothing and prints what each weight in use is good for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { confidenceWeights } from '../../src/answer/confidence.ts'
import { auroc, coverageAt } from '../../src/eval/metrics.ts'
import { reliability } from '../../src/eval/reliability.ts'
import { type Features, type FeatureWeights, featureWeights } from '../../src/search/features.ts'
import {
  type ConfidenceWeights,
  confidenceOf,
  fitConfidence,
  type LabelledHit,
  labelHits,
} from './confidence.ts'
import { fitRanking, scoreRanking } from './ranking.ts'
import { readGoldenSet, readJoinedSet, readSampleSet, type SampleSet } from './samples.ts'
import { type LabelledWindows, labelWindows } from './windows.ts'

const folds = 5
/** BM25 of passage and record count alike, at the scale that the logistic curve of the fit wants. */
const scale = 3
/** What the open sets cannot tell: nobody speaks in them. The golden questions are their check. */
const fixed = ['bm25', 'record', 'spoken', 'named', 'outdated', 'added', 'announcing']

const { values: options, positionals: dirs } = parseArgs({
  allowPositionals: true,
  options: { ablate: { type: 'boolean' }, only: { type: 'string' } },
})
if (dirs.length === 0) {
  console.error('Give folders with passages.jsonl and questions.jsonl: npm run fit -- DIR [DIR …]')
  process.exit(2)
}

const scratch = mkdtempSync(join(tmpdir(), 'lectern-fit-'))
try {
  const sets = await readSets(dirs)
  if (options.only !== 'confidence') {
    const windows = new Map<string, LabelledWindows[]>()
    for (const set of sets) if (isForRanking(set.name)) windows.set(set.name, await labelWindows(set))
    if (options.ablate) ablateRanking(windows)
    else fitAndReportRanking(windows)
  }
  if (options.only !== 'ranking') {
    const hits = new Map<string, LabelledHit[]>()
    for (const set of sets) {
      if (!set.isJoined) hits.set(set.name, await labelHits(set, worthOf(set)))
    }
    if (options.ablate) ablateConfidence(hits)
    else fitAndReportConfidence(hits)
  }
} finally {
  rmSync(scratch, { recursive: true })
}

// ---------------------------------------------------------------------------

async function readSets(dirs: readonly string[]): Promise<SampleSet[]> {
  const sets: SampleSet[] = []
  for (const dir of dirs) {
    const set = await readSampleSet(dir)
    sets.push(set)
    // Articles of several passages: what a transcript looks like, where the record as a whole is evidence.
    const isLong = new Set(set.groupOf.values()).size * 2 < set.groupOf.size
    if (isLong && isForRanking(set.name) && options.only !== 'confidence') sets.push(await readJoinedSet(dir))
  }
  return [...sets, await readGoldenSet(process.cwd(), join(scratch, 'golden'))]
}

/**
 * How many questions a set counts for in the fit of the confidence. One that has unanswerable questions of its own
 * tells most; in the others they are made, by leaving an article out, and some are answered elsewhere all the same.
 */
function worthOf({ name, questions }: SampleSet): number {
  if (name === 'golden') return 600
  return questions.some(({ records }) => records.length === 0) ? 3000 : questions.length / 3
}

/** A set with unanswerable questions is for the confidence; its others only repeat what the other sets tell. */
function isForRanking(name: string): boolean {
  return !name.startsWith('abstain')
}

function fitAndReportRanking(windows: ReadonlyMap<string, LabelledWindows[]>): void {
  const initial = scaled(featureWeights, scale)
  const training = balance([...windows].filter(([name]) => name !== 'golden').map(([, samples]) => samples))
  const held = new Map([...windows.keys()].map((name) => [name, { questions: 0, right: 0, answered: 0 }]))
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = ({ group }: LabelledWindows) => foldOf(group) === fold
    const weights = fitRanking(
      training.filter((sample) => !isHeld(sample)),
      { initial, fixed, epochs: 8 },
    )
    for (const [name, samples] of windows) {
      const score = scoreRanking(samples.filter(isHeld), weights)
      const sum = held.get(name) as typeof score
      sum.questions += score.questions
      sum.right += score.right
      sum.answered += score.answered
    }
  }
  const fitted = scaled(fitRanking(training, { initial, fixed, epochs: 8 }), 1 / scale)
  console.log(`# Ranking: right record first / answer in the first quote\n`)
  table(
    ['set', 'questions', 'in use', `held out (${folds} folds)`, 'fitted'],
    [...windows].map(([name, samples]) => {
      const inUse = scoreRanking(samples, featureWeights)
      const all = scoreRanking(samples, fitted)
      return [name, samples.length, share(inUse), share(held.get(name) as typeof inUse), share(all)]
    }),
  )
  console.log('\n# featureWeights')
  for (const [name, weight] of Object.entries(fitted)) console.log(`  ${name}: ${weight.toFixed(2)},`)
}

/** All sets as one, small ones several times: by the square root of how much larger the largest is. */
function balance(sets: readonly LabelledWindows[][]): LabelledWindows[] {
  const largest = Math.max(...sets.map(({ length }) => length))
  return sets.flatMap((samples) => {
    const times = Math.round(Math.sqrt(largest / samples.length))
    return Array.from({ length: times }, () => samples).flat()
  })
}

function ablateRanking(windows: ReadonlyMap<string, LabelledWindows[]>): void {
  const names = [...windows.keys()]
  const row = (label: string, weights: FeatureWeights) => [
    label,
    ...names.map((name) => share(scoreRanking(windows.get(name) as LabelledWindows[], weights))),
  ]
  console.log('# Ranking without each feature: right record first / answer in the first quote\n')
  table(
    ['without', ...names],
    [
      row('nothing', featureWeights),
      ...Object.keys(featureWeights).map((name) => row(name, { ...featureWeights, [name]: 0 })),
    ],
  )
}

function fitAndReportConfidence(hits: ReadonlyMap<string, LabelledHit[]>): void {
  const all = [...hits.values()].flat()
  const held = new Map<LabelledHit, number>()
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitConfidence(all.filter(({ group }) => foldOf(group) !== fold))
    for (const hit of all) if (foldOf(hit.group) === fold) held.set(hit, confidenceOf(hit, weights))
  }
  console.log(`\n# Confidence on held-out questions (${folds} folds by article)\n`)
  confidenceTable(hits, (hit) => held.get(hit) as number)
  for (const [name, samples] of hits) {
    if (!name.startsWith('abstain')) continue
    console.log(`\n# Reliability on held-out questions of ${name}\n`)
    const results = samples.map((hit) => ({
      confidence: held.get(hit) as number,
      answerable: hit.isAnswerable,
      rank: hit.isRight ? 1 : 2,
    }))
    table(
      ['confidence', 'questions', 'mean', 'right', ''],
      reliability(results).bins.map(({ from, to, count, confidenceMean, accuracy, deviates }) => [
        `${from.toFixed(1)}–${to.toFixed(1)}`,
        count,
        confidenceMean?.toFixed(3) ?? '–',
        accuracy?.toFixed(3) ?? '–',
        deviates ? 'differs' : '',
      ]),
    )
  }
  console.log('\n# confidenceWeights')
  for (const [name, weight] of Object.entries(fitConfidence(all)))
    console.log(`  ${name}: ${weight.toFixed(2)},`)
}

/** Fitted anew without each signal: the others can take over what it told. */
function ablateConfidence(hits: ReadonlyMap<string, LabelledHit[]>): void {
  const all = [...hits.values()].flat()
  const inUse: [string, ConfidenceWeights][] = [['nothing', confidenceWeights]]
  const others = Object.keys(confidenceWeights).filter((name) => name !== 'intercept')
  for (const [without, weights] of [
    ...inUse,
    ...others.map((name): [string, ConfidenceWeights] => [name, fitConfidence(all, [name])]),
  ]) {
    console.log(`\n# Confidence without ${without}\n`)
    confidenceTable(hits, (hit) => confidenceOf(hit, weights))
  }
}

function confidenceTable(hits: ReadonlyMap<string, LabelledHit[]>, read: (hit: LabelledHit) => number): void {
  table(
    ['set', 'AUROC', 'coverage at 5% false', 'answered at .5', 'false at .5'],
    [...hits].map(([name, samples]) => {
      const yes = samples.filter(({ isAnswerable }) => isAnswerable).map(read)
      const no = samples.filter(({ isAnswerable }) => !isAnswerable).map(read)
      const above = (values: number[]) => values.filter((value) => value >= 0.5).length / values.length
      return [
        name,
        auroc(yes, no)?.toFixed(4) ?? '–',
        coverageAt(0.05, yes, no)?.toFixed(3) ?? '–',
        above(yes).toFixed(3),
        above(no).toFixed(3),
      ]
    }),
  )
}

function scaled(weights: FeatureWeights, factor: number): FeatureWeights {
  const entries = Object.entries(weights) as [keyof Features, number][]
  return Object.fromEntries(entries.map(([name, weight]) => [name, weight * factor])) as FeatureWeights
}

/** The same fold for the same article, in every set (FNV-1a). */
function foldOf(group: string): number {
  let hash = 2166136261
  for (const sign of group) hash = Math.imul(hash ^ (sign.codePointAt(0) as number), 16777619)
  return (hash >>> 0) % folds
}

function share({
  questions,
  right,
  answered,
}: {
  questions: number
  right: number
  answered: number
}): string {
  return `${(right / questions).toFixed(4)} / ${(answered / questions).toFixed(4)}`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'))
}
