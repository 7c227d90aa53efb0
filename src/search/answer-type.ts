import { fold } from '../text/fold.ts'
import { findNumerals } from '../text/numeral.ts'
import { namesPerson, namesPlace } from './names.ts'
import type { Query } from './query.ts'
import type { AnswerType } from './question-words.ts'

/** Tells how surely a sentence, folded, holds something of the kind that a question asks for, 0 to 1. */
export type AnswerEvidence = (folded: string) => number

/** Evidence for one question. What the question itself names is no answer to it. */
export function createAnswerEvidence({
  question,
  answerType,
  answerUnit,
  counted,
  focus,
}: Query): AnswerEvidence {
  const asked = fold(question)
  const known = new Set(findNumerals(asked).map(({ value }) => value))
  const isNew = (found: string) => !asked.includes(found)
  if (answerUnit !== undefined) {
    return (folded) => holdsUnit(folded, { known, unit: answerUnit, counted })
  }
  if (answerType !== undefined) return (folded) => evidence[answerType](folded, { asked, known })
  if (focus === undefined) return () => 0
  return (folded) => namesKind(folded, focus, isNew)
}

/** Kinds of which a sentence without any evidence is unlikely to answer; the others are hard to tell. */
const plainTypes: ReadonlySet<AnswerType> = new Set(['number', 'date', 'list', 'reason'])

/** Whether a sentence without evidence leaves the question open. */
export function needsEvidence({ answerType }: Query): boolean {
  return answerType !== undefined && plainTypes.has(answerType)
}

interface Asked {
  /** The question, folded. */
  asked: string
  /** The numbers that it names. */
  known: ReadonlySet<string>
}

const evidence: Record<AnswerType, (folded: string, question: Asked) => number> = {
  number: (folded, { known }) => (holdsNewNumber(folded, known) ? 0.3 : 0),
  date: (folded, { asked }) =>
    holdsNewDay(folded, asked) || holdsNewYear(folded, asked) ? 0.8 : date.test(folded) ? 0.2 : 0,
  person: (folded, { asked }) => (namesPerson(folded, (name) => !asked.includes(name)) ? 0.35 : 0),
  place: (folded, { asked }) => (namesPlace(folded, (name) => !asked.includes(name)) ? 0.35 : 0),
  list: (folded) => Math.min(1, (folded.match(items)?.length ?? 0) / 5),
  reason: (folded) => (reason.test(folded) ? 0.2 : 0),
}

const date =
  /\d{1,2}(?:点|时|:\d\d)|\d{2,4}年|[一二三四五六七八九十\d]+(?:月|日|号|世纪)|\b(?:1[0-9]|20)\d\d\b|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|century/u
const items = /、|[一二三四五六七八九]是|第[一二三四五六七八九](?=[,，、])|其[一二三四五]|包括|分别|; |；/gu
const reason = /因为|由于|为了|以便|原因|所以|因此|because|due to|since|in order/u

/** A day of a month, unless a year is asked for. */
function holdsNewDay(folded: string, asked: string): boolean {
  return !/年|\byear\b/u.test(asked) && [...folded.matchAll(day)].some(([found]) => !asked.includes(found))
}

const day =
  /[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+[日号]|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b/gu

function holdsNewYear(folded: string, asked: string): boolean {
  return [...folded.matchAll(/(\d{3,4}) ?年|\b((?:1\d|20)\d\d)\b/gu)].some(
    ([, year, bare]) => !asked.includes(year ?? bare ?? ''),
  )
}

/** A word of the kind that is asked for (哪种星系), with something new before it (椭圆星系); or its last sign (哪一州). */
function namesKind(folded: string, focus: string, isNew: (found: string) => boolean): number {
  if (isNamedAfter(folded, focus, isNew)) return 0.45
  return isNamedAfter(folded, focus.slice(-1), isNew) ? 0.25 : 0
}

function isNamedAfter(folded: string, kind: string, isNew: (found: string) => boolean): boolean {
  for (let at = folded.indexOf(kind, 1); at > 0; at = folded.indexOf(kind, at + 1)) {
    const before = folded.charAt(at - 1)
    if (
      /[\p{Script=Han}a-z》"]/u.test(before) &&
      !'这那该此其的个种'.includes(before) &&
      isNew(before + kind)
    )
      return true
  }
  return false
}

interface Counted extends Pick<Asked, 'known'> {
  unit: string
  counted: string | undefined
}

/**
 * A number of the unit that is asked for, with at most 多 or 余 between; half of it where what follows has nothing of
 * what is counted (10个工坊 for 多少个专业).
 */
function holdsUnit(folded: string, { known, unit, counted }: Counted): number {
  const numbers = findNumerals(folded)
    .filter(({ value }) => !known.has(value))
    .map(({ start, end }) => {
      const after = folded.slice(start, end + reach)
      return after.replace(/^[\d.,零一二两三四五六七八九十百千万亿点]+/u, '').replace(/^[多余几][万亿]*/u, '')
    })
  const rough = [...folded.matchAll(about)].map(({ index, 0: { length } }) =>
    folded.slice(index + length, index + length + reach),
  )
  const found = [...numbers, ...rough].filter((after) => after.startsWith(unit))
  if (found.length === 0) return 0
  const isCounted = (after: string) => [...(counted ?? '')].some((sign) => after.includes(sign))
  return counted === undefined || found.some(isCounted) ? 1 : 0.5
}

/** How far behind a number the thing may stand that it counts. */
const reach = 10

/** What says about how many and is no number: 十几, 几十万, 数百, 五六百. */
const about = /(?:[几数][十百千万亿]|[十百千万]几|[百千万]余|[二三四五六七八九]{2}[十百千万])[十百千万亿]*/gu

function holdsNewNumber(folded: string, known: ReadonlySet<string>): boolean {
  return (
    findNumerals(folded).some(({ value }) => !known.has(value)) ||
    folded.search(about) >= 0 ||
    /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|dozen|half|twice)\b/u.test(
      folded,
    )
  )
}
