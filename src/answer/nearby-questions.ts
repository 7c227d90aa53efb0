import type { LecternRecord } from '../record/record.ts'
import type { Filters } from '../search/filters.ts'
import { acceptRecord, type LecternIndex } from '../search/lectern-index.ts'
import type { RankedHit } from '../search/rank.ts'
import { once } from '../text/once.ts'
import type { Span } from '../text/span.ts'
import { askedIn, type Candidate, isTelling } from './follow-up-candidates.ts'

/** The questions that a record asks, found once. */
export type CandidatesOf = (record: LecternRecord) => Candidate[]

export function createCandidatesOf(): CandidatesOf {
  const known = new Map<LecternRecord, Candidate[]>()
  return (record) => {
    const candidates = known.get(record) ?? askedIn(record).map(detach)
    known.set(record, candidates)
    return candidates
  }
}

/** How many other records are looked at, those of the same speaker before those of about the same day. */
const otherRecords = 4

/** The candidates for a hit: of its own record, nearest first, then of records that are close to it. */
export function createNearby({ records, passages, speakerOf }: LecternIndex, candidatesOf: CandidatesOf) {
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

// ---------------------------------------------------------------------------

/** A slice of a text keeps all of that text in memory: the question is copied, sign by sign. */
function detach(candidate: Candidate): Candidate {
  return { ...candidate, question: Array.from(candidate.question).join('') }
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
