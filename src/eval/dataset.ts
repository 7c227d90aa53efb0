import { z } from 'zod'
import type { LecternError } from '../errors.ts'
import { lineFault, parseJsonLines } from './json-lines.ts'

const passageSchema = z.object({ id: z.string().min(1), text: z.string(), title: z.string().nullish() })

const questionSchema = z.object({
  id: z.string().min(1),
  question: z.string(),
  /** Passages that answer; empty when none does. */
  relevant: z.array(z.string()),
  answers: z.array(z.string()).default([]),
})

export type EvalPassage = z.infer<typeof passageSchema>
export type GoldenQuestion = z.infer<typeof questionSchema>

export interface Dataset {
  passages: EvalPassage[]
  questions: GoldenQuestion[]
}

/** @throws {LecternError} `dataset-invalid`, with file and line. */
export function parseDataset(passages: string, questions: string): Dataset {
  const parsed = {
    passages: parseFile(passages, passageSchema, 'passages.jsonl'),
    questions: parseFile(questions, questionSchema, 'questions.jsonl'),
  }
  const known = new Set<string>()
  for (const { value, line } of parsed.passages) {
    if (known.has(value.id)) throw invalid(`passage id ${value.id} stands twice`, 'passages.jsonl', line)
    known.add(value.id)
  }
  for (const { value, line } of parsed.questions) {
    const unknown = value.relevant.find((id) => !known.has(id))
    if (unknown !== undefined) throw invalid(`there is no passage ${unknown}`, 'questions.jsonl', line)
  }
  return {
    passages: parsed.passages.map(({ value }) => value),
    questions: parsed.questions.map(({ value }) => value),
  }
}

// ---------------------------------------------------------------------------

const code = 'dataset-invalid'

function parseFile<T>(text: string, schema: z.ZodType<T>, file: string) {
  return parseJsonLines({ text, schema, file, code })
}

function invalid(problem: string, file: string, line: number): LecternError {
  return lineFault(problem, { file, line, code })
}
