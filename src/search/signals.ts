import type { Passage } from '../record/passage.ts'
import type { LecternRecord, Turn } from '../record/record.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { startsUnspaced } from '../text/script.ts'
import { sliceSpan } from '../text/span.ts'
import { needsEvidence } from './answer-type.ts'
import { questionText } from './documents.ts'
import type { Features } from './features.ts'
import { findPlaces } from './place-names.ts'
import { longestWordAt, type Query } from './query.ts'
import type { Window } from './window.ts'

/** What tells whether a window answers at all, beside the features that order the hits. Each 0 to 1. */
export interface Signals {
  /** How much the question says: the same share of a long question is less likely found by chance. */
  length: number
  /** 1 where nothing in the window is of the plain kind (a number, a date, a list, a reason) that is asked for. */
  lacking: number
  /** 1 where the question names a year or place of which nothing around the passage speaks. */
  elsewhere: number
  /** 1 where the question names a speaker, and somebody else speaks: of other things, or asked for the speaker's words. */
  otherSpeaker: number
}

/** What the signals of a hit are read from. */
export interface SignalledHit {
  passage: Passage
  record: LecternRecord
  turn: Turn
  /** Of the hit; those of its window alone stand in `window`. */
  features: Pick<Features, 'named'>
  window: Pick<Window, 'features'>
}

/** For one query. */
export function createFindSignals(query: Query, lexicon: Lexicon): (hit: SignalledHit) => Signals {
  const length = measureLength(query)
  return (hit) => ({
    length,
    lacking: needsEvidence(query) && hit.window.features.answerType === 0 ? 1 : 0,
    elsewhere: isElsewhere(hit, query, lexicon) ? 1 : 0,
    otherSpeaker: isOtherSpeaker(hit, query) ? 1 : 0,
  })
}

/** The words of others are no words of the one whom the question names, and may tell of that one only by name. */
function isOtherSpeaker({ passage, record, features }: SignalledHit, query: Query): boolean {
  const { speakers, speakerNames, asksForWords } = query
  if (speakers.length === 0 || features.named === 1) return false
  if (asksForWords) return true
  const around = [record.title, questionText(passage, record), sliceSpan(record.text, passage.span)]
  const folded = fold(around.join('\n'))
  return ![...speakers.map(fold), ...speakerNames].some((name) => folded.includes(name))
}

/** How much of the beginning of a record tells what all of it is about, in UTF-16 units. */
const openingLength = 300

/** Whether the question names a year or place of which nothing around the hit speaks. */
function isElsewhere(
  { passage, record, turn }: SignalledHit,
  { years, places }: Query,
  lexicon: Lexicon,
): boolean {
  if (years.length === 0 && places.length === 0) return false
  const section = passage.section === undefined ? undefined : record.sections[passage.section]
  const around = [
    record.title,
    record.publisher,
    section?.title,
    turn.role,
    questionText(passage, record),
    record.text.slice(0, openingLength),
    sliceSpan(record.text, passage.span),
  ]
  const folded = fold(around.join('\n'))
  const named = places.length > 0 ? findPlaces(folded, longestWordAt(folded, lexicon)) : new Set<string>()
  const saysYear = (year: string) => folded.includes(year) || meansYear(folded, record.date, Number(year))
  return !places.every((place) => named.has(place)) || !years.every(saysYear)
}

/** A record of 2025 that says 去年 speaks of 2024, and of 2025 wherever it says no year. */
function meansYear(folded: string, date: string | undefined, year: number): boolean {
  if (date === undefined) return false
  const own = Number(date.slice(0, 4))
  return year === own || (year === own - 1 && /去年|上年|上一年|\blast year\b/u.test(folded))
}

/** Natural logarithm of the number of terms, against four; a word of letters says as much as two pairs of signs. */
function measureLength({ terms }: Query): number {
  const length = terms.reduce(
    (sum, { term }) => sum + (/^[#@~]/.test(term) || startsUnspaced(term) ? 1 : 2),
    0,
  )
  return Math.min(1, Math.log(1 + length) / 4)
}
