import { toBase64Url } from '../text/base64url.ts'
import type { FillRandom } from './answer-id.ts'
import type { Database, Statement } from './database.ts'
import { listQuestions } from './list-questions.ts'
import { migrate } from './migrations.ts'
import { toQuestionWords } from './question-words.ts'
import type { KeptQuestion, Store, Vote } from './store.ts'
import { hashUser, periodOf, type UserHash } from './user-hash.ts'

export interface StoreOptions {
  /** Milliseconds since 1970. */
  now(): number
  random: FillRandom
  /** How many days questions and votes are kept. Defaults to `90`. */
  retentionDays?: number
  /** Whether questions are kept at all; votes are, anyway. Defaults to `true`. */
  questionLog?: boolean
}

export interface SqlStore extends Store {
  /**
   * Brings the schema to its newest version, as whatever is asked first does.
   * @throws {LecternError} `store-newer`.
   */
  prepare(): Promise<void>
}

/** Days that questions and votes are kept, unless told otherwise. */
export const usualRetention = 90

/** A store in any database that speaks the SQL of SQLite. */
export function createSqlStore(database: Database, options: StoreOptions): SqlStore {
  const { now, random, retentionDays = usualRetention, questionLog = true } = options
  const salt = () => toBase64Url(random(new Uint8Array(32)))
  const earliest = () => now() - retentionDays * day
  let preparing: Promise<void> | undefined
  const prepare = () => {
    preparing ??= migrate(database).catch((error: unknown) => {
      preparing = undefined
      throw error
    })
    return preparing
  }
  const run = async (statement: Statement) => {
    await prepare()
    return database.run(statement)
  }
  return {
    prepare,
    async keepQuestion(question) {
      if (questionLog) await run(toInsert(question, now()))
    },
    async keepVote(vote) {
      await prepare()
      const hashes = await hashUser(vote, { database, now: now(), salt })
      await database.batch(toVoteStatements(vote, hashes, now()))
    },
    async listQuestions(filter) {
      await prepare()
      return listQuestions(database, filter, earliest())
    },
    async claim(id) {
      const { changes } = await run({ sql: claimSql, args: [id, now(), now() - claimTime] })
      return changes > 0
    },
    async release(id) {
      await run({ sql: 'DELETE FROM deliveries WHERE id = ?', args: [id] })
    },
    async prune() {
      await prepare()
      await database.batch([
        { sql: 'DELETE FROM questions WHERE asked < ?', args: [earliest()] },
        { sql: 'DELETE FROM votes WHERE kept < ?', args: [earliest()] },
        { sql: 'DELETE FROM deliveries WHERE claimed <= ?', args: [now() - claimTime] },
        { sql: pruneSaltsSql, args: [periodOf(now())] },
      ])
    },
    close: () => database.close(),
  }
}

// ---------------------------------------------------------------------------

const day = 86_400_000
/** How long a delivery stays claimed, in milliseconds: no platform sends one again later. */
const claimTime = 8 * 3_600_000

/** One that is claimed and not yet forgotten changes no row. */
const claimSql = `INSERT INTO deliveries (id, claimed) VALUES (?, ?)
  ON CONFLICT (id) DO UPDATE SET claimed = excluded.claimed WHERE deliveries.claimed <= ?`

const pruneSaltsSql =
  'DELETE FROM salts WHERE period < ? AND NOT EXISTS (SELECT 1 FROM votes WHERE votes.salt = salts.period)'

const questionSql = `INSERT INTO questions
  (platform, answer, question, words, outcome, reason, record, span_start, span_end, title, confidence, asked)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function toInsert(
  { platform, answer, question, outcome, reason, nearest }: KeptQuestion,
  now: number,
): Statement {
  const { record, span, title, confidence } = nearest ?? {}
  const passage = [record ?? null, span?.start ?? null, span?.end ?? null, title ?? null, confidence ?? null]
  const words = toQuestionWords(question)
  return {
    sql: questionSql,
    args: [platform, answer, question, words, outcome, reason ?? null, ...passage, now],
  }
}

const voteSql = `INSERT INTO votes (platform, answer, user, vote, salt, kept) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (platform, answer, user) DO UPDATE SET vote = excluded.vote, kept = excluded.kept`

/** What was voted under an older salt is the same user's, and gives way. */
function toVoteStatements(
  { platform, answer, vote }: Vote,
  [current, ...older]: [UserHash, ...UserHash[]],
  now: number,
): Statement[] {
  const withdraw = ({ hash }: UserHash): Statement => ({
    sql: 'DELETE FROM votes WHERE platform = ? AND answer = ? AND user = ?',
    args: [platform, answer, hash],
  })
  if (vote === 'withdrawn') return [current, ...older].map(withdraw)
  const keep = { sql: voteSql, args: [platform, answer, current.hash, vote, current.salt, now] }
  return [...older.map(withdraw), keep]
}
