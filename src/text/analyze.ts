import { findDates } from './dates.ts'
import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { findNumerals } from './numeral.ts'
import { pushNumeral } from './numeral-terms.ts'
import { findRuns, type Run } from './script.ts'
import type { Span } from './span.ts'
import { stem } from './stem.ts'
import type { Synonyms } from './synonyms.ts'
import type { Token } from './token.ts'
import { createTokenFinder, type TokenFinder, type Wanted } from './token-finder.ts'

/** Raised whenever the same text gives other terms: an index of another version is refused. */
export const analyzerVersion = 2

export type { Token } from './token.ts'

/** Cuts texts into terms, the same at build and at question time. */
export interface Analyzer {
  (text: string): Token[]
  /** Finds only some of the tokens that it gives. */
  createFinder(wanted: Wanted): TokenFinder
}

/**
 * Terms of a text: for Han every word of the lexicon at each position and every bigram; for spaced scripts
 * the folded, stemmed word; for numbers the value (`#35000000`), for dates the day, the month (`@8-31`, `@8月`) or the months on end (`@1..7月`); for a word that has
 * synonyms the term that they share (`~友好城市`).
 */
export function createAnalyzer(lexicon: Lexicon, synonyms?: Synonyms): Analyzer {
  const analyze = (text: string) => {
    const folded = fold(text)
    const tokens: Token[] = []
    const runs = findRuns(folded)
    for (const run of runs) {
      if (run.kind === 'unspaced') pushUnspaced(tokens, folded, run, lexicon)
      else pushSpaced(tokens, folded, run)
    }
    const numerals = findNumerals(folded)
    for (const numeral of numerals) pushNumeral(tokens, numeral)
    for (const date of findDates(folded, numerals)) tokens.push(date)
    for (const match of synonyms?.find({ text, folded, runs, lexicon }) ?? []) tokens.push(match)
    return tokens
  }
  return Object.assign(analyze, {
    createFinder: (wanted: Wanted) => createTokenFinder({ lexicon, synonyms }, wanted),
  })
}

function pushUnspaced(tokens: Token[], folded: string, run: Run, lexicon: Lexicon): void {
  let next = endOfCharacter(folded, run.start)
  if (run.end === next) tokens.push({ term: folded.slice(run.start, run.end), ...spanOf(run) })
  for (let start = run.start; next < run.end; ) {
    const end = endOfCharacter(folded, next)
    tokens.push({ term: folded.slice(start, end), start, end })
    for (const wordEnd of lexicon.endsAt(folded, start)) {
      if (wordEnd > run.end) break
      if (wordEnd > end) tokens.push({ term: folded.slice(start, wordEnd), start, end: wordEnd })
    }
    start = next
    next = end
  }
}

/** A rare character is two UTF-16 units; a term never begins or ends between them. */
function endOfCharacter(text: string, at: number): number {
  return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end }
}

function pushSpaced(tokens: Token[], folded: string, run: Run): void {
  const word = folded.slice(run.start, run.end)
  if (/^[\d\p{No}]+$/u.test(word)) return
  tokens.push({ term: stem(word), start: run.start, end: run.end })
}
