import type { Token } from '../text/analyze.ts'
import type { Lexicon } from '../text/lexicon.ts'

export interface QueryTerm {
  term: string
  /** What the term's score is multiplied with; 1 for a plain one. */
  weight: number
  /**
   * Of a term that stands for something whichever way it is written (a group of synonyms, a number, a date): the
   * terms of the query that come of how the question writes it. Where the term is found, they count as found.
   */
  covers?: string[]
  /** Whether it comes of the name of a speaker, who says it seldom. */
  isName?: true
}

export interface QueryTokens {
  /** Of the question without its scaffolding. */
  own: readonly Token[]
  /** Of the groups of synonyms in it. */
  shared: readonly Token[]
}

export interface WeighOptions {
  lexicon: Lexicon
  /** The weight of a term by itself. */
  weigh: (term: string) => number
}

/** What of the weight of a word with synonyms goes to the term that it shares with them. */
const sharedWeight = 0.7

/**
 * The terms of a question, each once. A word with synonyms and its group's term weigh together what the word weighs
 * alone; the signs of a number or date weigh less, as its value tells all.
 */
export function toQueryTerms({ own, shared }: QueryTokens, { lexicon, weigh }: WeighOptions): QueryTerm[] {
  const weights = new Map(unique(own).map((term) => [term, weigh(term)]))
  const coversOf = (term: string, tokens: readonly Token[]) =>
    findCovered(
      own,
      tokens.filter((token) => token.term === term),
      lexicon,
    )
  const groups = unique(shared).map((term) => {
    const covers = coversOf(term, shared)
    const whole = covers.reduce((sum, covered) => sum + (weights.get(covered) ?? 0), 0)
    return { term, weight: sharedWeight * (whole || 1), covers }
  })
  const values = new Map(
    unique(own.filter(isLongValue)).map((term) => [term, [...coversOf(term, own), ...findDigits(term, own)]]),
  )
  const covered = new Set([...groups.map(({ covers }) => covers), ...values.values()].flat())
  const left = [...weights].map(([term, weight]): QueryTerm => {
    const covers = values.get(term) ?? []
    const own = covered.has(term) ? weight * (1 - sharedWeight) : weight
    return { term, weight: own, ...(covers.length > 0 && { covers }) }
  })
  return [...left, ...groups]
}

/** The terms that are there only because of the words at some places, but for values. */
function findCovered(own: readonly Token[], places: readonly Token[], lexicon: Lexicon): string[] {
  const comesOf = (token: Token) =>
    places.some(({ start, end }) => token.start >= start && token.end <= end) ||
    isSeam(token, places, lexicon)
  const others = new Set(unique(own.filter((token) => !comesOf(token))))
  return unique(own.filter(comesOf)).filter((term) => !others.has(term) && !isValue(term))
}

/** The digits as written of a number with a multiplier: 437 of 437万. */
function findDigits(term: string, own: readonly Token[]): string[] {
  const value = Number(term.slice(1))
  const places = own.filter((token) => token.term === term)
  const isDigits = (token: Token) =>
    token.term.startsWith('#') &&
    Number(token.term.slice(1)) < value &&
    places.some(({ start, end }) => token.start === start && token.end === end)
  return Number.isNaN(value) ? [] : unique(own.filter(isDigits))
}

/** Two signs that are no word, one of them of a place: 津友 of 天津友城. */
function isSeam({ term, start, end }: Token, places: readonly Token[], lexicon: Lexicon): boolean {
  return (
    end - start === 2 &&
    lexicon.endsAt(term, 0).length === 0 &&
    places.some((place) => start < place.end && end > place.start)
  )
}

function isValue(term: string): boolean {
  return /^[#@]/.test(term)
}

/** A single sign is more often part of a name (九寨) than a number. */
function isLongValue({ term, start, end }: Token): boolean {
  return isValue(term) && end - start > 1
}

function unique(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.map(({ term }) => term))]
}
