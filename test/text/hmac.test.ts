import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64Url } from '../../src/text/base64url.ts'
import { hmac } from '../../src/text/hmac.ts'

describe('HMAC-SHA-256', () => {
  it('is what Node makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        async (key, text) => {
          const digest = createHmac('sha256', key).update(text).digest('base64url')
          expect(toBase64Url(await hmac(key, text))).toBe(digest)
        },
      ),
    )
  })
})
