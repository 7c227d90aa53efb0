import type { Outcome } from '../answer/answer.ts'

/** What a server tells about itself. */
export interface About {
  version: string
  /** Fingerprint of the index. */
  index: string
  records: number
  passages: number
  /** Earliest and latest date among the records. */
  from?: string
  to?: string
  /** Whether it takes readers' judgements of its quotes. */
  feedback: boolean
}

/** Whether what a server sent has the form of an outcome, down to everything that is shown. */
export function isOutcome(value: unknown): value is Outcome {
  return isAnswer(value) || isAbstention(value)
}

export const isAbout = shape({
  version: isText,
  index: isText,
  records: isNumber,
  passages: isNumber,
  from: optional(isText),
  to: optional(isText),
  feedback: isBoolean,
}) as (value: unknown) => value is About

// ---------------------------------------------------------------------------

type Check = (value: unknown) => boolean

const isSpan = shape({ start: isNumber, end: isNumber })

const isCitation = shape({
  record: isText,
  version: isText,
  title: isText,
  kind: isText,
  language: optional(isText),
  publisher: optional(isText),
  date: optional(isText),
  speaker: optional(shape({ name: isText, role: optional(isText) })),
  question: optional(shape({ text: isText, asker: optional(isText) })),
  section: optional(isText),
  span: isSpan,
  url: isText,
  source: optional(isText),
})

const isQuote = shape({
  text: isText,
  highlights: list(isSpan),
  citation: isCitation,
  alsoIn: list(isCitation),
  clipped: optional(shape({ before: optional(isText), after: optional(isText) })),
})

const isSearched = shape({
  records: isNumber,
  passages: isNumber,
  from: optional(isText),
  to: optional(isText),
})

const isAnswer = shape({
  kind: (value) => value === 'answer',
  quotes: list(isQuote),
  followUps: list(shape({ question: isText })),
  searched: isSearched,
  index: isText,
})

const isAbstention = shape({
  kind: (value) => value === 'abstention',
  reason: (value) => value === 'no-match' || value === 'low-confidence',
  nearest: list(isQuote),
  missing: list(isText),
  searched: isSearched,
  index: isText,
})

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number'
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean'
}

function optional(check: Check): Check {
  return (value) => value === undefined || check(value)
}

/** What holds more is no outcome: it would stop the page of whoever reads it. */
const longestList = 1000

function list(check: Check): Check {
  return (value) => Array.isArray(value) && value.length <= longestList && value.every(check)
}

function shape(checks: Record<string, Check>): Check {
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([key, check]) => check((value as Record<string, unknown>)[key]))
}
