import type { Analyzer } from '../text/analyze.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { overlapsSpan, type Span } from '../text/span.ts'
import { isSynonymTerm } from '../text/synonym-term.ts'
import { findNames } from './find-names.ts'
import { functionSigns } from './function-signs.ts'
import { findPlaces } from './place-names.ts'
import { type QueryTerm, toQueryTerms } from './query-terms.ts'
import {
  type AnswerType,
  findAnswerType,
  findAnswerUnit,
  findCounted,
  findFocus,
  maskScaffolding,
} from './question-words.ts'
import { namesTime, tellsOfAdded } from './time-words.ts'

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
  /** What is counted, where the measure word alone does not tell: 友城 of 多少对友城. */
  counted?: string
  /** The kind of thing that it asks to name, where no type tells: 星系 of 哪种星系. */
  focus?: string
  /** Years (four digits) and places that it names. */
  years: string[]
  places: string[]
  /** Whether it asks what the speakers said whom it names. */
  asksForWords: boolean
  /** Speakers of the index whom the question names, as their records write them. */
  speakers: string[]
  /** What it calls them: name or office, folded. */
  speakerNames: string[]
  /** Whether it asks for a count without saying of when, or of what was added: the latest one of all is meant. */
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
  const answerType = findAnswerType(folded)
  const named = findNamed(folded, speakers, answerType)
  const own = analyze(maskScaffolding(folded))
    .filter(({ term }) => !isSynonymTerm(term))
    .filter((token) => !named.some(({ spans }) => spans.some((span) => crosses(token, span))))
  // As typed and whole: an abbreviation is known by its capitals, and a name may hold words like "of".
  const shared = analyze(question).filter(({ term }) => isSynonymTerm(term))
  const answerUnit = findAnswerUnit(folded)
  const names = new Set(named.flatMap(({ name }) => analyze(name).map(({ term }) => term)))
  const weigh = (term: string) => weightOf(term, lexicon) * (names.has(term) ? nameWeight : 1)
  const query: Query = {
    question,
    terms: toQueryTerms({ own, shared }, { lexicon, weigh }).map((term) =>
      names.has(term.term) ? { ...term, isName: true } : term,
    ),
    speakers: [...new Set(named.map(({ speaker }) => speaker))],
    speakerNames: named.map(({ name }) => name),
    years: findYears(folded),
    places: [...findPlaces(folded, longestWordAt(folded, lexicon))],
    asksForWords: named.length > 0 && saying.test(folded),
    asksForNow: answerUnit !== undefined && !namesTime(folded) && !tellsOfAdded(folded),
  }
  if (answerType) query.answerType = answerType
  if (answerUnit) query.answerUnit = answerUnit
  const counted = findCounted(folded)
  if (counted) query.counted = counted
  const focus = answerType === undefined ? findFocus(folded) : undefined
  if (focus) query.focus = focus
  return query
}

const saying =
  /说|谈|表示|介绍|认为|回应|回答|指出|强调|透露|承诺|\b(?:say|says|said|comment|explain|promise)/u

/** Years that a folded text names in four digits. */
function findYears(folded: string): string[] {
  return [...folded.matchAll(/(?<!\d)((?:19|20)\d\d)(?= ?年|[-/.]\d|(?![\d.,%]|[^\s?.!,年]))/gu)].map(
    ([, year]) => year as string,
  )
}

/** Where the longest word of the lexicon ends that begins at a place of the text. */
export function longestWordAt(folded: string, lexicon: Lexicon): (start: number) => number {
  return (start) => Math.max(start, ...lexicon.endsAt(folded, start))
}

/** Whom a question names, and where. One that asks who holds an office does not ask for the words of its holder. */
function findNamed(folded: string, speakers: ReadonlyMap<string, string>, answerType?: AnswerType) {
  const named = findNames(folded, speakers)
  return answerType === 'person' ? named.filter(({ name, speaker }) => name === fold(speaker)) : named
}

/** Whether a token lies half inside a name: 安说 of 施亦安说. */
function crosses(token: Span, name: Span): boolean {
  const isInside = token.start >= name.start && token.end <= name.end
  const holdsIt = token.start <= name.start && token.end >= name.end
  return overlapsSpan(token, name) && !isInside && !holdsIt
}

/** What a term of a speaker's name counts: the speaker says it seldom, and those who introduce the speaker do. */
const nameWeight = 0.3

/** What a bigram counts that holds a function word and is no word itself (了多, 的港): it says little of the matter. */
const looseWeight = 0.4

function weightOf(term: string, lexicon: Lexicon): number {
  const isLoose =
    term.length === 2 &&
    [...term].some((sign) => functionSigns.has(sign)) &&
    lexicon.endsAt(term, 0).length === 0
  return isLoose ? looseWeight : 1
}
