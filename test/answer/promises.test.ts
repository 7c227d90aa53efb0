import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Citation, Outcome, Quote } from '../../src/answer/answer.ts'
import { cutPassages } from '../../src/record/passages.ts'
import type { LecternRecord } from '../../src/record/record.ts'
import { findSentences } from '../../src/text/sentence.ts'
import { containsSpan, overlapsSpan, sliceSpan } from '../../src/text/span.ts'
import { partsPair, wordsOf } from '../support/characters.ts'
import { anyCorpus, anyQuestion } from '../support/corpus.ts'
import { openLectern } from '../support/index.ts'

interface Asked {
  records: readonly LecternRecord[]
  quotes: Quote[]
  limit: number
  quoteChars: number
  outcome: Outcome
}

const anyOptions = fc.record({
  limit: fc.integer({ min: 1, max: 20 }),
  quoteChars: fc.constantFrom(20, 60, 160),
  threshold: fc.constantFrom(0, 0.5, 1),
})

/** Checks what comes of any question that any records are asked. */
function forAnyQuestion(check: (asked: Asked) => void): Promise<void> {
  return fc.assert(
    fc.asyncProperty(anyCorpus, anyQuestion, anyOptions, async (write, question, options) => {
      const { limit, quoteChars, threshold } = options
      const records = await write()
      const lectern = await openLectern(records, { quoteChars, threshold })
      const outcome = await lectern.ask({ question, limit })
      const quotes = outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
      check({ records, quotes, limit, quoteChars, outcome })
    }),
    { numRuns: 60 },
  )
}

function recordOf({ records }: Asked, { record }: Citation): LecternRecord {
  const found = records.find(({ id }) => id === record)
  if (!found) throw new Error(`no record ${record}`)
  return found
}

/** Every citation with the quote that it is for. */
function citationsOf({ quotes }: Asked): [Quote, Citation][] {
  return quotes.flatMap((quote) =>
    [quote.citation, ...quote.alsoIn].map((citation): [Quote, Citation] => [quote, citation]),
  )
}

describe('any quote', () => {
  it('is a slice of its record, word for word', () =>
    forAnyQuestion((asked) => {
      for (const { text, citation } of asked.quotes) {
        expect(text).toBe(sliceSpan(recordOf(asked, citation).text, citation.span))
        expect(text).not.toBe('')
      }
    }))

  it('stands with the same words wherever else it is said to stand', () =>
    forAnyQuestion((asked) => {
      for (const [quote, citation] of citationsOf(asked)) {
        expect(wordsOf(sliceSpan(recordOf(asked, citation).text, citation.span))).toBe(wordsOf(quote.text))
      }
    }))

  it('can be proved: the version is the SHA-256 of the text of the record', () =>
    forAnyQuestion((asked) => {
      for (const [, citation] of citationsOf(asked)) {
        const bytes = createHash('sha256').update(recordOf(asked, citation).text, 'utf8')
        expect(citation.version).toBe(bytes.digest('hex'))
      }
    }))

  it('stands inside the passages that it is cited from, all of one turn, and touches each of them', () =>
    forAnyQuestion((asked) => {
      for (const [, { span, passage, record, url }] of citationsOf(asked)) {
        expect(containsSpan(passage, span)).toBe(true)
        const number = asked.records.findIndex(({ id }) => id === record)
        const cut = cutPassages(asked.records[number] as LecternRecord, { record: number, firstId: 0 })
        const cited = cut.filter((candidate) => overlapsSpan(candidate.span, span))
        expect(passage).toEqual({ start: cited[0]?.span.start, end: cited.at(-1)?.span.end })
        expect(new Set(cited.map(({ turn }) => turn)).size).toBe(1)
        expect(url).toBe(`/r/${record}#t${cited[0]?.turn}`)
      }
    }))

  it('overlaps no other', () =>
    forAnyQuestion((asked) => {
      const places = citationsOf(asked).map(([, { record, span }]) => ({ record, span }))
      places.forEach((one, at) => {
        for (const other of places.slice(0, at))
          expect(one.record === other.record && overlapsSpan(one.span, other.span)).toBe(false)
      })
    }))

  it('is cited with what its record tells of it, and nothing else', () =>
    forAnyQuestion((asked) => {
      for (const [, citation] of citationsOf(asked)) {
        const record = recordOf(asked, citation)
        const turn = record.turns.find(({ span }) => containsSpan(span, citation.span))
        const { speaker: name, role } = turn ?? {}
        expect(citation.title).toBe(record.title)
        expect(citation.kind).toBe(record.kind)
        expect(citation.date).toBe(record.date)
        expect(citation.speaker).toEqual(name && { name, ...(role !== undefined && { role }) })
        expect(citation.question === undefined).toBe(!isReply(record, citation))
      }
    }))

  it('has highlights inside it, in order and apart, that part no character', () =>
    forAnyQuestion(({ quotes }) => {
      for (const { text, highlights } of quotes) {
        let last = -1
        for (const { start, end } of highlights) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(partsPair(text, start) || partsPair(text, end)).toBe(false)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }
    }))

  it('is as long as allowed at most, and part of a sentence only where that is longer', () =>
    forAnyQuestion((asked) => {
      for (const { text, citation } of asked.quotes) {
        expect(text.length).toBeLessThanOrEqual(asked.quoteChars)
        expect(text).not.toContain('\n')
        const record = recordOf(asked, citation)
        for (const sentence of findSentences(record.text, citation.passage)) {
          if (sentence.end - sentence.start > asked.quoteChars) continue
          const isWhole = containsSpan(citation.span, sentence)
          const isOutside = sentence.end <= citation.span.start || citation.span.end <= sentence.start
          expect(isWhole || isOutside).toBe(true)
        }
      }
    }))

  it('begins and ends with no white space', () =>
    forAnyQuestion(({ quotes }) => {
      for (const { text } of quotes) expect(text).toBe(text.trim())
    }))

  it('begins and ends with a whole character', () =>
    forAnyQuestion((asked) => {
      for (const { citation } of asked.quotes) {
        const { text: whole } = recordOf(asked, citation)
        expect(partsPair(whole, citation.span.start) || partsPair(whole, citation.span.end)).toBe(false)
      }
    }))
})

describe('any outcome', () => {
  it('holds as many quotes as the limit at most, each of other words', () =>
    forAnyQuestion(({ quotes, limit }) => {
      expect(quotes.length).toBeLessThanOrEqual(limit)
      expect(new Set(quotes.map(({ text }) => wordsOf(text))).size).toBe(quotes.length)
    }))

  it('holds the words of those who ask only where there are no others', () =>
    forAnyQuestion((asked) => {
      const asks = citationsOf(asked).map(([, citation]) => {
        const { turns } = recordOf(asked, citation)
        return turns.find(({ span }) => containsSpan(span, citation.span))?.kind === 'question'
      })
      expect(new Set(asks).size).toBeLessThanOrEqual(1)
    }))

  it('puts the better quotes before the worse', () =>
    forAnyQuestion(({ quotes }) => {
      const scores = quotes.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
    }))

  it('gives finite scores, and confidences from 0 to 1', () =>
    forAnyQuestion(({ quotes }) => {
      for (const { score, confidence } of quotes) {
        expect(Number.isFinite(score)).toBe(true)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
    }))

  it('is the same JSON when the same index is asked twice, or another index of the same records', () =>
    fc.assert(
      fc.asyncProperty(anyCorpus, anyQuestion, async (write, question) => {
        const [lectern, other] = [await openLectern(await write()), await openLectern(await write())]
        const first = JSON.stringify(await lectern.ask({ question }))
        await lectern.ask({ question: '灯塔' })
        expect(JSON.stringify(await lectern.ask({ question }))).toBe(first)
        expect(JSON.stringify(await other.ask({ question }))).toBe(first)
      }),
      { numRuns: 30 },
    ))
})

function isReply(record: LecternRecord, { span }: Citation): boolean {
  const number = record.turns.findIndex((turn) => containsSpan(turn.span, span))
  return record.exchanges.some(({ replies }) => replies.includes(number))
}
