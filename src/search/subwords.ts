import { startsUnspaced } from '../text/script.ts'
import { functionSigns } from './function-signs.ts'

/**
 * The smallest parts of a term by which words written otherwise resemble each other (首任 and 首位, translated and
 * translator): each sign of a script without spaces, the first letters of a word, a number whole. A longer word
 * of a script without spaces gives none: its signs stand in the pairs that come with it. Two at most.
 */
export function subwordsOf(term: string): readonly string[] {
  const first = term.charAt(0)
  // Dates and groups of synonyms are no writing.
  if (first === '@' || first === '~') return []
  if (first === '#') return [term]
  const signs = hasPairs.test(term) ? [...term] : undefined
  if (!startsUnspaced(term))
    return [signs ? signs.slice(0, prefixLength).join('') : term.slice(0, prefixLength)]
  if (signs) return signs.length > 2 ? [] : signs.filter(tells)
  if (term.length > 2) return []
  return term.length === 1 ? [first].filter(tells) : [first, term.charAt(1)].filter(tells)
}

const prefixLength = 4
/** Rare signs, of two UTF-16 units. */
const hasPairs = /[\ud800-\udfff]/

function tells(sign: string): boolean {
  return !functionSigns.has(sign)
}
