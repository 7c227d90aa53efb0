import type { Token } from '../text/analyze.ts'
import type { Lexicon } from '../text/lexicon.ts'

export interface QueryTerm {
  term: string
  /** What the term's score is multiplied with; 1 for a plain one. */
  weight: number
  /**
   * Of the term of a group of synonyms: the terms of the query that come from the group's member. Where the
   * group's term is found, they count as found, in whichever words it is said.
   */
  covers?: string[]
}

export interface QueryTokens {
  /** Of the question without its scaffolding. */
  own: readonly Token[]
  /** Of the groups of synonyms in it. */
  shared: readonly Token[]
}

/** What of the weight of a word with synonyms goes to the term that it shares with them. */
const sharedWeight = 0.7

/** The terms of a question, each once. A word with synonyms weighs together with its group's term what it weighs alone. */
export function toQueryTerms(
  tokens: QueryTokens,
  lexicon: Lexicon,
  weigh: (term: string) => number,
): QueryTerm[] {
  const own = unique(tokens.own)
  const weights = new Map(own.map((term) => [term, weigh(term)]))
  const groups = unique(tokens.shared).map((term) => toGroupTerm(term, tokens, { lexicon, weights }))
  const covered = new Set(groups.flatMap(({ covers }) => covers))
  const left = own.map((term) => {
    const weight = weights.get(term) as number
    return { term, weight: covered.has(term) ? weight * (1 - sharedWeight) : weight }
  })
  return [...left, ...groups]
}

interface Weights {
  lexicon: Lexicon
  weights: ReadonlyMap<string, number>
}

function toGroupTerm(term: string, { own, shared }: QueryTokens, { lexicon, weights }: Weights) {
  const members = shared.filter((token) => token.term === term)
  const isInside = ({ start, end }: Token) =>
    members.some((member) => start >= member.start && end <= member.end)
  // 津友 of 天津友城 is there only because of how the group is said here.
  const comesOf = (token: Token) =>
    isInside(token) ||
    (token.end - token.start === 2 &&
      lexicon.endsAt(token.term, 0).length === 0 &&
      members.some(({ start, end }) => token.start < end && token.end > start))
  const others = new Set(unique(own.filter((token) => !comesOf(token))))
  const covers = unique(own.filter(comesOf)).filter((other) => !others.has(other))
  const whole = covers.reduce((sum, covered) => sum + (weights.get(covered) ?? 0), 0)
  return { term, weight: sharedWeight * (whole || 1), covers }
}

function unique(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.map(({ term }) => term))]
}
