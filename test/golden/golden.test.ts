import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import type { Outcome, Quote } from '../../src/answer/answer.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { sha256 } from '../../src/text/digest.ts'

interface GoldenQuestion {
  id: string
  question: string
  /** Null where no record answers. */
  record: string | null
  phrase?: string
  speaker?: string
  /** Why today's ranking misses it. A miss that is mended must lose this field. */
  missed?: string
}

const golden = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldenQuestion)

const folder = mkdtempSync(join(tmpdir(), 'lectern-golden-'))
let lectern: Lectern

beforeAll(async () => {
  const corpus = new URL('../../corpus', import.meta.url).pathname
  await buildCorpusIndex({ corpus, index: folder, now: () => 0 })
  lectern = createLectern(await openIndexFolder(folder))
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('the demonstration corpus', () => {
  it('holds at least forty questions that are answered right, ten of them by an abstention', () => {
    const right = golden.filter(({ missed }) => missed === undefined)
    expect(right.length).toBeGreaterThanOrEqual(40)
    expect(right.filter(({ record }) => record === null).length).toBeGreaterThanOrEqual(10)
  })

  it.each(golden)('$id $question', async (question) => {
    const outcome = await lectern.ask({ question: question.question })
    expect(isRight(outcome, question), describeOutcome(outcome)).toBe(question.missed === undefined)
  })

  it.each(golden)('quotes word for word and names the version that it quotes: $id', async ({ question }) => {
    for (const quote of quotesOf(await lectern.ask({ question, limit: 20 }))) {
      for (const citation of [quote.citation, ...quote.alsoIn]) {
        const record = lectern.records.find(({ id }) => id === citation.record)
        expect(citation.version).toBe(await sha256(record?.text ?? ''))
      }
      const { record: id, span } = quote.citation
      expect(lectern.records.find((record) => record.id === id)?.text.slice(span.start, span.end)).toBe(
        quote.text,
      )
    }
  })
})

function isRight(outcome: Outcome, { record, phrase = '', speaker }: GoldenQuestion): boolean {
  if (record === null) return outcome.kind === 'abstention'
  const [quote] = outcome.kind === 'answer' ? outcome.quotes : []
  if (!quote?.text.includes(phrase) || quote.citation.record !== record) return false
  return speaker === undefined || quote.citation.speaker?.name === speaker
}

function quotesOf(outcome: Outcome): Quote[] {
  return outcome.kind === 'answer' ? outcome.quotes : outcome.nearest
}

function describeOutcome(outcome: Outcome): string {
  const [quote] = quotesOf(outcome)
  return `${outcome.kind}: ${quote?.citation.record} ${quote?.citation.speaker?.name} ${quote?.text}`
}
