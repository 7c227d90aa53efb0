import type { LecternRecord } from '../record/record.ts'
import type { Filters } from '../search/filters.ts'
import type { LecternIndex } from '../search/lectern-index.ts'
import type { Query } from '../search/query.ts'
import type { RankedHit } from '../search/rank.ts'
import { weighTerms } from '../search/term-weights.ts'
import { once } from '../text/once.ts'
import { createRecent } from '../text/recent.ts'
import { overlapsSpan, type Span } from '../text/span.ts'
import type { FollowUp } from './answer.ts'
import { type Candidate, isSameQuestion } from './follow-up-candidates.ts'
import { createCandidatesOf, createNearby } from './nearby-questions.ts'
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
/** How many places of tests within filters are remembered. */
const remembered = 10_000

export interface FollowUps {
  /** Those for an answer, at most three. */
  offer(request: FollowUpRequest): Promise<FollowUp[]>
  /** Makes all tests without filters ahead. Waits for `rest` before each, and before each record. */
  prepare(rest: () => Promise<void>): Promise<PreparedPlaces>
}

/**
 * What became of all tests without filters: for each record of the index, for each question in the order of its
 * candidates, number of the record and span of the first quote; null where Lectern abstains.
 */
export type PreparedPlaces = readonly (readonly (PreparedPlace | null)[])[]

export type PreparedPlace = readonly [record: number, start: number, end: number]

/**
 * Finds questions near an answer that the corpus itself asks, and that the same path answers where they are asked:
 * those of its own record, then those of others that share words with the question.
 */
export function createFollowUps(index: LecternIndex, test: Test, prepared?: PreparedPlaces): FollowUps {
  const candidatesOf = createCandidatesOf()
  const nearby = createNearby(index, candidatesOf)
  const placeOf = rememberPlaces(test)
  const numbers = once(() => new Map(index.records.map((record, number) => [record, number])))
  /** Undefined where nothing tells. */
  const findPrepared = (candidate: Candidate): { place: Place | undefined } | undefined => {
    const own = prepared?.[numbers().get(candidate.record) ?? -1]
    const found = own?.[candidatesOf(candidate.record).indexOf(candidate)]
    return found === undefined ? undefined : { place: toPlace(found, index) }
  }
  const testCandidate = async (candidate: Candidate, filters: Filters) => {
    const known = isFiltered(filters) ? undefined : findPrepared(candidate)
    return known ? known.place : placeOf(candidate.question, filters)
  }
  return {
    async offer({ query, filters, best }) {
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
        const place = await testCandidate(candidate, filters)
        if (place && standsIn(place, candidate) && !isPartOf(place, best)) found.push(candidate)
        if (found.length === offered) break
      }
      return found.map(({ question, record, turn }) => ({ question, url: permalink(record.id, turn) }))
    },
    async prepare(rest) {
      const places: (PreparedPlace | null)[][] = []
      const ids = new Map(index.records.map(({ id }, number) => [id, number]))
      for (const record of index.records) {
        await rest()
        const own: (PreparedPlace | null)[] = []
        for (const candidate of candidatesOf(record)) {
          await rest()
          const place = await testCandidate(candidate, {})
          own.push(place ? [ids.get(place.record) as number, place.span.start, place.span.end] : null)
        }
        places.push(own)
      }
      return places
    },
  }
}

/** Without filters all places, as many as the corpus asks questions; within filters those used last. */
function rememberPlaces(test: Test): Test {
  const everywhere = new Map<string, Promise<Place | undefined>>()
  const within = createRecent<string, Promise<Place | undefined>>(remembered, () => 1)
  return (question, filters) => {
    const [places, key] = isFiltered(filters)
      ? [within, JSON.stringify([question, filters])]
      : [everywhere, question]
    const known = places.get(key)
    if (known) return known
    const place = test(question, filters)
    places.set(key, place)
    return place
  }
}

function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== undefined)
}

function toPlace(found: PreparedPlace | null, { records }: LecternIndex): Place | undefined {
  if (!found) return undefined
  const [record, start, end] = found
  return { record: (records[record] as LecternRecord).id, span: { start, end } }
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
