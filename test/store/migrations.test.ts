import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { describe, expect, it } from 'vitest'
import type { D1Binding } from '../../src/store/d1-store.ts'
import { createD1Store } from '../../src/store/d1-store.ts'
import type { Database, Result } from '../../src/store/database.ts'
import { openLibsqlStore } from '../../src/store/libsql-store.ts'
import { migrate, migrations } from '../../src/store/migrations.ts'
import { makeFolder } from '../cli/folders.ts'
import { openD1 } from './d1.ts'

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
const d1 = openD1()

/** A later schema: one column more, and one table. */
const later = [
  ...migrations,
  [
    "ALTER TABLE questions ADD COLUMN language TEXT NOT NULL DEFAULT 'und'",
    'CREATE TABLE notes (question INTEGER, note TEXT)',
  ],
]

async function openFile(): Promise<{ file: string; database: Database }> {
  const file = join(await makeFolder({}), 'store.db')
  const client = createClient({ url: `file:${file}`, concurrency: 1 })
  await client.execute('PRAGMA busy_timeout = 5000')
  const toResult = ({ rows, rowsAffected }: { rows: unknown; rowsAffected: number }) =>
    ({ rows, changes: rowsAffected }) as Result
  const toStatement = ({ sql, args = [] }: { sql: string; args?: readonly (string | number | null)[] }) => ({
    sql,
    args: [...args],
  })
  const database: Database = {
    run: async (statement) => toResult(await client.execute(toStatement(statement))),
    batch: async (statements) => (await client.batch(statements.map(toStatement), 'write')).map(toResult),
    close: async () => client.close(),
  }
  return { file, database }
}

const versionsOf = async (database: Database) =>
  (await database.run({ sql: 'SELECT version FROM lectern_migrations ORDER BY version' })).rows.map(
    ({ version }) => version,
  )

describe('a database', () => {
  it('that is empty is brought to the newest version, once', async () => {
    const { database } = await openFile()
    await migrate(database)
    await migrate(database)
    expect(await versionsOf(database)).toEqual(migrations.map((_, at) => at + 1))
    await database.close()
  })

  it('of an older program keeps its rows on the way to a later version', async () => {
    const { file, database } = await openFile()
    const store = await openLibsqlStore({ location: file, now: Date.now, random })
    await store.keepQuestion({ answer: 'a', platform: 'api', question: '大桥', outcome: 'answer' })
    await migrate(database, later)
    expect(await versionsOf(database)).toEqual(later.map((_, at) => at + 1))
    const { rows } = await database.run({ sql: 'SELECT question, language FROM questions' })
    expect(rows.map((row) => ({ ...row }))).toEqual([{ question: '大桥', language: 'und' }])
    await database.close()
    await store.close()
  })

  it('of a later program is refused, and left as it is', async () => {
    const { file, database } = await openFile()
    await migrate(database, later)
    await expect(openLibsqlStore({ location: file, now: Date.now, random })).rejects.toMatchObject({
      code: 'store-newer',
      message:
        'the store has schema version 2, and this program knows versions up to 1: a later Lectern has written it. Use that one, or give another store',
    })
    expect(await versionsOf(database)).toEqual([1, 2])
    await database.close()
  })

  it('stays at its version where a step fails, with nothing of the step done', async () => {
    const { database } = await openFile()
    const broken = [...migrations, ['CREATE TABLE notes (note TEXT)', 'CREATE TABLE questions (id TEXT)']]
    await expect(migrate(database, broken)).rejects.toThrow(/questions/u)
    expect(await versionsOf(database)).toEqual([1])
    await migrate(database, later)
    expect(await versionsOf(database)).toEqual([1, 2])
    await database.close()
  })

  it('is migrated by one of several who open it at once', async () => {
    const { file, database } = await openFile()
    const stores = await Promise.all(
      Array.from({ length: 5 }, () => openLibsqlStore({ location: file, now: Date.now, random })),
    )
    expect(await versionsOf(database)).toEqual([1])
    for (const store of stores) await store.close()
    await database.close()
  })
})

describe('a D1 database', () => {
  const versions = async (binding: D1Binding) =>
    (await binding.prepare('SELECT version FROM lectern_migrations').run()).results
  const make = (binding: D1Binding) => createD1Store(binding, { now: Date.now, random })

  it('is migrated by whatever is asked first, also by several at once', async () => {
    const binding = (await d1).openBinding()
    const claims = await Promise.all([1, 2, 3].map(() => make(binding).claim('slack:1')))
    expect(claims.filter((isFirst) => isFirst)).toHaveLength(1)
    expect(await versions(binding)).toEqual([{ version: 1 }])
  })

  it('of a later program is refused', async () => {
    const binding = (await d1).openBinding()
    await make(binding).prune()
    await binding.prepare('INSERT INTO lectern_migrations (version) VALUES (2)').run()
    await expect(make(binding).claim('slack:1')).rejects.toMatchObject({ code: 'store-newer' })
  })
})
