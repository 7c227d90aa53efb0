import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { findNumerals, type Numeral } from './numeral.ts'
import { findRuns, type Run } from './script.ts'
import type { Span } from './span.ts'
import { stem } from './stem.ts'
import type { Synonyms } from './synonyms.ts'

/** Raised whenever the same text gives other terms: an index of another version is refused. */
export const analyzerVersion = 1

/** One occurrence of a term in a text. */
export interface Token extends Span {
  term: string
}

/** Cuts texts into terms, the same at build and at question time. */
export type Analyzer = (text: string) => Token[]

/**
 * Terms of a text: for Han every word of the lexicon at each position and every bigram; for spaced scripts
 * the folded, stemmed word; for numbers the value (`#35000000`) and the date (`@8-31`); for a word that has
 * synonyms the term that they share (`~友好城市`).
 */
export function createAnalyzer(lexicon: Lexicon, synonyms?: Synonyms): Analyzer {
  return (text) => {
    const folded = fold(text)
    const tokens: Token[] = []
    const runs = findRuns(folded)
    for (const run of runs) {
      if (run.kind === 'unspaced') pushUnspaced(tokens, folded, run, lexicon)
      else pushSpaced(tokens, folded, run)
    }
    const numerals = findNumerals(folded)
    for (const numeral of numerals) pushNumeral(tokens, numeral)
    pushDates(tokens, numerals)
    for (const match of synonyms?.find({ text, folded, runs, lexicon }) ?? []) tokens.push(match)
    return tokens
  }
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
  if (/^\p{N}+$/u.test(word)) return
  tokens.push({ term: stem(word), start: run.start, end: run.end })
}

function pushNumeral(tokens: Token[], numeral: Numeral): void {
  const { start, end, value, digits, percent } = numeral
  tokens.push({ term: `#${value}`, start, end })
  if (percent) tokens.push({ term: `#${value}%`, start, end })
  if (digits !== undefined && digits !== value) tokens.push({ term: `#${digits}`, start, end })
}

/** `8月31日` gives `@8-31` and `@8月`; a year before it is a number of its own. */
function pushDates(tokens: Token[], numerals: Numeral[]): void {
  numerals.forEach((month, at) => {
    if (month.dateUnit !== '月') return
    tokens.push({ term: `@${month.value}月`, start: month.start, end: month.end })
    const day = numerals[at + 1]
    const isDay = day && day.start === month.end && (day.dateUnit === '日' || day.dateUnit === '号')
    if (isDay) tokens.push({ term: `@${month.value}-${day.value}`, start: month.start, end: day.end })
  })
}
