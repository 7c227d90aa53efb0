import { LecternError } from '../errors.ts'
import type { Database } from './database.ts'

/** Statements that lead from one version of the schema to the next; the first one begins with an empty database. */
export type Migration = readonly string[]

/** Never changed once released: a change is a further one. */
export const migrations: readonly Migration[] = [
  [
    `CREATE TABLE questions (
      id INTEGER PRIMARY KEY,
      platform TEXT NOT NULL,
      answer TEXT NOT NULL,
      question TEXT NOT NULL,
      words TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'abstention')),
      reason TEXT,
      record TEXT,
      span_start INTEGER,
      span_end INTEGER,
      title TEXT,
      confidence REAL,
      asked INTEGER NOT NULL
    )`,
    'CREATE INDEX questions_by_words ON questions (words, asked)',
    'CREATE INDEX questions_by_time ON questions (asked)',
    `CREATE TABLE votes (
      platform TEXT NOT NULL,
      answer TEXT NOT NULL,
      user TEXT NOT NULL,
      vote TEXT NOT NULL CHECK (vote IN ('up', 'down')),
      salt INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      PRIMARY KEY (platform, answer, user)
    ) WITHOUT ROWID`,
    'CREATE INDEX votes_by_time ON votes (kept)',
    'CREATE INDEX votes_by_salt ON votes (salt)',
    'CREATE TABLE salts (period INTEGER PRIMARY KEY, salt TEXT NOT NULL)',
    'CREATE TABLE deliveries (id TEXT PRIMARY KEY, claimed INTEGER NOT NULL) WITHOUT ROWID',
    'CREATE INDEX deliveries_by_time ON deliveries (claimed)',
  ],
]

/**
 * Brings a database to the newest version, each step in a transaction. Several processes may do so at once: the
 * version is a key, so each step is taken by one of them.
 * @throws {LecternError} `store-newer`: a later program has written it.
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  await database.run({ sql: 'CREATE TABLE IF NOT EXISTS lectern_migrations (version INTEGER PRIMARY KEY)' })
  for (let version = await readVersion(database); ; version = await readVersion(database)) {
    if (version > steps.length) throw newer(version, steps.length)
    const step = steps[version]
    if (!step) return
    const number = { sql: 'INSERT INTO lectern_migrations (version) VALUES (?)', args: [version + 1] }
    try {
      await database.batch([number, ...step.map((sql) => ({ sql }))])
    } catch (error) {
      if ((await readVersion(database)) === version) throw error
    }
  }
}

// ---------------------------------------------------------------------------

async function readVersion(database: Database): Promise<number> {
  const { rows } = await database.run({ sql: 'SELECT max(version) AS version FROM lectern_migrations' })
  return Number(rows[0]?.version ?? 0)
}

function newer(version: number, known: number): LecternError {
  const message = `the store has schema version ${version}, and this program knows versions up to ${known}: a later Lectern has written it. Use that one, or give another store`
  return new LecternError('store-newer', message)
}
