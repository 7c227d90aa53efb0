import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import type { Quote } from '../../src/answer/answer.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import { qualifies, speaksAgainst } from '../../src/answer/qualifiers.ts'
import type { LecternIndex } from '../../src/search/lectern-index.ts'
import { findSentences } from '../../src/text/sentence.ts'
import { containsSpan, type Span, sliceSpan } from '../../src/text/span.ts'

const questions = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question)

const folder = mkdtempSync(join(tmpdir(), 'lectern-boundaries-'))
let index: LecternIndex
beforeAll(async () => {
  const corpus = new URL('../../corpus', import.meta.url).pathname
  await buildCorpusIndex({ corpus, index: folder, now: () => 0 })
  index = await openIndexFolder(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Quoted {
  quote: Quote
  text: string
  span: Span
  /** Of the turn that the quote stands in. */
  sentences: Span[]
  isTitle(sentence: Span): boolean
}

async function forEveryQuote(quoteChars: number, check: (quoted: Quoted) => void): Promise<void> {
  const lectern = createLectern(index, { quoteChars })
  let count = 0
  for (const question of questions) {
    const outcome = await lectern.ask({ question, limit: 20 })
    for (const quote of outcome.kind === 'answer' ? outcome.quotes : outcome.nearest) {
      const { record: id, span } = quote.citation
      const record = index.records.find((one) => one.id === id)
      const turn = record?.turns.find((one) => containsSpan(one.span, span))
      if (!record || !turn) throw new Error(`${id} does not hold its quote`)
      const starts = new Set(record.sections.map((section) => section.span.start))
      const sentences = findSentences(record.text, turn.span)
      check({ quote, text: record.text, span, sentences, isTitle: ({ start }) => starts.has(start) })
      count++
    }
  }
  expect(count).toBeGreaterThan(questions.length)
}

describe('every quote of the demonstration corpus', () => {
  it.each([30, 160])('of %d characters begins where a sentence of its turn begins', (quoteChars) =>
    forEveryQuote(quoteChars, ({ quote, span, sentences }) => {
      const starts = sentences.map(({ start }) => start)
      expect(starts, quote.text).toContain(span.start)
    }),
  )

  it.each([30, 160])('of %d characters ends where a sentence ends, or tells the rest of it', (quoteChars) =>
    forEveryQuote(quoteChars, ({ quote, text, span, sentences }) => {
      const sentence = sentences.find(({ start, end }) => start < span.end && span.end <= end) as Span
      if (sentence.end === span.end) return
      expect(quote.clipped?.after).toBe(text.slice(span.end, sentence.end).trim())
    }),
  )

  it.each([30, 160])('of %d characters holds or tells the qualifier beside it', (quoteChars) =>
    forEveryQuote(quoteChars, ({ quote, text, span, sentences, isTitle }) => {
      const next = sentences.find(({ start }) => start >= span.end)
      const last = sentences.find(({ end }) => end === span.end)
      if (last && next && !isTitle(next) && qualifies(sliceSpan(text, next)))
        expect(quote.clipped?.after).toBe(sliceSpan(text, next))
      const first = sentences.findIndex(({ start }) => start === span.start)
      const before = sentences[first - 1]
      if (before && !isTitle(before) && speaksAgainst(quote.text))
        expect(quote.clipped?.before).toBe(sliceSpan(text, before))
    }),
  )
})
