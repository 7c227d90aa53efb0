import { Matrix, solve } from 'ml-matrix'
import { confidenceWeights } from '../../src/answer/confidence.ts'
import { parseQuery } from '../../src/search/query.ts'
import { rank } from '../../src/search/rank.ts'
import type { SampleSet } from './samples.ts'

export type ConfidenceWeights = typeof confidenceWeights

export const signalNames = Object.keys(confidenceWeights) as (keyof ConfidenceWeights)[]

/** The first hit of a question, with whether it is right. */
export interface LabelledHit {
  group: string
  /** In the order of `signalNames`; undefined where nothing was found. */
  values: number[] | undefined
  isAnswerable: boolean
  isRight: boolean
  /** How much it counts in the fit. */
  weight: number
}

/**
 * The first hits of all questions. A set without unanswerable questions is asked each question once more, with all
 * that belongs to the same article left out.
 */
export async function labelHits(set: SampleSet, total: number): Promise<LabelledHit[]> {
  const { index, questions, groupOf } = set
  const lacksOthers = questions.every(({ records }) => records.length > 0)
  const labelled: Omit<LabelledHit, 'weight'>[] = []
  for (const { question, records, group } of questions) {
    const isAnswerable = records.length > 0
    const first = await findFirst(index, question)
    const isRight = first !== undefined && records.includes(first.record.id)
    labelled.push({ group, values: first?.values, isAnswerable, isRight })
    if (!lacksOthers) continue
    const isElsewhere = (passage: number) => {
      const record = index.records[index.passages.at(passage)?.record ?? -1]
      return record !== undefined && groupOf.get(record.id) !== group
    }
    const other = await findFirst(index, question, isElsewhere)
    labelled.push({ group, values: other?.values, isAnswerable: false, isRight: false })
  }
  return labelled.map((hit) => ({ ...hit, weight: total / labelled.length }))
}

async function findFirst(
  index: SampleSet['index'],
  question: string,
  accepts?: (passage: number) => boolean,
) {
  const query = parseQuery(question, index)
  const hits = await index.retriever.retrieve(query, { limit: 100, ...(accepts && { accepts }) })
  const [first] = rank(index, query, hits, { quoteChars: 160 })
  if (!first) return undefined
  const known: Record<string, number> = { ...first.features, ...first.signals, intercept: 1 }
  return { record: first.record, values: signalNames.map((name) => known[name] as number) }
}

const ridge = 1

/** What is set and not fitted: nobody speaks in the open sets, and a misquote costs more than a missed answer. */
const fixed: readonly string[] = ['elsewhere', 'otherSpeaker']

/** Logistic regression by Newton's method. */
export function fitConfidence(
  samples: readonly LabelledHit[],
  without: readonly string[] = [],
): ConfidenceWeights {
  const size = signalNames.length
  const isOut = signalNames.map((name) => without.includes(name))
  let weights = signalNames.map((name, n) =>
    fixed.includes(name) && !isOut[n] ? confidenceWeights[name] : 0,
  )
  for (let round = 0; round < 20; round++) {
    const gradient = new Array<number>(size).fill(0)
    const curvature = Matrix.zeros(size, size)
    for (const { values, isRight, weight } of samples) {
      if (!values) continue
      const chance = chanceOf(values, weights)
      for (let n = 0; n < size; n++) {
        gradient[n] = (gradient[n] as number) + weight * ((isRight ? 1 : 0) - chance) * (values[n] as number)
        for (let m = 0; m < size; m++) {
          const bend = weight * chance * (1 - chance) * (values[n] as number) * (values[m] as number)
          curvature.set(n, m, curvature.get(n, m) + bend)
        }
      }
    }
    for (let n = 0; n < size; n++) {
      const pull =
        isOut[n] || fixed.includes(signalNames[n] as string)
          ? 1e9
          : signalNames[n] === 'intercept'
            ? 0
            : ridge
      if (!fixed.includes(signalNames[n] as string))
        gradient[n] = (gradient[n] as number) - pull * (weights[n] as number)
      else gradient[n] = 0
      curvature.set(n, n, curvature.get(n, n) + pull)
    }
    const step = solve(curvature, Matrix.columnVector(gradient)).to1DArray()
    weights = weights.map((weight, n) => weight + (step[n] as number))
  }
  return Object.fromEntries(signalNames.map((name, n) => [name, weights[n] as number])) as ConfidenceWeights
}

/** 0 where nothing was found. */
export function confidenceOf({ values }: LabelledHit, weights: ConfidenceWeights): number {
  return values
    ? chanceOf(
        values,
        signalNames.map((name) => weights[name]),
      )
    : 0
}

function chanceOf(values: readonly number[], weights: readonly number[]): number {
  let logit = 0
  for (let n = 0; n < weights.length; n++) logit += (weights[n] as number) * (values[n] as number)
  return 1 / (1 + Math.exp(-logit))
}
