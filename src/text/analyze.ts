import { findDates } from './dates.ts'
import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { findNumerals } from './numeral.ts'
import { pushNumeral } from './numeral-terms.ts'
import { findRuns, type Run } from './script.ts'
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
  /** Tells the terms of the same tokens, in the same order. For most of them it makes neither a token nor a string. */
  tellTerms(text: string, onTerm: OnTerm): void
  /** Finds only some of the tokens that it gives. */
  createFinder(wanted: Wanted): TokenFinder
}

/** Told of a term by where it stands in `source`: the folded text, or a string that is the term alone. */
export type OnTerm = (source: string, start: number, end: number) => void

/**
 * Terms of a text: for Han every word of the lexicon at each position and every bigram; for spaced scripts
 * the folded, stemmed word; for numbers the value (`#35000000`), for dates the day, the month (`@8-31`, `@8月`) or the months on end (`@1..7月`); for a word that has
 * synonyms the term that they share (`~友好城市`).
 */
export function createAnalyzer(lexicon: Lexicon, synonyms?: Synonyms): Analyzer {
  const findApart = (text: string, folded: string, runs: readonly Run[]): Token[] => {
    const tokens: Token[] = []
    const numerals = findNumerals(folded)
    for (const numeral of numerals) pushNumeral(tokens, numeral)
    for (const date of findDates(folded, numerals)) tokens.push(date)
    for (const match of synonyms?.find({ text, folded, runs, lexicon }) ?? []) tokens.push(match)
    return tokens
  }
  const analyze = (text: string) => {
    const folded = fold(text)
    const tokens: Token[] = []
    const runs = findRuns(folded)
    for (const run of runs) {
      if (run.kind === 'spaced') {
        const term = stemOf(folded, run)
        if (term !== undefined) tokens.push({ term, start: run.start, end: run.end })
      } else
        cutUnspaced(folded, run, lexicon, (source, start, end) =>
          tokens.push({ term: source.slice(start, end), start, end }),
        )
    }
    for (const token of findApart(text, folded, runs)) tokens.push(token)
    return tokens
  }
  const tellTerms = (text: string, onTerm: OnTerm) => {
    const folded = fold(text)
    const runs = findRuns(folded)
    for (const run of runs) {
      if (run.kind === 'spaced') {
        const term = stemOf(folded, run)
        if (term !== undefined) onTerm(term, 0, term.length)
      } else cutUnspaced(folded, run, lexicon, onTerm)
    }
    for (const { term } of findApart(text, folded, runs)) onTerm(term, 0, term.length)
  }
  return Object.assign(analyze, {
    tellTerms,
    createFinder: (wanted: Wanted) => createTokenFinder({ lexicon, synonyms }, wanted),
  })
}

// ---------------------------------------------------------------------------

function cutUnspaced(folded: string, run: Run, lexicon: Lexicon, onTerm: OnTerm): void {
  let next = endOfCharacter(folded, run.start)
  if (run.end === next) onTerm(folded, run.start, run.end)
  for (let start = run.start; next < run.end; ) {
    const end = endOfCharacter(folded, next)
    onTerm(folded, start, end)
    for (const wordEnd of lexicon.endsAt(folded, start)) {
      if (wordEnd > run.end) break
      if (wordEnd > end) onTerm(folded, start, wordEnd)
    }
    start = next
    next = end
  }
}

/** A rare character is two UTF-16 units; a term never begins or ends between them. */
function endOfCharacter(text: string, at: number): number {
  return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)
}

/** Undefined for digits alone, which are found as numbers. */
function stemOf(folded: string, run: Run): string | undefined {
  const word = folded.slice(run.start, run.end)
  return /^[\d\p{No}]+$/u.test(word) ? undefined : stem(word)
}
