import { z } from 'zod'
import type { QuestionResult } from './evaluate.ts'
import { lineFault, parseJsonLines } from './json-lines.ts'

const chance = z.number().min(0).max(1)
const whole = z.int().min(0)

const resultSchema = z.object({
  dataset: z.string(),
  id: z.string(),
  question: z.string(),
  /** Rank of the first relevant record, from 1; null when none was found. */
  rank: z.int().min(1).nullable(),
  answerable: z.boolean(),
  /** Whether the first quote holds an answer. */
  quoteHit: z.boolean(),
  /** The first quote; null when nothing was found. */
  quote: z
    .object({ text: z.string(), record: z.string(), span: z.object({ start: whole, end: whole }) })
    .nullable(),
  confidence: chance,
  latencyMs: z.number().min(0),
})

/** What became of one question, as a line of a results file tells it. */
export type ResultLine = z.infer<typeof resultSchema>

export function toResultLine(dataset: string, result: QuestionResult): ResultLine {
  const { id, question, rank, answerable, quoteHit, quote, confidence, latencyMs } = result
  return {
    dataset,
    id,
    question,
    rank: rank ?? null,
    answerable,
    quoteHit,
    quote: quote ? { text: quote.text, record: quote.citation.record, span: quote.citation.span } : null,
    confidence,
    latencyMs,
  }
}

/** JSON Lines, a line each question. */
export function formatResults(lines: readonly ResultLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** @throws {LecternError} `results-invalid`, with file and line; also where no question stands in the file. */
export function parseResults(text: string, file: string): ResultLine[] {
  const invalid = { file, code: 'results-invalid', advice: 'Give a file that lectern eval --out has written' }
  const lines = parseJsonLines({ text, schema: resultSchema, ...invalid })
  if (lines.length === 0) throw lineFault('no question stands in it', { line: 1, ...invalid })
  return lines.map(({ value }) => value)
}
