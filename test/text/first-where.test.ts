import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWhere } from '../../src/text/first-where.ts'

describe('firstWhere', () => {
  it('finds what a look at every number finds', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: -5, max: 205 }), (count, bound) => {
        const every = Array.from({ length: count }, (_, number) => number).findIndex(
          (number) => number >= bound,
        )
        expect(firstWhere(count, (number) => number >= bound)).toBe(every === -1 ? count : every)
      }),
    )
  })
})
