import type { LecternRecord } from '../record/record.ts'
import type { Filters } from '../search/filters.ts'
import type { Outcome } from './answer.ts'
import type { PreparedPlaces } from './follow-ups.ts'
import type { Verification, VerifyRequest } from './verification.ts'

export interface AskRequest {
  question: string
  /** How many quotes at most, 1 to 20. Defaults to `3`. */
  limit?: number
  filters?: Filters
  /** Whether each quote tells why it stands where it stands. Defaults to `false`. */
  explain?: boolean
}

export interface IndexCounts {
  records: number
  passages: number
  terms: number
}

/** An opened index that can be asked. Every runtime, the CLI and the HTTP app speak to this. */
export interface Lectern {
  /** Fingerprint of the index: changes when any record, the lexicon or the analyzer does. */
  readonly fingerprint: string
  /** Changes when the same question may be answered otherwise: with the index, the threshold or the length of quotes. */
  readonly edition: string
  readonly counts: IndexCounts
  /** In index order. */
  readonly records: readonly LecternRecord[]
  /**
   * @throws {LecternError} `question-empty`, `question-too-long`, `filter-invalid`, `limit-invalid`.
   */
  ask(request: AskRequest): Promise<Outcome>
  /**
   * Whether the records hold a quote that somebody published. The first call prepares the words of all records.
   * @throws {LecternError} `quote-empty`, `quote-too-long`, `record-unknown`.
   */
  verify(request: VerifyRequest): Promise<Verification>
  /**
   * Works out ahead where the records answer the questions that they ask themselves, which follow-ups are chosen by.
   * Answers are the same without it; the first ones take longer. Each piece takes milliseconds, and `rest` is awaited
   * before it.
   * @returns what came of it: JSON, for who opens the same index elsewhere.
   */
  prepare(rest: () => Promise<void>): Promise<Prepared>
}

/** What `Lectern.prepare` worked out, and with which index, threshold and length of quotes. */
export interface Prepared {
  edition: string
  places: PreparedPlaces
}
