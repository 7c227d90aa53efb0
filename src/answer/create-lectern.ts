import { LecternError } from '../errors.ts'
import { checkFilters, type Filters } from '../search/filters.ts'
import { acceptPassages, acceptRecord, type LecternIndex } from '../search/lectern-index.ts'
import { parseQuery } from '../search/query.ts'
import { type RankedHit, rank } from '../search/rank.ts'
import type { Outcome, Searched } from './answer.ts'
import { abstentionThreshold } from './confidence.ts'
import type { AskRequest, Lectern } from './lectern.ts'
import { toQuotes } from './quote.ts'

/** Length of a question at most, in UTF-16 units. */
export const maxQuestionLength = 2000
/** How many quotes an answer may hold. */
export const maxLimit = 20

export interface LecternOptions {
  /** Confidence below which Lectern abstains, 0 to 1. Raise it to answer less and err less. Defaults to `0.5`. */
  threshold?: number
  /** Length of a quote at most, in UTF-16 units; one sentence alone may not be cut shorter than a clause. Defaults to `160`. */
  quoteChars?: number
}

/** Makes an opened index answer questions. */
export function createLectern(index: LecternIndex, options: LecternOptions = {}): Lectern {
  const { threshold = abstentionThreshold, quoteChars = 160 } = options
  const { fingerprint, records } = index
  return {
    fingerprint,
    records,
    counts: { records: records.length, passages: index.passages.length, terms: index.terms },
    async ask(request) {
      const { question, limit = 3, filters = {} } = checkRequest(request)
      const hits = await findHits(index, question, { filters, quoteChars })
      const searched = describeSearched(index, filters)
      const quotes = toQuotes(hits, limit)
      const [best] = quotes
      if (!best)
        return abstain({
          question,
          reason: 'no-match',
          nearest: [],
          missing: [],
          searched,
          index: fingerprint,
        })
      if (best.confidence < threshold) {
        return abstain({
          question,
          reason: 'low-confidence',
          nearest: quotes,
          missing: [],
          searched,
          index: fingerprint,
        })
      }
      return { kind: 'answer', question, quotes, followUps: [], searched, index: fingerprint }
    },
  }
}

function abstain(abstention: Omit<Extract<Outcome, { kind: 'abstention' }>, 'kind'>): Outcome {
  return { kind: 'abstention', ...abstention }
}

export interface FindOptions {
  filters: Filters
  quoteChars: number
}

/** How many hits are retrieved for ranking. */
const depth = 100

/** The hits for a question, best first: retrieval and ranking without a decision to answer. */
export async function findHits(
  index: LecternIndex,
  question: string,
  options: FindOptions,
): Promise<RankedHit[]> {
  const query = parseQuery(question, index)
  const accepts = acceptPassages(index, options.filters)
  const hits = await index.retriever.retrieve(query, { limit: depth, ...(accepts && { accepts }) })
  return rank(index, query, hits, { quoteChars: options.quoteChars })
}

function checkRequest(request: AskRequest): AskRequest {
  const { question, limit } = request
  if (question.trim() === '') {
    throw new LecternError('question-empty', 'The question is empty: ask something')
  }
  if (question.length > maxQuestionLength) {
    const length = `The question has ${question.length} characters, ${maxQuestionLength} are allowed`
    throw new LecternError('question-too-long', `${length}: ask it in fewer words`)
  }
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= maxLimit)) {
    throw new LecternError('limit-invalid', `limit is ${limit}: give a whole number from 1 to ${maxLimit}`)
  }
  checkFilters(request.filters ?? {})
  return request
}

/** What was looked through: the records within the filters, their passages and the days that they span. */
function describeSearched(index: LecternIndex, filters: Filters): Searched {
  const within = index.records.map((record) => acceptRecord(record, filters))
  const accepts = acceptPassages(index, filters)
  const dates = index.records
    .filter((_, number) => within[number])
    .flatMap(({ date }) => date ?? [])
    .sort()
  const searched: Searched = {
    records: within.filter(Boolean).length,
    passages: accepts ? index.passages.filter(({ id }) => accepts(id)).length : index.passages.length,
  }
  const [from] = dates
  const to = dates.at(-1)
  return { ...searched, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
