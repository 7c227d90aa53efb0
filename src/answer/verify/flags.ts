import { fold } from '../../text/fold.ts'
import { findNumerals } from '../../text/numeral.ts'
import { overlapsSpan, type Span, sliceSpan } from '../../text/span.ts'
import type { Alteration } from '../verification.ts'
import type { Change } from './diff.ts'
import { findNegations } from './negations.ts'

/** What changes of words do to the meaning: to negations and to numbers. */
export function flagChanges(text: string, quote: string, changes: readonly Change[]): Set<Alteration> {
  const flags = new Set<Alteration>()
  for (const { removed, added } of changes) {
    const before = toSide(text, removed)
    const after = toSide(quote, added)
    const isOmission = !added && (before.words.length > longestChange || isWholeClause(before))
    if (!isOmission) {
      const difference = countNegations(after, before) - countNegations(before, after)
      if (difference > 0) flags.add('negation-added')
      if (difference < 0) flags.add('negation-dropped')
    }
    if (added && numbersDiffer(before, after)) flags.add('number-changed')
  }
  return flags
}

// ---------------------------------------------------------------------------

/** More units than this left out are a passage left out, which may well hold a negation or number of its own. */
const longestChange = 12

interface Side {
  /** The changed words, folded. */
  words: string
  /** The same with what stands around, folded. */
  around: string
  /** The changed words in `around`. */
  span: Span
}

const reach = 12

/** Whether marks stand on both sides: what a clause says of itself is no negation of what is left. */
function isWholeClause({ around, span }: Side): boolean {
  const before = around.slice(0, span.start)
  return (
    /[，。；：！？,;:!?\n]["'\s]*$/u.test(before) &&
    /^["'\s]*[，。；：！？,;:!?\n.]/u.test(around.slice(span.end))
  )
}

function toSide(text: string, span: Span | undefined): Side {
  if (!span) return { words: '', around: '', span: { start: 0, end: 0 } }
  const from = Math.max(0, span.start - reach)
  const around = fold(text.slice(from, span.end + reach))
  const inside = { start: span.start - from, end: span.end - from }
  return { words: sliceSpan(around, inside), around, span: inside }
}

/**
 * Negations among the changed words. A word that only looks like one (不断) counts where the change has taken just
 * its 不, and what is left (断) reads otherwise.
 */
function countNegations({ around, span }: Side, other: Side): number {
  return findNegations(around).filter((negation) => {
    if (!overlapsSpan(negation, span)) return false
    if (negation.denies) return true
    const word = sliceSpan(around, negation)
    const isInside = negation.start >= span.start && negation.end <= span.end
    const rest = word.replace(/[不没未非无别勿否]|not |не /u, '')
    return !isInside || (rest !== '' && other.words.includes(rest) && !other.words.includes(word))
  }).length
}

/** Whether the quote has a number that the record does not have there, or words in place of a number. */
function numbersDiffer(before: Side, after: Side): boolean {
  const old = findValues(before)
  const now = findValues(after)
  if (old.length === 0) old.push(...findOne(before, now))
  if (now.length === 0) now.push(...findOne(after, old))
  const lacks = (values: string[], value: string) => {
    const at = values.indexOf(value)
    if (at === -1) return true
    values.splice(at, 1)
    return false
  }
  const left = [...old]
  const isNew = now.filter((value) => lacks(left, value)).length > 0
  return isNew || (left.length > 0 && before.words.length <= longestChange)
}

/** Words that stand for a number or share wherever they are no part of a numeral. */
const numberWords =
  /\b(?:one|dozen|hundred|thousand|million|billion|trillion|half|third|quarter|twice|double)s?\b/g

/** Values of the numbers that overlap the changed words: a number is changed as a whole. */
function findValues({ around, words, span }: Side): string[] {
  const numerals = findNumerals(around).filter((numeral) => overlapsSpan(numeral, span))
  const others = [...words.matchAll(numberWords)].filter(({ 0: word, index }) => {
    const place = { start: span.start + index, end: span.start + index + word.length }
    return !numerals.some((numeral) => overlapsSpan(numeral, place))
  })
  return [
    ...numerals.map(({ value, percent }) => value + (percent ? '%' : '')),
    ...others.map(([word]) => (word === 'one' ? '1' : word)),
  ]
}

/** 一 is a number where it stands against one, and a syllable of 一定 or 统一 elsewhere. */
function findOne({ words }: Side, others: readonly string[]): string[] {
  return others.length > 0 && words.startsWith('一') ? ['1'] : []
}
