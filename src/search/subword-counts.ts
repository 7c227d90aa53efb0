import { createNumberRows } from './number-rows.ts'
import { subwordsOf } from './subwords.ts'

/** How many passages hold each subword in their own words. */
export type SubwordCounts = ReadonlyMap<string, number>

/** Of a term: whether its subwords were found, and one more than the number of each: there are two at most. */
const [found, one, other] = [0, 1, 2] as const
/** Of a subword: one more than the last passage that it was counted for, and how many they are. */
const [seen, passages] = [0, 1] as const

/** Counts passages by subword, told of each term that a passage holds by its number. @param termOf gives the term. */
export function createSubwordCounter(termOf: (number: number) => string) {
  const numbers = new Map<string, number>()
  const terms = createNumberRows(3)
  const counts = createNumberRows(2)
  const numberOf = (subword: string): number => {
    const number = numbers.get(subword) ?? numbers.size
    numbers.set(subword, number)
    counts.open(number)
    return number
  }
  const findSubwords = (term: number) => {
    const [first, second] = subwordsOf(termOf(term))
    terms.open(term)
    terms.set(term, found, 1)
    if (first !== undefined) terms.set(term, one, numberOf(first) + 1)
    if (second !== undefined) terms.set(term, other, numberOf(second) + 1)
  }
  const count = (subword: number, passage: number) => {
    if (counts.at(subword, seen) === passage + 1) return
    counts.set(subword, seen, passage + 1)
    counts.set(subword, passages, counts.at(subword, passages) + 1)
  }
  return {
    add(term: number, passage: number): void {
      if (terms.at(term, found) === 0) findSubwords(term)
      const first = terms.at(term, one)
      const second = terms.at(term, other)
      if (first > 0) count(first - 1, passage)
      if (second > 0) count(second - 1, passage)
    },
    counts: (): SubwordCounts =>
      new Map([...numbers].map(([subword, number]) => [subword, counts.at(number, passages)])),
  }
}

/** A line for each, in code-unit order: subword, tab, count. */
export function serializeSubwordCounts(counts: SubwordCounts): string {
  return [...counts.keys()]
    .sort()
    .map((subword) => `${subword}\t${counts.get(subword)}\n`)
    .join('')
}

export function parseSubwordCounts(lines: string): SubwordCounts {
  const counts = new Map<string, number>()
  for (const line of lines.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab > 0) counts.set(line.slice(0, tab), Number(line.slice(tab + 1)))
  }
  return counts
}
