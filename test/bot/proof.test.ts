import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../src/bot/proof.ts'

describe('base64', () => {
  it('is what Node makes of bytes, and gives them back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        const text = toBase64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(text)).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it('is read in the one way in which its bytes are written', () => {
    const sign = fc.constantFrom(...'ABCDwxyz0189+/=-_ ')
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.nat(), sign, (bytes, at, other) => {
        const signs = [...toBase64(bytes)]
        signs[at % signs.length] = other
        const text = signs.join('')
        const read = fromBase64(text)
        if (read) expect(toBase64(read)).toBe(text)
        else expect(Buffer.from(text, 'base64').toString('base64')).not.toBe(text)
      }),
      { numRuns: 1000 },
    )
  })
})
