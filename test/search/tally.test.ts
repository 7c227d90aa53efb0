import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createShares, createTally, type Tally } from '../../src/search/tally.ts'

const anyWeights = fc.dictionary(fc.string({ maxLength: 2 }), fc.double({ min: 0.01, max: 9, noNaN: true }), {
  minKeys: 1,
})

describe('shares', () => {
  it('of everything together are the whole, whatever comes twice or is unknown', () => {
    fc.assert(
      fc.property(anyWeights, (weights) => {
        const shares = createShares(new Map(Object.entries(weights)))
        const names = Object.keys(weights)
        expect(shares.shareOf([...names, ...names, 'unknown'])).toBeCloseTo(1, 9)
        expect(shares.shareOf([])).toBe(0)
      }),
    )
  })

  it('grow with what is found', () => {
    fc.assert(
      fc.property(anyWeights, (weights) => {
        const shares = createShares(new Map(Object.entries(weights)))
        const tally = createTally(shares)
        let before = 0
        for (const name of Object.keys(weights)) {
          tally.add(shares.find([name]))
          expect(tally.share()).toBeGreaterThanOrEqual(before)
          before = tally.share()
        }
      }),
    )
  })

  it('begin anew as if nothing had been tallied before', () => {
    const anyNumbers = fc.array(fc.nat({ max: 7 }), { maxLength: 12 })
    const shares = createShares(new Map(Array.from({ length: 8 }, (_, at) => [`${at}`, at + 1])))
    const measure = (tally: Tally, context: number[], things: number[]) => {
      tally.begin(context)
      tally.add(things)
      return [tally.share(), tally.shareWithin()]
    }
    fc.assert(
      fc.property(fc.array(fc.tuple(anyNumbers, anyNumbers), { maxLength: 6 }), (tallied) => {
        const used = createTally(shares)
        for (const [context, things] of tallied)
          expect(measure(used, context, things)).toEqual(measure(createTally(shares), context, things))
      }),
    )
  })

  it('count what a found thing covers, once', () => {
    const weights = new Map([
      ['~渡轮', 2],
      ['摆渡', 1],
      ['灯塔', 1],
    ])
    const shares = createShares(weights, new Map([['~渡轮', ['摆渡']]]))
    expect(shares.shareOf(['~渡轮'])).toBeCloseTo(0.75, 9)
    expect(shares.shareOf(['~渡轮', '摆渡'])).toBeCloseTo(0.75, 9)
    expect(shares.shareOf(['摆渡'])).toBeCloseTo(0.25, 9)
  })

  it('are nothing where nothing weighs', () => {
    expect(createShares(new Map()).shareOf(['灯塔'])).toBe(0)
  })

  it('tell how much of what was found others hold too', () => {
    const shares = createShares(
      new Map([
        ['灯塔', 3],
        ['码头', 1],
      ]),
    )
    const within = (context: string[]) => {
      const tally = createTally(shares)
      tally.begin(shares.numbersOf(context))
      tally.add(shares.find(['灯塔']))
      return tally.shareWithin()
    }
    expect(within(['灯塔', '码头'])).toBeCloseTo(0.75, 9)
    expect(within(['码头'])).toBe(0)
  })
})
