import { openIndexFolder } from '../../../src/adapter/node-index.ts'
import { findHits } from '../../../src/answer/create-lectern.ts'
import { toQuotes } from '../../../src/answer/quote.ts'
import { parseQuery } from '../../../src/search/query.ts'
import { percentile } from '../figures.ts'

export interface AnswerInput {
  index: string
  questions: string[]
}

/** Milliseconds. */
export type AnswerFigures = {
  /** From a query to its hits. */
  retrievalP50: number
  retrievalP99: number
  /** From the words of a question to JSON of its quotes, without the questions that are offered next. */
  answerP50: number
  answerP99: number
}

/** All questions are asked so often before, the first time in any case; milliseconds. */
const warmUp = { most: 5, time: 15_000 }
const quoteChars = 160
const depth = 100

export async function answerJob({ index: folder, questions }: AnswerInput): Promise<AnswerFigures> {
  const index = await openIndexFolder(folder)
  const retrieve = async (question: string) => {
    const query = parseQuery(question, index)
    const begun = performance.now()
    await index.retriever.retrieve(query, { limit: depth })
    return performance.now() - begun
  }
  const answer = async (question: string) => {
    const begun = performance.now()
    const { hits, guard } = await findHits(index, question, { filters: {}, quoteChars })
    JSON.stringify(toQuotes(hits, { guard, limit: 3 }))
    return performance.now() - begun
  }
  // Before the clock counts, V8 compiles what is hot, and records are read: as in a server that has run for a while.
  const warmedUp = performance.now() + warmUp.time
  for (let pass = 0; pass < warmUp.most && (pass === 0 || performance.now() < warmedUp); pass++) {
    for (const question of questions) {
      await retrieve(question)
      await answer(question)
    }
  }
  const times = { retrieval: [] as number[], answer: [] as number[] }
  for (const question of questions) {
    times.retrieval.push(await retrieve(question))
    times.answer.push(await answer(question))
  }
  return {
    retrievalP50: percentile(times.retrieval, 0.5),
    retrievalP99: percentile(times.retrieval, 0.99),
    answerP50: percentile(times.answer, 0.5),
    answerP99: percentile(times.answer, 0.99),
  }
}
