import { equalBytes } from '@noble/ciphers/utils.js'

const encoder = new TextEncoder()

/**
 * Whether somebody knows a secret, which is not empty. Takes as long for any text of its length: the time tells how long
 * a secret is, and nothing of what it says.
 */
export function isSecret(secret: string, given: string): boolean {
  return equalBytes(encoder.encode(secret), encoder.encode(given))
}
