import { share } from './metrics.ts'
import type { ResultLine } from './results.ts'
import { signTest } from './sign-test.ts'

export interface FigureComparison {
  /** Share of the questions in both runs; null where none of them is answerable. */
  before: number | null
  after: number | null
  /** Ids of the questions that only the later run gets right. */
  won: string[]
  /** Ids of the questions that only the earlier run gets right. */
  lost: string[]
  /** Of the exact two-sided sign test over won and lost questions. */
  pValue: number
}

export interface Comparison {
  dataset: string
  /** Questions that stand in both runs, and those among them that are answerable, which are compared. */
  questions: number
  answerable: number
  recallAt1: FigureComparison
  quoteHitAt1: FigureComparison
  /** Ids of the questions that stand in one run only. */
  onlyBefore: string[]
  onlyAfter: string[]
}

/**
 * What two runs make of the same questions, dataset by dataset. A question is the same where dataset, id, wording
 * and answerability are.
 */
export function compareRuns(before: readonly ResultLine[], after: readonly ResultLine[]): Comparison[] {
  const datasets = new Set([...after, ...before].map(({ dataset }) => dataset))
  return [...datasets].map((dataset) => {
    const within = (run: readonly ResultLine[]) => keyed(run.filter((line) => line.dataset === dataset))
    return compareDataset(dataset, within(before), within(after))
  })
}

// ---------------------------------------------------------------------------

type Keyed = ReadonlyMap<string, ResultLine>

interface Pair {
  before: ResultLine
  after: ResultLine
}

/** By what makes a question the same; one that stands twice is told apart by its place among its likes. */
function keyed(lines: readonly ResultLine[]): Keyed {
  const seen = new Map<string, number>()
  return new Map(
    lines.map((line) => {
      const key = JSON.stringify([line.id, line.question, line.answerable])
      const nth = (seen.get(key) ?? 0) + 1
      seen.set(key, nth)
      return [`${key}${nth}`, line]
    }),
  )
}

function compareDataset(dataset: string, before: Keyed, after: Keyed): Comparison {
  const pairs = [...after].flatMap(([key, line]): Pair[] => {
    const earlier = before.get(key)
    return earlier ? [{ before: earlier, after: line }] : []
  })
  const answerable = pairs.filter((pair) => pair.after.answerable)
  return {
    dataset,
    questions: pairs.length,
    answerable: answerable.length,
    recallAt1: compareFigure(answerable, ({ rank }) => rank === 1),
    quoteHitAt1: compareFigure(answerable, ({ quoteHit }) => quoteHit),
    onlyBefore: missingIn(after, before),
    onlyAfter: missingIn(before, after),
  }
}

function compareFigure(pairs: readonly Pair[], isRight: (line: ResultLine) => boolean): FigureComparison {
  const won = pairs.filter(({ before, after }) => isRight(after) && !isRight(before))
  const lost = pairs.filter(({ before, after }) => isRight(before) && !isRight(after))
  return {
    before: share(pairs.map(({ before }) => isRight(before))),
    after: share(pairs.map(({ after }) => isRight(after))),
    won: won.map(({ after }) => after.id),
    lost: lost.map(({ after }) => after.id),
    pValue: signTest(won.length, lost.length),
  }
}

/** Ids of the questions of `run` that the other run does not have. */
function missingIn(other: Keyed, run: Keyed): string[] {
  return [...run].flatMap(([key, { id }]) => (other.has(key) ? [] : id))
}
