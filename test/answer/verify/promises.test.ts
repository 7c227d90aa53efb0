import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lectern } from '../../../src/answer/lectern.ts'
import { fold } from '../../../src/text/fold.ts'
import { anyText } from '../../support/arbitrary.ts'
import { wordsOf } from '../../support/characters.ts'
import { anyCorpus, sentences } from '../../support/corpus.ts'
import { openLectern } from '../../support/index.ts'

/** A slice of a text of these lengths, by two numbers in 0..1. */
interface Slice {
  at: number
  length: number
}

const anySlice: fc.Arbitrary<Slice> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 40, max: 300 }),
})

function cut(text: string, { at, length }: Slice): string | undefined {
  const start = Math.floor(at * Math.max(0, text.length - length))
  const slice = text.slice(start, start + length)
  return slice.trim().length >= 40 ? slice : undefined
}

/** Checks something of slices of any records. */
function forAnySlice(check: (lectern: Lectern, slice: string) => Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(anyCorpus, fc.array(anySlice, { minLength: 8, maxLength: 8 }), async (write, slices) => {
      const lectern = await openLectern(await write())
      for (const [number, slice] of slices.entries()) {
        const text = lectern.records[number % Math.max(1, lectern.records.length)]?.text ?? ''
        const quote = cut(text, slice)
        if (quote !== undefined) await check(lectern, quote)
      }
    }),
    { numRuns: 60 },
  )
}

/** Whether any record holds the letters and digits of a quote in one piece. */
function isHeld({ records }: Lectern, quote: string): boolean {
  return records.some(({ text }) => wordsOf(text).includes(wordsOf(quote)))
}

describe('verify', () => {
  it('finds any slice of a record of forty characters or more as exact', () =>
    forAnySlice(async (lectern, quote) => {
      const { kind } = await lectern.verify({ quote })
      expect(kind, JSON.stringify(quote)).toBe('exact')
    }))

  it('gives of an exact quote the words of the record, in this place and in all others', () =>
    forAnySlice(async (lectern, quote) => {
      const verification = await lectern.verify({ quote })
      if (verification.kind !== 'exact') throw new Error(verification.kind)
      for (const { record, span, version } of [verification.citation, ...verification.alsoIn]) {
        const found = lectern.records.find(({ id }) => id === record)
        expect(found?.version).toBe(version)
        expect(wordsOf(found?.text.slice(span.start, span.end) ?? '')).toBe(wordsOf(quote.trim()))
      }
      const { record, span } = verification.citation
      const { text } = lectern.records.find(({ id }) => id === record) ?? { text: '' }
      expect(verification.text).toBe(text.slice(span.start, span.end))
    }))

  it('calls no slice exact after one character of it is changed to another word’s', () => {
    const others = [...new Set(sentences.join(''))].filter((char) => /\p{L}|\p{N}/u.test(char))
    return fc.assert(
      fc.asyncProperty(
        anyCorpus,
        anySlice,
        fc.tuple(fc.nat(), fc.constantFrom(...others, '龘', 'q', '7')),
        async (write, slice, [place, other]) => {
          const lectern = await openLectern(await write())
          const text = lectern.records[place % Math.max(1, lectern.records.length)]?.text ?? ''
          const quote = [...(cut(text, slice) ?? '')]
          const words = quote.flatMap((char, at) => (/[\p{L}\p{N}]/u.test(char) ? at : []))
          const at = words[place % Math.max(1, words.length)]
          fc.pre(at !== undefined && fold(quote[at] ?? '') !== fold(other))
          const changed = quote.with(at as number, other).join('')
          fc.pre(!isHeld(lectern, changed))
          const { kind } = await lectern.verify({ quote: changed })
          expect(kind, JSON.stringify(changed)).not.toBe('exact')
        },
      ),
      { numRuns: 200 },
    )
  })

  it('tells a diff that reads as the quote, and nearest words that are the record’s, of any quote', () =>
    fc.assert(
      fc.asyncProperty(
        anyCorpus,
        fc.array(fc.oneof(fc.constantFrom(...sentences), anyText), { minLength: 1, maxLength: 6 }),
        async (write, pieces) => {
          const lectern = await openLectern(await write())
          const quote = pieces.join('')
          fc.pre(quote.trim() !== '')
          const verification = await lectern.verify({ quote })
          expect(verification.quote).toBe(quote)
          if (verification.kind !== 'altered') return
          const own = verification.diff.filter(({ kind }) => kind !== 'removed')
          expect(own.map(({ text }) => text).join('')).toBe(quote.trim())
          expect(verification.similarity).toBeGreaterThan(0)
          expect(verification.similarity).toBeLessThanOrEqual(1)
          for (const { text, citation } of verification.nearest) {
            const { start, end } = citation.span
            expect(text).not.toBe('')
            expect(lectern.records.find(({ id }) => id === citation.record)?.text.slice(start, end)).toBe(
              text,
            )
          }
        },
      ),
      { numRuns: 150 },
    ))
})
