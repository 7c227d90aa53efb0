import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTermNumbers } from '../../src/search/term-numbers.ts'

describe('the numbers of terms', () => {
  it('are those of their first appearance, wherever a term stands', () => {
    const anyTerm = fc.oneof(
      fc.string({ maxLength: 3, unit: fc.constantFrom('港', '口', 'a', '\u0000', '𠮷', '\ud842') }),
      fc.string({ maxLength: 40 }),
    )
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 200 }), fc.string({ maxLength: 5 }), (terms, before) => {
        const numbers = createTermNumbers()
        const expected = new Map<string, number>()
        for (const term of terms) {
          if (!expected.has(term)) expected.set(term, expected.size)
          const end = before.length + term.length
          expect(numbers.of(`${before}${term}。`, before.length, end)).toBe(expected.get(term))
        }
        expect(numbers.size).toBe(expected.size)
        for (const [term, number] of expected) expect(numbers.at(number)).toBe(term)
      }),
    )
  })

  it('stay apart when there are more than the table was made for, or one is very long', () => {
    const numbers = createTermNumbers()
    const terms = [...Array.from({ length: 50_000 }, (_, at) => `第${at}`), '长'.repeat(200_000)]
    for (const pass of [1, 2])
      for (const [number, term] of terms.entries())
        expect(numbers.of(term, 0, term.length), `${pass}`).toBe(number)
    expect(terms.every((term, number) => numbers.at(number) === term)).toBe(true)
  })
})
