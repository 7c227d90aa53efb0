import type { Analyzer } from '../text/analyze.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { isSynonymTerm } from '../text/synonym-term.ts'
import { type QueryTerm, toQueryTerms } from './query-terms.ts'
import { type AnswerType, findAnswerType, findAnswerUnit, maskScaffolding } from './question-words.ts'
import { namesTime } from './time-words.ts'

export type { QueryTerm } from './query-terms.ts'

/** The parsed form of a question. */
export interface Query {
  /** As typed. */
  question: string
  /** Each term once, in order of appearance; those of groups of synonyms last. */
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
  /** Name or office, folded -> the name as records write it. */
  speakers: ReadonlyMap<string, string>
}

/** Cuts a question into the terms to look for; question words and courtesies are not among them. */
export function parseQuery(question: string, { analyze, lexicon, speakers }: QueryContext): Query {
  const folded = fold(question)
  const own = analyze(maskScaffolding(folded)).filter(({ term }) => !isSynonymTerm(term))
  // As typed and whole: an abbreviation is known by its capitals, and a name may hold words like "of".
  const shared = analyze(question).filter(({ term }) => isSynonymTerm(term))
  const answerType = findAnswerType(folded)
  const answerUnit = findAnswerUnit(folded)
  const named = findNamed(folded, speakers, answerType)
  const names = new Set(named.flatMap(({ name }) => analyze(name).map(({ term }) => term)))
  const weigh = (term: string) => weightOf(term, lexicon) * (names.has(term) ? nameWeight : 1)
  const query: Query = {
    question,
    terms: toQueryTerms({ own, shared }, { lexicon, weigh }),
    speakers: [...new Set(named.map(({ speaker }) => speaker))],
    asksForNow: answerUnit !== undefined && !namesTime(folded),
  }
  if (answerType) query.answerType = answerType
  if (answerUnit) query.answerUnit = answerUnit
  return query
}

/** Whom a question names. One that asks who holds an office does not ask for the words of its holder. */
function findNamed(folded: string, speakers: ReadonlyMap<string, string>, answerType?: AnswerType) {
  return [...speakers]
    .map(([name, speaker]) => ({ name, speaker }))
    .filter(
      ({ name, speaker }) => folded.includes(name) && (answerType !== 'person' || name === fold(speaker)),
    )
}

/** What a term of a speaker's name counts: the speaker says it seldom, and those who introduce the speaker do. */
const nameWeight = 0.3

/** What a bigram counts that holds a function word and is no word itself (了多, 的港): it says little of the matter. */
const looseWeight = 0.4
const functionSign = /[的了是在和与及或被把就都也还会能到从对将为以个这那其之而等有又于所]/u

function weightOf(term: string, lexicon: Lexicon): number {
  const isLoose = term.length === 2 && functionSign.test(term) && lexicon.endsAt(term, 0).length === 0
  return isLoose ? looseWeight : 1
}
