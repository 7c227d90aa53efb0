import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecent } from '../../src/text/recent.ts'

const anySteps = fc.array(
  fc.record({
    key: fc.integer({ min: 0, max: 5 }),
    value: fc.option(fc.string({ maxLength: 8 }), { nil: undefined }),
  }),
)

describe('what was used last', () => {
  it('is kept as far as there is room, the longest unused forgotten first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), anySteps, (capacity, steps) => {
        const recent = createRecent<number, string>(capacity, ({ length }) => length)
        // All that was ever put, in the order of its last use.
        let model: { key: number; value: string }[] = []
        const total = () => model.reduce((sum, { value }) => sum + value.length, 0)
        for (const { key, value } of steps) {
          const own = model.find((one) => one.key === key)
          if (value === undefined) {
            expect(recent.get(key)).toBe(own?.value)
            if (own) model = [...model.filter((one) => one !== own), own]
            continue
          }
          recent.set(key, value)
          model = [...model.filter((one) => one !== own), { key, value }]
          while (total() > capacity && model.length > 1) model.shift()
        }
        for (const { key, value } of model) expect(recent.get(key)).toBe(value)
      }),
    )
  })
})
