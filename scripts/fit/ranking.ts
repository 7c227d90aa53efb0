import { type FeatureWeights, featureNames } from '../../src/search/features.ts'
import { isAnswer, isRecord, type LabelledWindows } from './windows.ts'

export interface RankingFit {
  /** What the fit begins with. */
  initial: FeatureWeights
  /** Features whose weight stays as it is. */
  fixed: readonly string[]
  /** How often every question is gone through. */
  epochs: number
}

/** What a right record is worth beside a right quote. */
const recordWorth = 2
const batchSize = 256
const learningRate = 0.3
const decay = 1e-4

/**
 * Weights under which the best right window stands above the best wrong one: logistic regression on the difference
 * of those two, found anew in every step (Adam). The same for windows of right and wrong records.
 */
export function fitRanking(
  samples: readonly LabelledWindows[],
  { initial, fixed, epochs }: RankingFit,
): FeatureWeights {
  const size = featureNames.length
  const weights = Float64Array.from(featureNames, (name) => initial[name])
  const free = featureNames.map((name) => !fixed.includes(name))
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffle(samples, epoch)
    for (let at = 0; at < order.length; at += batchSize) {
      const batch = order.slice(at, at + batchSize)
      const gradient = gradientOf(batch, weights)
      step++
      for (let n = 0; n < size; n++) {
        if (!free[n]) continue
        const slope = (gradient[n] as number) / batch.length - decay * (weights[n] as number)
        mean[n] = 0.9 * (mean[n] as number) + 0.1 * slope
        square[n] = 0.999 * (square[n] as number) + 0.001 * slope * slope
        const direction =
          (mean[n] as number) /
          (1 - 0.9 ** step) /
          (Math.sqrt((square[n] as number) / (1 - 0.999 ** step)) + 1e-8)
        weights[n] = (weights[n] as number) + learningRate * (1 - epoch / epochs) * direction
      }
    }
  }
  return Object.fromEntries(featureNames.map((name, n) => [name, weights[n] as number])) as FeatureWeights
}

export interface RankingScore {
  questions: number
  /** How many have a right record first. */
  right: number
  /** How many have an answer in the first quote. */
  answered: number
}

/** What the weights make of the samples. */
export function scoreRanking(samples: readonly LabelledWindows[], weights: FeatureWeights): RankingScore {
  const values = Float64Array.from(featureNames, (name) => weights[name])
  const score: RankingScore = { questions: samples.length, right: 0, answered: 0 }
  for (const sample of samples) {
    const best = sample.labels[findBest(sample, values, () => true)] ?? 0
    if (best & isRecord) score.right++
    if (best & isAnswer) score.answered++
  }
  return score
}

// ---------------------------------------------------------------------------

const goals = [
  {
    worth: 1,
    isRight: (label: number) => label === isRecord + isAnswer,
    isWrong: (label: number) => (label & isAnswer) === 0,
  },
  {
    worth: recordWorth,
    isRight: (label: number) => (label & isRecord) !== 0,
    isWrong: (label: number) => (label & isRecord) === 0,
  },
]

function gradientOf(samples: readonly LabelledWindows[], weights: Float64Array): Float64Array {
  const size = weights.length
  const gradient = new Float64Array(size)
  for (const sample of samples) {
    for (const { worth, isRight, isWrong } of goals) {
      const right = findBest(sample, weights, isRight)
      const wrong = findBest(sample, weights, isWrong)
      if (right < 0 || wrong < 0) continue
      const pull = worth / (1 + Math.exp(sumOf(sample, right, weights) - sumOf(sample, wrong, weights)))
      for (let n = 0; n < size; n++) {
        const distance =
          (sample.values[right * size + n] as number) - (sample.values[wrong * size + n] as number)
        gradient[n] = (gradient[n] as number) + pull * distance
      }
    }
  }
  return gradient
}

/** Number of the best window with a label that is accepted; -1 where there is none. */
function findBest(
  sample: LabelledWindows,
  weights: Float64Array,
  accepts: (label: number) => boolean,
): number {
  let best = -1
  let bestSum = Number.NEGATIVE_INFINITY
  for (let number = 0; number < sample.labels.length; number++) {
    if (!accepts(sample.labels[number] as number)) continue
    const sum = sumOf(sample, number, weights)
    if (sum <= bestSum) continue
    best = number
    bestSum = sum
  }
  return best
}

function sumOf({ values }: LabelledWindows, number: number, weights: Float64Array): number {
  const at = number * weights.length
  let sum = 0
  for (let n = 0; n < weights.length; n++) sum += (weights[n] as number) * (values[at + n] as number)
  return sum
}

/** The same order in every run. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  const shuffled = [...items]
  for (let at = shuffled.length - 1; at > 0; at--) {
    const other = (Math.imul(at + 1, 2654435761) + Math.imul(seed + 1, 40503)) >>> 0
    const to = other % (at + 1)
    ;[shuffled[at], shuffled[to]] = [shuffled[to] as T, shuffled[at] as T]
  }
  return shuffled
}
