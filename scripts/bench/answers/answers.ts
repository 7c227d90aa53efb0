import { medians } from '../figures.ts'
import { runJob } from '../jobs.ts'
import type { Questions } from '../material/questions.ts'
import type { RetrieverName } from '../program-index.ts'
import { tell } from '../tell.ts'
import type { AnswerFigures, AnswerInput } from './answer-job.ts'

export interface AnswerResult {
  what: string
  /** Milliseconds. */
  figures: AnswerFigures
}

export interface AnswersOptions {
  /** The index folder of each retriever. */
  indexes: ReadonlyMap<RetrieverName, string>
  questions: Questions
  rounds: number
}

/** What a whole answer costs beside the retrieval that is part of it, over all records, in a process of its own. */
export async function measureAnswers({
  indexes,
  questions,
  rounds,
}: AnswersOptions): Promise<AnswerResult[]> {
  const results: AnswerResult[] = []
  for (const [retriever, index] of indexes) {
    const runs: AnswerFigures[] = []
    for (let round = 0; round < rounds; round++) {
      tell(`answers, round ${round + 1} of ${rounds}: ${retriever}`)
      const { short, long } = questions
      runs.push(
        await runJob<AnswerFigures>('answer', {
          index,
          questions: [...short, ...long],
        } satisfies AnswerInput),
      )
    }
    results.push({ what: retriever, figures: medians(runs) })
  }
  return results
}
