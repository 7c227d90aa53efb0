import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { openLibsqlStore } from '../../src/store/libsql-store.ts'
import { makeFolder } from '../cli/folders.ts'
import { afterFile } from '../support/after-file.ts'

const writer = fileURLToPath(new URL('writer.mjs', import.meta.url))
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
const open = (location: string) => openLibsqlStore({ location, now: Date.now, random })

let file: string
beforeEach(async () => {
  file = join(await makeFolder({}), 'store.db')
})

function startWriter(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [writer, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  afterFile(() => child.kill('SIGKILL'))
  return child
}

/** Names of the questions with a thumb down. */
async function listKept(): Promise<Set<string>> {
  const store = await open(file)
  const listed = await store.listQuestions({ only: 'unanswered', limit: 1_000_000 })
  await store.close()
  return new Set(listed.map(({ question }) => question))
}

async function checkIntegrity(): Promise<unknown> {
  const client = createClient({ url: `file:${file}` })
  const { rows } = await client.execute('PRAGMA integrity_check')
  client.close()
  return rows[0]?.integrity_check
}

describe('a file', () => {
  it('keeps what it held when it is opened again', async () => {
    const store = await open(file)
    await store.keepQuestion({ answer: 'a', platform: 'api', question: '大桥', outcome: 'answer' })
    await store.close()
    const again = await open(file)
    expect(await again.listQuestions({})).toMatchObject([{ question: '大桥', count: 1 }])
    await again.close()
  })

  it('keeps no user as given, and nothing of one after withdrawal', async () => {
    const store = await open(file)
    await store.keepVote({ platform: 'api', answer: 'a', user: 'wen-yining-0815', vote: 'up' })
    await store.keepVote({ platform: 'api', answer: 'b', user: 'wen-yining-0815', vote: 'up' })
    const client = createClient({ url: `file:${file}` })
    const { rows } = await client.execute('SELECT user FROM votes')
    expect(rows).toHaveLength(2)
    expect(rows[0]?.user).toMatch(/^[\w-]{43}$/u)
    expect(rows[0]?.user).not.toBe(rows[1]?.user)
    for (const answer of ['a', 'b'])
      await store.keepVote({ platform: 'api', answer, user: 'wen-yining-0815', vote: 'withdrawn' })
    expect((await client.execute('SELECT user FROM votes')).rows).toHaveLength(0)
    client.close()
    await store.close()
    const bytes = ['', '-wal'].map((end) =>
      existsSync(file + end) ? readFileSync(file + end, 'latin1') : '',
    )
    expect(bytes.join('')).not.toContain('wen-yining')
  })

  it('is left with the salts that its votes have', async () => {
    const day = 86_400_000
    let time = Date.parse('2025-01-01')
    const store = await openLibsqlStore({ location: file, now: () => time, random })
    const client = createClient({ url: `file:${file}` })
    const countSalts = async () =>
      (await client.execute('SELECT count(*) AS salts FROM salts')).rows[0]?.salts
    const vote = { platform: 'api', answer: 'a', vote: 'up' } as const
    await store.keepVote({ ...vote, user: 'wen' })
    time += 45 * day
    await store.keepVote({ ...vote, user: 'lin' })
    await store.prune()
    expect(await countSalts()).toBe(2)
    time += 50 * day
    await store.prune()
    expect(await countSalts()).toBe(1)
    time += 50 * day
    await store.prune()
    expect(await countSalts()).toBe(0)
    client.close()
    await store.close()
  })

  it('says what is wrong where it cannot be opened', async () => {
    await expect(open(join(file, 'nothing', 'store.db'))).rejects.toThrow(
      /^cannot open the store .*store\.db: .*Give a file in a folder that can be written to/u,
    )
    await writeFile(
      file,
      'This is no database, but a text that is long enough to be read as one. '.repeat(20),
    )
    await expect(open(file)).rejects.toMatchObject({ code: 'store-unavailable' })
  })
})

describe('two processes', () => {
  it('write to one file at once, and nothing is lost', async () => {
    const count = 300
    const children = ['a', 'b'].map((name) => startWriter(name, String(count)))
    const ended = await Promise.all(
      children.map(async (child) => {
        child.stdout?.resume()
        return (await once(child, 'exit'))[0]
      }),
    )
    expect(ended).toEqual([0, 0])
    const kept = await listKept()
    expect(kept.size).toBe(2 * count)
    expect(await checkIntegrity()).toBe('ok')
  })
})

describe('a process that is killed in mid-write', () => {
  it('has lost nothing that it was told is kept, fifty times', { timeout: 300_000 }, async () => {
    let acknowledged = 0
    for (let round = 0; round < 50; round++) {
      const last = await writeAndKill(`r${round}`, 1 + ((round * 7) % 40))
      const kept = await listKept()
      for (let number = 0; number <= last; number++)
        if (!kept.has(`r${round}x${number}`)) expect.fail(`r${round}x${number} is lost`)
      acknowledged += last + 1
      expect(await checkIntegrity()).toBe('ok')
    }
    const store = await open(file)
    expect(await store.claim('r0x0')).toBe(false)
    await store.close()
    expect((await listKept()).size).toBeGreaterThanOrEqual(acknowledged)
  })
})

/** Kills a writer once it has kept so many rows; the number of the last one that it told of. */
async function writeAndKill(name: string, rows: number): Promise<number> {
  const child = startWriter(name)
  const gone = once(child, 'exit')
  let last = -1
  for await (const line of createInterface({ input: child.stdout! })) {
    last = Number(line)
    if (last >= rows) child.kill('SIGKILL')
  }
  await gone
  return last
}
