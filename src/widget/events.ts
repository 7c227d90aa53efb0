import type { Abstention, Answer } from '../answer/answer.ts'

/** Detail of `lectern:answer`. */
export interface AnswerDetail {
  question: string
  outcome: Answer
}

/** Detail of `lectern:abstain`. */
export interface AbstainDetail {
  question: string
  outcome: Abstention
}

/**
 * Detail of `lectern:error`. `code` is `offline`, `unreachable`, `timeout`, `unreadable`, `server-error`,
 * `too-many-requests`, `question-too-long`, `src-invalid`, `src-insecure`, or one that the server refuses with;
 * `message` is what the reader is told.
 */
export interface ErrorDetail {
  question?: string
  code: string
  message: string
}

/** Hands an event to the page. */
export type Emit = (name: keyof LecternEvents, detail: AnswerDetail | AbstainDetail | ErrorDetail) => void

/** The events of `<lectern-chat>`; they bubble and leave the shadow tree. */
export interface LecternEvents {
  'lectern:answer': CustomEvent<AnswerDetail>
  'lectern:abstain': CustomEvent<AbstainDetail>
  'lectern:error': CustomEvent<ErrorDetail>
}
