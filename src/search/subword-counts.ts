import { createNumberRows } from './number-rows.ts'
import { subwordsOf } from './subwords.ts'

/** How many passages hold each subword in their own words. */
export type SubwordCounts = ReadonlyMap<string, number>

/** Of a term: one more than the last passage that it was seen in, and than the number of each subword: there are two at most. */
const [seen, one, other] = [0, 1, 2] as const
/** Of a subword: one more than the last passage that it was counted for, and how many they are. */
const [last, passages] = [0, 1] as const

/** Counts passages by subword, told of the terms that a passage holds by number. @param termOf gives the term. */
export function createSubwordCounter(termOf: (number: number) => string) {
  const numbers = new Map<string, number>()
  const terms = createNumberRows(3)
  const counts = createNumberRows(2)
  const numberOf = (subword: string): number => {
    const known = numbers.get(subword)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(subword, number)
    counts.open(number)
    return number
  }
  const findSubwords = (term: number) => {
    const [first, second] = subwordsOf(termOf(term))
    if (first !== undefined) terms.set(term, one, numberOf(first) + 1)
    if (second !== undefined) terms.set(term, other, numberOf(second) + 1)
  }
  const count = (subword: number, passage: number) => {
    const { cells } = counts
    const row = subword * 2
    if (cells[row + last] === passage + 1) return
    cells[row + last] = passage + 1
    cells[row + passages] = (cells[row + passages] as number) + 1
  }
  return {
    /** Passages come in ascending order. @returns whether the term is new to the passage. */
    add(term: number, passage: number): boolean {
      terms.open(term)
      const { cells } = terms
      const row = term * 3
      if (cells[row + seen] === passage + 1) return false
      if (cells[row + seen] === 0) findSubwords(term)
      cells[row + seen] = passage + 1
      const first = cells[row + one] as number
      const second = cells[row + other] as number
      if (first > 0) count(first - 1, passage)
      if (second > 0) count(second - 1, passage)
      return true
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
