import { findDates } from './dates.ts'
import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { findNumerals } from './numeral.ts'
import { pushNumeral } from './numeral-terms.ts'
import { findRuns, type Run, startsUnspaced } from './script.ts'
import { stem } from './stem.ts'
import { isSynonymTerm } from './synonym-term.ts'
import type { Synonyms } from './synonyms.ts'
import type { Token } from './token.ts'

/** What to look for in texts. */
export interface Wanted {
  /** Terms, as an analyzer gives them. */
  terms: Iterable<string>
  /** Single signs of scripts without spaces: what holds one of them is wanted too. */
  signs: Iterable<string>
  /** Whether words of scripts with spaces may be wanted that are not among the terms. */
  words: boolean
  /** Decides of a term that may be wanted. */
  takes(term: string): boolean
}

/**
 * Finds the wanted tokens of a text: those that an analyzer gives and that `takes` takes, in its order. It passes over
 * what cannot be wanted, and so takes a fraction of the time.
 * @param folded the text folded, where that is known.
 */
export type TokenFinder = (text: string, folded?: string) => Token[]

export interface FinderSource {
  lexicon: Lexicon
  synonyms?: Synonyms | undefined
}

export function createTokenFinder({ lexicon, synonyms }: FinderSource, wanted: Wanted): TokenFinder {
  const terms = [...wanted.terms]
  const marks = markUnits(terms, wanted.signs)
  const words = collectWords(terms, lexicon)
  const wantsWords = wanted.words || terms.some((term) => !/^[#@~]/.test(term) && !startsUnspaced(term))
  const wantsValues = terms.some((term) => /^[#@]/.test(term))
  const wantsSynonyms = terms.some(isSynonymTerm)
  return (text, folded = fold(text)) => {
    const tokens: Token[] = []
    const runs = findRuns(folded)
    for (const run of runs) {
      if (run.kind === 'unspaced') pushUnspaced(tokens, folded, run, { marks, words, takes: wanted.takes })
      else if (wantsWords) pushWord(tokens, folded, run, wanted.takes)
    }
    const others: Token[] = []
    if (wantsValues) {
      const numerals = findNumerals(folded)
      for (const numeral of numerals) pushNumeral(others, numeral)
      for (const date of findDates(folded, numerals)) others.push(date)
    }
    if (wantsSynonyms)
      for (const match of synonyms?.find({ text, folded, runs, lexicon }) ?? []) others.push(match)
    for (const token of others) if (wanted.takes(token.term)) tokens.push(token)
    return tokens
  }
}

// ---------------------------------------------------------------------------

/** What a UTF-16 unit may be, or another that shares its mark: the first of a wanted term, one of a wanted sign. */
const opens = 1
const isSign = 2

/** A mark for each unit would be much memory for one question. Units that share one are told apart by `takes`. */
const fewMarks = 1 << 13

function placeOfMark(unit: number): number {
  return unit & (fewMarks - 1)
}

function markUnits(terms: readonly string[], signs: Iterable<string>): Uint8Array {
  const marks = new Uint8Array(fewMarks)
  const mark = (unit: number, as: number) => {
    const place = placeOfMark(unit)
    marks[place] = (marks[place] as number) | as
  }
  for (const term of terms) if (startsUnspaced(term)) mark(term.charCodeAt(0), opens)
  // Of a rare sign the first half: others begin so too, which `takes` finds out.
  for (const sign of signs) mark(sign.charCodeAt(0), isSign)
  return marks
}

/** Words of more than two signs by their first unit, shorter ones first. */
function collectWords(terms: readonly string[], lexicon: Lexicon): Map<number, string[]> {
  const words = new Map<number, string[]>()
  for (const term of terms) {
    if (!startsUnspaced(term) || !lexicon.endsAt(term, 0).includes(term.length)) continue
    const unit = term.charCodeAt(0)
    words.set(unit, [...(words.get(unit) ?? []), term])
  }
  for (const own of words.values()) own.sort((a, b) => a.length - b.length)
  return words
}

interface Unspaced {
  marks: Uint8Array
  words: ReadonlyMap<number, readonly string[]>
  takes(term: string): boolean
}

function pushUnspaced(tokens: Token[], folded: string, run: Run, { marks, words, takes }: Unspaced): void {
  let start = run.start
  let next = endOfCharacter(folded, start)
  let mark = marks[placeOfMark(folded.charCodeAt(start))] as number
  if (run.end === next && mark !== 0) push(tokens, folded, { start, end: next }, takes)
  while (next < run.end) {
    const end = endOfCharacter(folded, next)
    const nextMark = marks[placeOfMark(folded.charCodeAt(next))] as number
    if (mark !== 0 || (nextMark & isSign) !== 0) push(tokens, folded, { start, end }, takes)
    if ((mark & opens) !== 0) {
      for (const word of words.get(folded.charCodeAt(start)) ?? noWords) {
        const wordEnd = start + word.length
        if (wordEnd > end && wordEnd <= run.end && folded.startsWith(word, start) && takes(word))
          tokens.push({ term: word, start, end: wordEnd })
      }
    }
    start = next
    next = end
    mark = nextMark
  }
}

const noWords: readonly string[] = []

function pushWord(tokens: Token[], folded: string, run: Run, takes: (term: string) => boolean): void {
  const word = folded.slice(run.start, run.end)
  if (/^[\d\p{No}]+$/u.test(word)) return
  const term = stem(word)
  if (takes(term)) tokens.push({ term, start: run.start, end: run.end })
}

function push(
  tokens: Token[],
  folded: string,
  { start, end }: { start: number; end: number },
  takes: (term: string) => boolean,
): void {
  const term = folded.slice(start, end)
  if (takes(term)) tokens.push({ term, start, end })
}

/** A rare character is two UTF-16 units; a term never begins or ends between them. */
function endOfCharacter(text: string, at: number): number {
  return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)
}
