import { LecternError } from '../errors.ts'
import type { Database, SqlValue } from './database.ts'
import type { QuestionFilter, QuestionSummary } from './store.ts'

/** As `Store.listQuestions`. @param earliest milliseconds since 1970: what is older is as good as deleted. */
export async function listQuestions(
  database: Database,
  { only = 'all', since, limit = 100, offset = 0 }: QuestionFilter,
  earliest: number,
): Promise<QuestionSummary[]> {
  const from = since === undefined ? earliest : Math.max(earliest, toTime(since))
  const { rows } = await database.run({ sql: listSql, args: [from, from, from, only, limit, offset] })
  return rows.map(toSummary)
}

// ---------------------------------------------------------------------------

const listSql = `
  WITH asked AS (
    SELECT words, count(*) AS count, max(asked) AS last, max(id) AS latest,
      sum(outcome = 'abstention') AS abstained
    FROM questions WHERE asked >= ? GROUP BY words
  ), voted AS (
    SELECT answered.words, sum(votes.vote = 'down') AS down, sum(votes.vote = 'up') AS up
    FROM (SELECT DISTINCT words, platform, answer FROM questions WHERE asked >= ?) AS answered
    JOIN votes ON votes.platform = answered.platform AND votes.answer = answered.answer AND votes.kept >= ?
    GROUP BY answered.words
  )
  SELECT latest.question, asked.count, asked.last, asked.abstained,
    coalesce(voted.down, 0) AS down, coalesce(voted.up, 0) AS up,
    latest.record, latest.span_start, latest.span_end, latest.title, latest.confidence
  FROM asked
  JOIN questions AS latest ON latest.id = asked.latest
  LEFT JOIN voted ON voted.words = asked.words
  WHERE ? = 'all' OR asked.abstained > 0 OR voted.down > 0
  ORDER BY asked.count DESC, asked.last DESC, asked.latest DESC
  LIMIT ? OFFSET ?`

function toSummary(row: Record<string, SqlValue>): QuestionSummary {
  const { question, count, last, abstained, down, up, record, span_start, span_end, title, confidence } = row
  const span = { start: Number(span_start), end: Number(span_end) }
  return {
    question: String(question),
    count: Number(count),
    last: new Date(Number(last)).toISOString(),
    abstained: Number(abstained),
    down: Number(down),
    up: Number(up),
    ...(record !== null && {
      nearest: { record: String(record), span, title: String(title), confidence: Number(confidence) },
    }),
  }
}

function toTime(since: string): number {
  const time = Date.parse(since)
  if (!Number.isNaN(time)) return time
  const message = `${JSON.stringify(since)} is no date: write it as 2025-08-29 or 2025-08-29T12:00:00Z`
  throw new LecternError('since-invalid', message)
}
