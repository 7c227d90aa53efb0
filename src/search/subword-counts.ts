import { collectSubwords } from './subwords.ts'

/** How many passages hold each subword in their own words. */
export type SubwordCounts = ReadonlyMap<string, number>

/** Adds the terms of one passage to the counts. */
export function countSubwords(counts: Map<string, number>, terms: Iterable<string>): void {
  for (const subword of collectSubwords(terms)) counts.set(subword, (counts.get(subword) ?? 0) + 1)
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
