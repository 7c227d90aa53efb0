import type { LecternRecord } from '../record/record.ts'
import type { Filters } from '../search/filters.ts'
import { acceptRecord, type LecternIndex } from '../search/lectern-index.ts'
import type { Query } from '../search/query.ts'
import type { RankedHit } from '../search/rank.ts'
import { weighTerms } from '../search/term-weights.ts'
import { once } from '../text/once.ts'
import { overlapsSpan, type Span } from '../text/span.ts'
import type { FollowUp } from './answer.ts'
import { askedIn, type Candidate, isSameQuestion, isTelling } from './follow-up-candidates.ts'
import { permalink } from './permalink.ts'

/** Asks a question as a user would: the place of the first quote, undefined where Lectern abstains. */
export type Test = (question: string, filters: Filters) => Promise<Place | undefined>

/** Where a quote stands. */
export interface Place {
  record: string
  span: Span
}

export interface FollowUpRequest {
  query: Query
  filters: Filters
  /** What the question is answered with. */
  best: RankedHit
}

/** How many are offered, and how many are tried for them. */
const offered = 3
const tried = 8
/** How many places of tests are remembered. */
const remembered = 10_000

/**
 * Finds questions near an answer that the corpus itself asks, and that the same path answers where they are asked:
 * those of its own record, then those of others that share words with the question.
 */
export function createFollowUps(index: LecternIndex, test: Test) {
  const places = new Map<string, Promise<Place | undefined>>()
  const nearby = createNearby(index)
  const placeOf = (question: string, filters: Filters) => {
    const key = JSON.stringify([question, filters])
    const known = places.get(key)
    if (known) return known
    if (places.size >= remembered) places.clear()
    const place = test(question, filters)
    places.set(key, place)
    return place
  }
  return async ({ query, filters, best }: FollowUpRequest): Promise<FollowUp[]> => {
    const found: Candidate[] = []
    const isRelated = createIsRelated(index, query)
    let tests = 0
    for (const candidate of nearby(best, filters)) {
      if (candidate.record !== best.record && !isRelated(candidate)) continue
      const isNew = ![query.question, ...found.map((other) => other.question)].some((other) =>
        isSameQuestion(other, candidate.question),
      )
      if (!isNew) continue
      if (tests++ === tried) break
      const place = await placeOf(candidate.question, filters)
      if (place && standsIn(place, candidate) && !isPartOf(place, best)) found.push(candidate)
      if (found.length === offered) break
    }
    return found.map(({ question, record, turn }) => ({ question, url: permalink(record.id, turn) }))
  }
}

function standsIn({ record, span }: Place, candidate: Candidate): boolean {
  return record === candidate.record.id && candidate.replies.some((reply) => overlapsSpan(reply, span))
}

/** Whether it is what the question was answered with. */
function isPartOf(place: Place, { record, window }: RankedHit): boolean {
  return place.record === record.id && overlapsSpan(place.span, window.span)
}

/** Share of a question's weight that one from another record has in common with it at least. */
const leastShared = 0.15

/** Whether a question of another record is about what was asked. */
function createIsRelated(
  { analyze, retriever, passages }: LecternIndex,
  query: Query,
): (candidate: Candidate) => boolean {
  const { shares } = weighTerms(query, retriever, passages.length)
  return ({ question }) => shares.shareOf(analyze(question).map(({ term }) => term)) >= leastShared
}

/** How many other records are looked at, those of the same speaker before those of about the same day. */
const otherRecords = 4

/** The candidates for a hit: of its own record, nearest first, then of records that are close to it. */
function createNearby({ records, passages, speakerOf }: LecternIndex) {
  const known = new Map<LecternRecord, Candidate[]>()
  const candidatesOf = (record: LecternRecord) => {
    const candidates = known.get(record) ?? askedIn(record)
    known.set(record, candidates)
    return candidates
  }
  const listSpeakers = once(() => {
    const bySpeaker = new Map<string, Set<LecternRecord>>()
    for (let passage = 0; passage < passages.length; passage++) {
      const speaker = speakerOf(passage)
      if (speaker === undefined) continue
      const record = records[passages.recordOf(passage)] as LecternRecord
      bySpeaker.set(speaker, (bySpeaker.get(speaker) ?? new Set()).add(record))
    }
    return bySpeaker
  })
  return function* nearby({ record, turn, window }: RankedHit, filters: Filters): Generator<Candidate> {
    yield* nearestFirst(candidatesOf(record), window.span)
    const same = listSpeakers().get(turn.speaker ?? '') ?? []
    const others = new Set([
      ...nearestByDate(record, same, filters),
      ...nearestByDate(record, records, filters),
    ])
    for (const other of others) {
      const own = candidatesOf(other)
      yield* own.filter(({ speakers }) => speakers.includes(turn.speaker ?? ''))
      yield* own.filter(({ speakers }) => !speakers.includes(turn.speaker ?? ''))
    }
  }
}

/** What comes after the place before what comes before it, but questions too short to tell much last. */
function nearestFirst(candidates: readonly Candidate[], place: Span): Candidate[] {
  const isAfter = ({ span }: Candidate) => span.start >= place.start
  const nearest = [...candidates.filter(isAfter), ...candidates.filter((one) => !isAfter(one)).reverse()]
  const tells = ({ question }: Candidate) => isTelling(question)
  return [...nearest.filter(tells), ...nearest.filter((one) => !tells(one))]
}

/** Records of the same language within the filters, by how near their dates are; none for a record without a date. */
function nearestByDate(
  record: LecternRecord,
  others: Iterable<LecternRecord>,
  filters: Filters,
): LecternRecord[] {
  const day = Date.parse(record.date ?? '')
  const nearest: { other: LecternRecord; distance: number }[] = []
  for (const other of others) {
    const distance = Math.abs(Date.parse(other.date ?? '') - day)
    if (other === record || Number.isNaN(distance) || languageOf(other) !== languageOf(record)) continue
    if (!acceptRecord(other, filters)) continue
    const at = nearest.findIndex((one) => one.distance > distance)
    nearest.splice(at === -1 ? nearest.length : at, 0, { other, distance })
    if (nearest.length > otherRecords) nearest.pop()
  }
  return nearest.map(({ other }) => other)
}

function languageOf({ language }: LecternRecord): string | undefined {
  return language.split('-')[0]
}
