import { isSecret } from '../text/secret.ts'

/** For platforms whose proof is a token in the body, and whose bots are called by a word at the head of a post. */

/**
 * Whether the body tells one of our tokens. All of them are compared, so that the time tells nothing of which it was.
 */
export function knowsToken(body: unknown, tokens: readonly string[]): boolean {
  const token = body instanceof Object && 'token' in body ? body.token : undefined
  if (typeof token !== 'string' || token === '') return false
  const same = tokens.map((one) => isSecret(one, token))
  return same.includes(true)
}

/** What was posted, without the word that calls the bot, and without signs for people at its head. */
export function readPosted(text: string, trigger?: string | null): string {
  const bare = text.trimStart()
  const own = trigger ?? ''
  return (bare.startsWith(own) ? bare.slice(own.length) : bare)
    .replace(/^(?:\s*@[\w.-]+)+/u, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
