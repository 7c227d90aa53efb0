import { toBase64Url } from '../text/base64url.ts'
import { hmac } from '../text/hmac.ts'
import type { Database } from './database.ts'
import type { Vote } from './store.ts'

/** How long one salt is used for what is new, in milliseconds. */
const period = 30 * 86_400_000

export interface UserHash {
  hash: string
  /** The period of its salt. */
  salt: number
}

/** The number of the period that a time is in. */
export function periodOf(time: number): number {
  return Math.floor(time / period)
}

/**
 * What is kept of a user, with the salt of now first, then with each older one that votes still have. It differs from
 * answer to answer, so that nobody can tell what else a user has voted on.
 */
export async function hashUser(
  { platform, answer, user }: Omit<Vote, 'vote'>,
  { database, now, salt }: { database: Database; now: number; salt(): string },
): Promise<[UserHash, ...UserHash[]]> {
  const current = periodOf(now)
  const [, { rows } = { rows: [] }] = await database.batch([
    // Another process may make one at the same time: the first one stays.
    { sql: 'INSERT OR IGNORE INTO salts (period, salt) VALUES (?, ?)', args: [current, salt()] },
    { sql: 'SELECT period, salt FROM salts ORDER BY period = ? DESC, period DESC', args: [current] },
  ])
  const hashes = rows.map(async (row) => {
    const hash = await hmac(String(row.salt), JSON.stringify([platform, answer, user]))
    return { hash: toBase64Url(hash), salt: Number(row.period) }
  })
  return (await Promise.all(hashes)) as [UserHash, ...UserHash[]]
}
