import type { Analyzer } from '../text/analyze.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { type AnswerType, findAnswerType, findAnswerUnit, maskScaffolding } from './question-words.ts'
import { namesTime } from './time-words.ts'

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
  /** The measure word that a number would stand before: 对 of 多少对. */
  answerUnit?: string
  /** Speakers of the index whom the question names, as their records write them. */
  speakers: string[]
  /** Whether it asks for a count without saying of when: the latest one is meant. */
  asksForNow: boolean
}

/** What a question is read against. */
export interface QueryContext {
  analyze: Analyzer
  lexicon: Lexicon
  /** Folded name -> the name as records write it. */
  speakers: ReadonlyMap<string, string>
}

/** Cuts a question into the terms to look for; question words and courtesies are not among them. */
export function parseQuery(question: string, { analyze, lexicon, speakers }: QueryContext): Query {
  const folded = fold(question)
  const terms = new Set(analyze(maskScaffolding(folded)).map(({ term }) => term))
  const answerType = findAnswerType(folded)
  const answerUnit = findAnswerUnit(folded)
  const query: Query = {
    question,
    terms: [...terms].map((term) => ({ term, weight: isLoose(term, lexicon) ? looseWeight : 1 })),
    speakers: [...speakers].filter(([name]) => folded.includes(name)).map(([, speaker]) => speaker),
    asksForNow: answerUnit !== undefined && !namesTime(folded),
  }
  if (answerType) query.answerType = answerType
  if (answerUnit) query.answerUnit = answerUnit
  return query
}

/** What a bigram counts that holds a function word and is no word itself (了多, 的港): it says little of the matter. */
const looseWeight = 0.4
const functionSign = /[的了是在和与及或被把就都也还会能到从对将为以个这那其之而等有又于所]/u

function isLoose(term: string, lexicon: Lexicon): boolean {
  return term.length === 2 && functionSign.test(term) && lexicon.endsAt(term, 0).length === 0
}
