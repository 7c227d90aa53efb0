import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { voteKinds } from '../../src/store/store.ts'
import { readVote, signVote } from '../../src/store/vote-token.ts'

const secret = 'a secret of the tests'
const vote = { platform: 'slack', answer: 'Zx81', vote: 'up' } as const

const anyVote = fc.record({
  platform: fc.stringMatching(/^[a-z]{1,12}$/u),
  answer: fc.stringMatching(/^[0-9A-Za-z]{12,32}$/u),
  vote: fc.constantFrom(...voteKinds),
})

describe('the token of a vote', () => {
  it('is what HMAC-SHA-256 makes of platform, answer and vote, its first 16 bytes', async () => {
    const { createHmac } = await import('node:crypto')
    const mac = createHmac('sha256', secret).update('slack|Zx81|up').digest().subarray(0, 16)
    expect(await signVote(secret, vote)).toBe(`fb1.Zx81.up.${mac.toString('base64url')}`)
  })

  it('reads back', async () => {
    await fc.assert(
      fc.asyncProperty(anyVote, async ({ platform, answer, vote }) => {
        const token = await signVote(secret, { platform, answer, vote })
        expect(token).toMatch(/^fb1\.[0-9A-Za-z]+\.[a-z]+\.[\w-]{22}$/u)
        expect(await readVote(secret, platform, token)).toEqual({ answer, vote })
      }),
    )
  })

  it('is nothing with one byte changed, dropped or added', async () => {
    const change = fc.tuple(anyVote, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.constantFrom(0, 1, 2))
    await fc.assert(
      fc.asyncProperty(change, async ([vote, where, by, how]) => {
        const token = await signVote(secret, vote)
        const bytes = [...Buffer.from(token, 'latin1')]
        const at = where % bytes.length
        const byte = ((bytes[at] ?? 0) + by) % 256
        if (how === 0) bytes[at] = byte
        else if (how === 1) bytes.splice(at, 1)
        else bytes.splice(at, 0, byte)
        const changed = Buffer.from(bytes).toString('latin1')
        if (changed === token) return
        expect(await readVote(secret, vote.platform, changed)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  it('is nothing under another secret, on another platform, or for another vote', async () => {
    const token = await signVote(secret, vote)
    expect(await readVote('another secret', 'slack', token)).toBeUndefined()
    expect(await readVote(secret, 'feishu', token)).toBeUndefined()
    expect(await readVote(secret, 'slack', token.replace('.up.', '.down.'))).toBeUndefined()
  })

  it.each([
    '',
    'fb1',
    'fb1...',
    'fb1.a.up.',
    `fb1.a.up.${'A'.repeat(22)}`,
    'x'.repeat(100_000),
    'fb1.a.left.b',
  ])('is nothing where it has another form: %.20s', async (token) => {
    expect(await readVote(secret, 'slack', token)).toBeUndefined()
  })
})
