import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signTest } from '../../src/eval/sign-test.ts'

/** Both tails summed over exact binomial coefficients. */
function exact(won: number, lost: number): number {
  const n = won + lost
  const uneven = Math.abs(won - lost)
  let ways = 0n
  let coefficient = 1n
  for (let k = 0; k <= n; k++) {
    if (Math.abs(2 * k - n) >= uneven) ways += coefficient
    coefficient = (coefficient * BigInt(n - k)) / BigInt(k + 1)
  }
  return Number((ways * 10n ** 20n) / 2n ** BigInt(n)) / 1e20
}

describe('signTest', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 1],
    [0, 5, 0.0625],
    [8, 2, 0.109375],
    [0, 10, 0.001953125],
    [15, 5, 0.04138946533203125],
    [6, 6, 1],
  ])('of %i won and %i lost is what tables of the binomial distribution give: %d', (won, lost, p) => {
    expect(signTest(won, lost)).toBeCloseTo(p, 12)
  })

  it('is the same whichever side wins', () => {
    expect(signTest(31, 12)).toBe(signTest(12, 31))
  })

  it('is the sum of both exact tails', () => {
    const count = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(count, count, (won, lost) => {
        expect(signTest(won, lost)).toBeCloseTo(exact(won, lost), 11)
      }),
    )
  })

  it('does not break down over thousands of questions', () => {
    expect(signTest(2100, 1900)).toBeCloseTo(exact(2100, 1900), 10)
    expect(signTest(0, 5000)).toBe(0)
    expect(signTest(5000, 5000)).toBe(1)
  })
})
