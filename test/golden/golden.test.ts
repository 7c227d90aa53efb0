import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCorpusIndex } from '../../src/adapter/node-build.ts'
import { openIndexFolder } from '../../src/adapter/node-index.ts'
import type { Outcome, Quote } from '../../src/answer/answer.ts'
import { createLectern } from '../../src/answer/create-lectern.ts'
import type { Lectern } from '../../src/answer/lectern.ts'
import { sha256 } from '../../src/text/digest.ts'
import { fold } from '../../src/text/fold.ts'
import { findNumerals } from '../../src/text/numeral.ts'

interface GoldenQuestion {
  id: string
  question: string
  /** Null where no record answers. */
  record: string | null
  phrase?: string
  speaker?: string
  /** What alone answers it: without it, Lectern abstains or quotes something else. */
  only?: 'synonyms' | 'script' | 'numerals'
  /** Why today's ranking misses it. A miss that is mended must lose this field. */
  missed?: string
}

const golden = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldenQuestion)

const right = golden.filter(({ missed }) => missed === undefined)

const folder = mkdtempSync(join(tmpdir(), 'lectern-golden-'))
let lectern: Lectern
let withoutSynonyms: Lectern

beforeAll(async () => {
  const corpus = new URL('../../corpus', import.meta.url).pathname
  const bare = join(folder, 'corpus')
  cpSync(corpus, bare, { recursive: true, filter: (path) => !path.endsWith('synonyms.txt') })
  lectern = await open(corpus, 'whole')
  withoutSynonyms = await open(bare, 'bare')
})

afterAll(() => rmSync(folder, { recursive: true }))

async function open(corpus: string, name: string): Promise<Lectern> {
  const index = join(folder, name)
  await buildCorpusIndex({ corpus, index, now: () => 0 })
  return createLectern(await openIndexFolder(index))
}

describe('the demonstration corpus', () => {
  it('holds at least eighty questions that are answered right, twenty of them by an abstention', () => {
    expect(right.length).toBeGreaterThanOrEqual(80)
    expect(right.filter(({ record }) => record === null).length).toBeGreaterThanOrEqual(20)
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

describe('of the questions that are answered right', () => {
  it('at least ten need numerals, and ten synonyms or the other script', () => {
    expect(right.filter(({ only }) => only === 'numerals').length).toBeGreaterThanOrEqual(10)
    expect(right.filter(({ only }) => only && only !== 'numerals').length).toBeGreaterThanOrEqual(10)
  })

  it.each(onlyBy('synonyms'))('synonyms alone answer $id $question', async (golden) => {
    const outcome = await withoutSynonyms.ask({ question: golden.question })
    expect(isRight(outcome, golden), describeOutcome(outcome)).toBe(false)
  })

  it.each(onlyBy('script'))('folding of the script alone answers $id $question', async (golden) => {
    const signs = new Set(textOf(golden.record))
    const folded = new Set(fold(textOf(golden.record)))
    const question = [...golden.question]
      .map((sign) => (folded.has(fold(sign)) && !signs.has(sign) ? ' ' : sign))
      .join('')
    expect(question).not.toBe(golden.question)
    const outcome = await lectern.ask({ question })
    expect(isRight(outcome, golden), describeOutcome(outcome)).toBe(false)
  })

  it.each(onlyBy('numerals'))('the value of a number alone answers $id $question', async (golden) => {
    const numerals = findNumerals(fold(golden.question)).filter(({ start, end }) => end - start > 1)
    expect(numerals.length).toBeGreaterThan(0)
    let question = golden.question
    for (const { start, end } of numerals) {
      expect(textOf(golden.record)).not.toContain(golden.question.slice(start, end))
      question = question.slice(0, start) + ' '.repeat(end - start) + question.slice(end)
    }
    const outcome = await lectern.ask({ question })
    expect(isRight(outcome, golden), describeOutcome(outcome)).toBe(false)
  })
})

function onlyBy(what: GoldenQuestion['only']): GoldenQuestion[] {
  return right.filter(({ only }) => only === what)
}

function textOf(id: string | null): string {
  return lectern.records.find((record) => record.id === id)?.text ?? ''
}

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
