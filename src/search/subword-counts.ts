import { createNumbers } from './byte-lists.ts'
import { subwordsOf } from './subwords.ts'

/** How many passages hold each subword in their own words. */
export type SubwordCounts = ReadonlyMap<string, number>

/** Counts passages by subword, told of each term that a passage holds, by the term's number too. */
export function createSubwordCounter() {
  const numbers = new Map<string, number>()
  const counts = createNumbers()
  // One more than the last passage that each subword was counted for.
  const seen = createNumbers()
  // Of each term, one more than the numbers of its subwords: there are two at most.
  const firsts = createNumbers()
  const seconds = createNumbers()
  const told = createNumbers()
  const numberOf = (subword: string): number => {
    const number = numbers.get(subword) ?? numbers.size
    numbers.set(subword, number)
    return number
  }
  const tell = (term: string, number: number) => {
    const [first, second] = subwordsOf(term)
    told.set(number, 1)
    if (first !== undefined) firsts.set(number, numberOf(first) + 1)
    if (second !== undefined) seconds.set(number, numberOf(second) + 1)
  }
  const count = (subword: number, passage: number) => {
    if (seen.at(subword) === passage + 1) return
    seen.set(subword, passage + 1)
    counts.set(subword, counts.at(subword) + 1)
  }
  return {
    add(term: string, number: number, passage: number): void {
      if (told.at(number) === 0) tell(term, number)
      const [first, second] = [firsts.at(number), seconds.at(number)]
      if (first > 0) count(first - 1, passage)
      if (second > 0) count(second - 1, passage)
    },
    counts: (): SubwordCounts =>
      new Map([...numbers].map(([subword, number]) => [subword, counts.at(number)])),
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
