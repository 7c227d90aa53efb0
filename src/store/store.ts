import type { Outcome, Quote } from '../answer/answer.ts'
import type { Span } from '../text/span.ts'

/** Where feedback, questions and deliveries are kept. */
export interface Store {
  /** Keeps what was asked and what became of it, under the id of its answer. */
  keepQuestion(question: KeptQuestion): Promise<void>
  /** One vote for each platform, answer and user: the last one counts. `withdrawn` takes it back. */
  keepVote(vote: Vote): Promise<void>
  /**
   * Grouped by the words asked (folded, spaces and end punctuation aside), most often asked first.
   * @throws {LecternError} `since-invalid`.
   */
  listQuestions(filter: QuestionFilter): Promise<QuestionSummary[]>
  /** True for the first who claims a delivery. Claims last until `release` or until they are forgotten, after 8 hours. */
  claim(delivery: string): Promise<boolean>
  release(delivery: string): Promise<void>
  /** Deletes what is older than the days it may be kept, and old salts. */
  prune(): Promise<void>
  close(): Promise<void>
}

export interface KeptQuestion {
  /** Id of the answer, by which votes find it. */
  answer: string
  /** Where it was asked: `api`, `page`, or the name of a bot. */
  platform: string
  /** As it was typed. */
  question: string
  outcome: 'answer' | 'abstention'
  /** Of an abstention. */
  reason?: string
  /** The first quote of an answer, the nearest passage of an abstention. */
  nearest?: NearestPassage
}

export interface NearestPassage {
  /** Id. */
  record: string
  span: Span
  /** Title of the record. */
  title: string
  confidence: number
}

export interface Vote {
  platform: string
  answer: string
  /** Whatever tells users of the platform apart. It is hashed before it is kept. */
  user: string
  vote: VoteKind
}

export const voteKinds = ['up', 'down', 'withdrawn'] as const

export type VoteKind = (typeof voteKinds)[number]

export interface QuestionFilter {
  /** `unanswered`: those with an abstention or a thumb down. Defaults to `all`. */
  only?: 'unanswered' | 'all'
  /** ISO date or date-time; only what was asked then or later counts. Defaults to all that is kept. */
  since?: string
  /** Defaults to 100. */
  limit?: number
  /** Defaults to 0. */
  offset?: number
}

export interface QuestionSummary {
  /** As it was typed last. */
  question: string
  /** How often it was asked. */
  count: number
  /** When last: ISO date-time. */
  last: string
  /** How often nothing answered it. */
  abstained: number
  /** Votes of different users that stand. */
  down: number
  up: number
  /** What was nearest when it was asked last. */
  nearest?: NearestPassage
}

/** What is kept of an outcome. */
export function toKeptOutcome(outcome: Outcome): Pick<KeptQuestion, 'outcome' | 'reason' | 'nearest'> {
  const [first] = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
  return {
    outcome: outcome.kind,
    ...(outcome.kind === 'abstention' && { reason: outcome.reason }),
    ...(first && { nearest: toNearest(first) }),
  }
}

// ---------------------------------------------------------------------------

function toNearest({ citation: { record, span, title }, confidence }: Quote): NearestPassage {
  return { record, span, title, confidence }
}
