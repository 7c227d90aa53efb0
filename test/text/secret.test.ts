import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSecret } from '../../src/text/secret.ts'

/** Half a character is written as a sign of its own. */
const toUtf8 = (text: string) => Buffer.from(text).toString('hex')

const text = fc.string({ minLength: 1, unit: 'grapheme' })

it('a secret is known to who gives the same text, and to nobody else', () => {
  fc.assert(
    fc.property(text, text, (secret, other) => {
      expect(isSecret(secret, secret)).toBe(true)
      expect(isSecret(secret, other)).toBe(secret === other)
    }),
  )
})

it('a secret is not known to who gives another sign of it, or more or less', () => {
  fc.assert(
    fc.property(text, fc.nat(), text, (secret, at, sign) => {
      const place = at % (secret.length + 1)
      for (const rest of [place, place + 1]) {
        const given = secret.slice(0, place) + sign + secret.slice(rest)
        expect(isSecret(secret, given)).toBe(toUtf8(given) === toUtf8(secret))
      }
      expect(isSecret(secret, secret.slice(0, -1))).toBe(false)
    }),
  )
})
