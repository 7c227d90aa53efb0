import { LecternError } from '../errors.ts'
import { checkFilters, type Filters } from '../search/filters.ts'
import { acceptPassages, type LecternIndex } from '../search/lectern-index.ts'
import { parseQuery, type Query } from '../search/query.ts'
import { type RankedHit, rank } from '../search/rank.ts'
import { createGuard, type Guard, type GuardedHit } from './clipping.ts'
import { abstentionThreshold, confidenceOf } from './confidence.ts'
import { createDescribeSearched } from './describe-searched.ts'
import { createExplain } from './explain.ts'
import { createFollowUps, type Test } from './follow-ups.ts'
import type { AskRequest, Lectern, Prepared } from './lectern.ts'
import { findMissing } from './missing.ts'
import { toQuotes } from './quote.ts'
import { createVerify } from './verify/verify.ts'

/** Length of a question at most, in UTF-16 units. */
export const maxQuestionLength = 2000
/** How many quotes an answer may hold. */
export const maxLimit = 20

export interface LecternOptions {
  /** Confidence below which Lectern abstains, 0 to 1. Raise it to answer less and err less. Defaults to `0.5`. */
  threshold?: number
  /** Length of a quote at most, in UTF-16 units: of a sentence that alone is longer, its beginning. Defaults to `160`. */
  quoteChars?: number
  /**
   * Of `Lectern.prepare` in the same version of Lectern, so that no answer waits for what is known. Not used where it
   * is of another edition. Defaults to none.
   */
  prepared?: Prepared
}

/** Makes an opened index answer questions. */
export function createLectern(index: LecternIndex, options: LecternOptions = {}): Lectern {
  const { threshold = abstentionThreshold, quoteChars = 160, prepared } = options
  const { fingerprint, records } = index
  const edition = [fingerprint, threshold, quoteChars].join('-')
  const describe = createDescribeSearched(index)
  const test: Test = async (question, filters) => {
    const best = await findBest(index, question, { filters, quoteChars })
    if (!best || confidenceOf(best) < threshold) return undefined
    return { record: best.record.id, span: best.window.span }
  }
  const followUps = createFollowUps(index, test, prepared?.edition === edition ? prepared.places : undefined)
  const verify = createVerify(index, (record) => {
    const filters = record === undefined ? {} : { record }
    return describe(filters, acceptPassages(index, filters))
  })
  return {
    fingerprint,
    edition,
    records,
    counts: { records: records.length, passages: index.passages.length, terms: index.terms },
    async ask(request) {
      const { question, limit = 3, filters = {}, explain = false } = checkRequest(request)
      const query = parseQuery(question, index)
      const accepts = acceptPassages(index, filters)
      const hits = await rankQuery(index, query, { accepts, quoteChars })
      const guard = createGuard(index, query, quoteChars)
      const quotes = toQuotes(hits, {
        guard,
        limit,
        explain: explain ? createExplain(index, query) : undefined,
      })
      const searched = describe(filters, accepts)
      const [best] = hits
      const [quote] = quotes
      if (best && quote && quote.confidence >= threshold) {
        const offered = await followUps.offer({ query, filters, best: guard(best) })
        const sure = quotes.filter(({ confidence }) => confidence >= threshold)
        return { kind: 'answer', question, quotes: sure, followUps: offered, searched, index: fingerprint }
      }
      const reason = quote ? 'low-confidence' : 'no-match'
      const missing = await findMissing(index, query, accepts)
      return { kind: 'abstention', question, reason, nearest: quotes, missing, searched, index: fingerprint }
    },
    verify: async (request) => verify(request),
    prepare: async (rest) => ({ edition, places: await followUps.prepare(rest) }),
  }
}

export interface FindOptions {
  filters: Filters
  quoteChars: number
}

/** What quotes are made of. */
export interface Found {
  /** Best first. */
  hits: RankedHit[]
  guard: Guard
}

/** The hits for a question: retrieval and ranking without a decision to answer. */
export async function findHits(
  index: LecternIndex,
  question: string,
  { filters, quoteChars }: FindOptions,
): Promise<Found> {
  const query = parseQuery(question, index)
  const hits = await rankQuery(index, query, { accepts: acceptPassages(index, filters), quoteChars })
  return { hits, guard: createGuard(index, query, quoteChars) }
}

type Accepts = ((passage: number) => boolean) | undefined

/** How many hits are retrieved for ranking. */
const depth = 100

async function findBest(
  index: LecternIndex,
  question: string,
  options: FindOptions,
): Promise<GuardedHit | undefined> {
  const { hits, guard } = await findHits(index, question, options)
  return hits[0] && guard(hits[0])
}

async function rankQuery(
  index: LecternIndex,
  query: Query,
  { accepts, quoteChars }: { accepts: Accepts; quoteChars: number },
): Promise<RankedHit[]> {
  const hits = await index.retriever.retrieve(query, { limit: depth, ...(accepts && { accepts }) })
  const ranked = rank(index, query, hits, { quoteChars })
  return query.asksForWords ? putNamedFirst(ranked) : ranked
}

/** Who asks what somebody said is told first what that one said; else each keeps the place it had. */
function putNamedFirst(hits: readonly RankedHit[]): RankedHit[] {
  return [...hits].sort((a, b) => b.features.named - a.features.named)
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
