import type { AbstentionReason } from '../../answer/answer.ts'

/** Codes of what can go wrong, each with its words. */
export type ProblemCode =
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'unreadable'
  | 'server-error'
  | 'too-many-requests'
  | 'question-empty'
  | 'question-too-long'
  | 'refused'
  | 'src-invalid'
  | 'src-insecure'

/**
 * What the widget says, in one language. Text of records is never in here: it is shown in its own language.
 * `{}` stands where a word from elsewhere is put.
 */
export interface Strings {
  launcher: string
  heading: string
  /** Below the heading: what answers are. */
  intro: string
  close: string
  clear: string
  cleared: string
  /** Label of the field to ask in. */
  question: string
  placeholder: string
  ask: string
  /** Which keys ask and break the line. */
  keys: string
  /** Label of what has been asked and answered. */
  log: string
  asked: string
  searching: string
  stillSearching: string
  answered(quotes: number): string
  repliedTo: string
  before: string
  after: string
  read: string
  source: string
  copy: string
  copied: string
  copyRefused: string
  /** Label of the field that holds what could not be copied. */
  copyText: string
  showAll: string
  showLess: string
  alsoIn: string
  followUps: string
  noAnswer: string
  reasons: Record<AbstentionReason, string>
  missing: string
  /** Around each missing word, and between two. */
  quotationMarks: readonly [string, string]
  comma: string
  /** Between parts of a sentence. */
  listComma: string
  nearest: string
  searched(records: number, passages: number): string
  dates(from: string, to: string): string
  /** Before anything is asked: what will be searched. */
  scope(records: number, passages: number): string
  only: string
  filterNames: Record<'speaker' | 'record' | 'kind' | 'from' | 'to', string>
  noRecords: string
  helpful: string
  yes: string
  no: string
  thanks: string
  ratingFailed: string
  retry: string
  retryIn(seconds: number): string
  retryOnline: string
  problems: Record<ProblemCode, string>
}
