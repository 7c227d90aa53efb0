import { type FeatureWeights, featureNames } from '../../src/search/features.ts'
import type { LabelledWindow, LabelledWindows } from './windows.ts'

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
  for (const { windows } of samples) {
    const best = findBest(windows, values, () => true)
    if (best?.isRecord) score.right++
    if (best?.isAnswer) score.answered++
  }
  return score
}

// ---------------------------------------------------------------------------

function gradientOf(samples: readonly LabelledWindows[], weights: Float64Array): Float64Array {
  const gradient = new Float64Array(weights.length)
  for (const { windows } of samples) {
    const pairs = [
      {
        worth: 1,
        isRight: ({ isRight }: LabelledWindow) => isRight,
        isWrong: ({ isAnswer }: LabelledWindow) => !isAnswer,
      },
      {
        worth: recordWorth,
        isRight: ({ isRecord }: LabelledWindow) => isRecord,
        isWrong: ({ isRecord }: LabelledWindow) => !isRecord,
      },
    ]
    for (const { worth, isRight, isWrong } of pairs) {
      const right = findBest(windows, weights, isRight)
      const wrong = findBest(windows, weights, isWrong)
      if (!right || !wrong) continue
      const pull = worth / (1 + Math.exp(sumOf(right, weights) - sumOf(wrong, weights)))
      for (let n = 0; n < gradient.length; n++) {
        gradient[n] =
          (gradient[n] as number) + pull * ((right.values[n] as number) - (wrong.values[n] as number))
      }
    }
  }
  return gradient
}

function findBest(
  windows: readonly LabelledWindow[],
  weights: Float64Array,
  accepts: (window: LabelledWindow) => boolean,
) {
  let best: LabelledWindow | undefined
  let bestSum = Number.NEGATIVE_INFINITY
  for (const window of windows) {
    if (!accepts(window)) continue
    const sum = sumOf(window, weights)
    if (sum <= bestSum) continue
    best = window
    bestSum = sum
  }
  return best
}

function sumOf({ values }: LabelledWindow, weights: Float64Array): number {
  let sum = 0
  for (let n = 0; n < weights.length; n++) sum += (weights[n] as number) * (values[n] as number)
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
