import { subwordsOf } from '../../src/search/subwords.ts'

/** The different subwords of terms. */
export function collectSubwords(terms: Iterable<string>): Set<string> {
  const subwords = new Set<string>()
  for (const term of terms) for (const subword of subwordsOf(term)) subwords.add(subword)
  return subwords
}
