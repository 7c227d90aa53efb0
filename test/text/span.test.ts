import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containsSpan, overlapsSpan, sliceSpan, trimSpan } from '../../src/text/span.ts'
import { anyText } from '../support/arbitrary.ts'

const anySpan = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

describe('spans', () => {
  it('are half-open and count UTF-16 units', () => {
    expect(sliceSpan('👩渡轮', { start: 2, end: 3 })).toBe('渡')
  })

  it('contain what lies inside them, their own ends included', () => {
    expect(containsSpan({ start: 2, end: 5 }, { start: 2, end: 5 })).toBe(true)
    expect(containsSpan({ start: 2, end: 5 }, { start: 2, end: 6 })).toBe(false)
  })

  it('do not overlap when one ends where the other begins', () => {
    expect(overlapsSpan({ start: 0, end: 3 }, { start: 3, end: 6 })).toBe(false)
    expect(overlapsSpan({ start: 0, end: 4 }, { start: 3, end: 6 })).toBe(true)
  })

  it('overlap exactly when they share a unit', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const shared = Array.from({ length: 40 }, (_, at) => at).some(
          (at) => at >= a.start && at < a.end && at >= b.start && at < b.end,
        )
        fc.pre(a.end > a.start && b.end > b.start)
        expect(overlapsSpan(a, b)).toBe(shared)
        expect(overlapsSpan(b, a)).toBe(shared)
      }),
    )
  })
})

describe('trimSpan', () => {
  it('takes the white space of any script off both ends', () => {
    expect(trimSpan('　\t渡 轮\n ', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 })
  })

  it('is empty at its start when there is nothing but white space', () => {
    const span = trimSpan('a   b', { start: 1, end: 4 })
    expect(span.end).toBe(span.start)
  })

  it('takes what String#trim takes, from any stretch of any text', () => {
    fc.assert(
      fc.property(anyText, anySpan, (text, span) => {
        const inside = { start: Math.min(span.start, text.length), end: Math.min(span.end, text.length) }
        expect(sliceSpan(text, trimSpan(text, inside))).toBe(sliceSpan(text, inside).trim())
      }),
    )
  })
})
