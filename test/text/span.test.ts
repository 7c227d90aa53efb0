import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  containsSpan,
  intersectSpans,
  mergeSpans,
  overlapsSpan,
  sliceSpan,
  splitBySpans,
  trimSpan,
} from '../../src/text/span.ts'
import { anyText } from '../support/arbitrary.ts'

const anySpan = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

const fullSpan = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }))

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
        const { start, end } = intersectSpans(a, b)
        expect(end > start).toBe(shared)
      }),
    )
  })
})

describe('mergeSpans', () => {
  it('makes one of spans that overlap or touch', () => {
    expect(
      mergeSpans([
        { start: 4, end: 6 },
        { start: 0, end: 2 },
        { start: 2, end: 3 },
        { start: 1, end: 2 },
      ]),
    ).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ])
    expect(mergeSpans([])).toEqual([])
  })

  it('covers what the spans cover, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(fullSpan), (spans) => {
        const merged = mergeSpans(spans)
        const unitsOf = (list: typeof spans) =>
          Array.from({ length: 40 }, (_, at) => list.some(({ start, end }) => at >= start && at < end))
        expect(unitsOf(merged)).toEqual(unitsOf(spans))
        merged.slice(1).forEach(({ start }, at) => {
          expect(start).toBeGreaterThan(merged[at]?.end as number)
        })
      }),
    )
  })
})

describe('splitBySpans', () => {
  it('gives what lies inside of the spans and between them, in order', () => {
    const spans = [
      { start: 4, end: 5 },
      { start: 0, end: 2 },
    ]
    expect(splitBySpans('渡轮在清晨', spans)).toEqual([
      { words: '渡轮', inside: true },
      { words: '在清', inside: false },
      { words: '晨', inside: true },
    ])
    expect(splitBySpans('渡轮', [])).toEqual([{ words: '渡轮', inside: false }])
  })

  it('gives all of the text once, whatever the spans', () => {
    const wild = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) })
    fc.assert(
      fc.property(anyText, fc.array(wild), (text, spans) => {
        const pieces = splitBySpans(text, spans)
        expect(pieces.map(({ words }) => words).join('')).toBe(text)
        const inside = pieces.flatMap(({ words, inside }) =>
          Array.from({ length: words.length }, () => inside),
        )
        const covered = inside.map((_, at) => spans.some(({ start, end }) => at >= start && at < end))
        expect(inside).toEqual(covered)
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
