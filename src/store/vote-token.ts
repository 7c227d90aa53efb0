import { toBase64Url } from '../text/base64url.ts'
import { hmac } from '../text/hmac.ts'
import { isSecret } from '../text/secret.ts'
import { type Vote, type VoteKind, voteKinds } from './store.ts'

/** What a button on a platform may say: whoever sends it back has it from us. */
export type SignedVote = Omit<Vote, 'user'>

/** `fb1.<answer>.<vote>.<mac>`: one vote on one answer of one platform, for a button. */
export async function signVote(secret: string, vote: SignedVote): Promise<string> {
  return `${prefix}.${vote.answer}.${vote.vote}.${await macOf(secret, vote)}`
}

/** The vote of a token; undefined for whatever `signVote` did not make with this secret for this platform. */
export async function readVote(
  secret: string,
  platform: string,
  token: string,
): Promise<Omit<SignedVote, 'platform'> | undefined> {
  const [, answer, vote, mac] = form.exec(token) ?? []
  if (answer === undefined || !isVoteKind(vote) || mac === undefined) return undefined
  const expected = await macOf(secret, { platform, answer, vote })
  return isSecret(expected, mac) ? { answer, vote } : undefined
}

// ---------------------------------------------------------------------------

const prefix = 'fb1'
const form = /^fb1\.([0-9A-Za-z]{1,64})\.([a-z]{1,16})\.([\w-]{22})$/u

/** 16 bytes in 22 signs, compared as text: two ways to write the same bytes are not both a token. */
async function macOf(secret: string, { platform, answer, vote }: SignedVote): Promise<string> {
  return toBase64Url((await hmac(secret, `${platform}|${answer}|${vote}`)).subarray(0, 16))
}

function isVoteKind(vote: string | undefined): vote is VoteKind {
  return voteKinds.some((kind) => kind === vote)
}
