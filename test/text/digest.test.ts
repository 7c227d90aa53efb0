import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/text/digest.ts'
import { anyText } from '../support/arbitrary.ts'

describe('sha256', () => {
  it('is the digest of the UTF-8 bytes, in hex', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(await sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
  })
})
