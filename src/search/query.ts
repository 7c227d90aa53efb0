import type { Analyzer } from '../text/analyze.ts'
import { fold } from '../text/fold.ts'
import { type AnswerType, findAnswerType, maskScaffolding } from './question-words.ts'

export interface QueryTerm {
  term: string
  /** What the term's score is multiplied with; 1 for a plain one. */
  weight: number
}

/** The parsed form of a question. */
export interface Query {
  /** As typed. */
  question: string
  /** Each term once, in order of appearance. */
  terms: QueryTerm[]
  answerType?: AnswerType
}

/** Cuts a question into the terms to look for; question words and courtesies are not among them. */
export function parseQuery(question: string, analyze: Analyzer): Query {
  const folded = fold(question)
  const terms = new Set(analyze(maskScaffolding(folded)).map(({ term }) => term))
  const query: Query = { question, terms: [...terms].map((term) => ({ term, weight: 1 })) }
  const answerType = findAnswerType(folded)
  if (answerType) query.answerType = answerType
  return query
}
