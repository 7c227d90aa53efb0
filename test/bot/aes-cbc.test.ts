import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decryptCbc, encryptCbc, pad, unpad } from '../../src/bot/aes-cbc.ts'

const anyBytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

describe('AES in CBC mode', () => {
  it('gives back what it encrypted, as another implementation encrypts it, for each padding from 1 to 32', () => {
    for (let missing = 1; missing <= 32; missing++)
      fc.assert(
        fc.property(
          anyBytes(32),
          anyBytes(16),
          fc.nat({ max: 4 }),
          fc.infiniteStream(fc.nat({ max: 255 })),
          (key, iv, blocks, any) => {
            const bytes = Uint8Array.from(any.take(blocks * 32 + 32 - missing))
            const padded = pad(bytes, 32)
            expect(padded.length % 32).toBe(0)
            expect(padded.at(-1)).toBe(missing)
            const sealed = encryptCbc(padded, { key, iv })
            const other = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
            expect(Buffer.from(sealed).equals(Buffer.concat([other.update(padded), other.final()]))).toBe(
              true,
            )
            const opened = decryptCbc(sealed, { key, iv })
            expect(opened && unpad(opened, 32)).toEqual(bytes)
          },
        ),
        { numRuns: 10 },
      )
  })

  it('does not decrypt what is not made of blocks', () => {
    const key = { key: new Uint8Array(32), iv: new Uint8Array(16) }
    for (const length of [0, 1, 15, 17, 33]) expect(decryptCbc(new Uint8Array(length), key)).toBeUndefined()
    expect(decryptCbc(new Uint8Array(16), { ...key, iv: new Uint8Array(7) })).toBeUndefined()
  })
})

describe('padding', () => {
  it('is taken off where it is whole', () => {
    expect(unpad(Uint8Array.of(9, 2, 2), 16)).toEqual(Uint8Array.of(9))
    expect(unpad(new Uint8Array(16).fill(16), 16)).toEqual(new Uint8Array())
  })

  it.each([
    ['none', []],
    ['zero', [1, 0]],
    ['longer than the bytes', [3, 3]],
    ['longer than a block', new Array(40).fill(33)],
    ['of different bytes', [9, 1, 3, 3]],
  ])('is refused where it is %s', (_, bytes) => {
    expect(unpad(Uint8Array.from(bytes), 32)).toBeUndefined()
  })
})
