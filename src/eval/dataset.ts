import { z } from 'zod'
import { LecternError } from '../errors.ts'

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
    passages: parseJsonLines(passages, passageSchema, 'passages.jsonl'),
    questions: parseJsonLines(questions, questionSchema, 'questions.jsonl'),
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

interface Parsed<T> {
  value: T
  /** In its file, from 1. */
  line: number
}

function parseJsonLines<T>(text: string, schema: z.ZodType<T>, file: string): Parsed<T>[] {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  return lines.flatMap((json, at): Parsed<T>[] => {
    const line = at + 1
    if (json.trim() === '') return []
    const parsed = schema.safeParse(parseLine(json, file, line))
    if (parsed.success) return [{ value: parsed.data, line }]
    const [issue] = parsed.error.issues
    throw invalid(`${issue?.path.join('.') || 'line'}: ${issue?.message}`, file, line)
  })
}

function parseLine(line: string, file: string, at: number): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw invalid(`not JSON (${(cause as Error).message})`, file, at)
  }
}

function invalid(problem: string, file: string, line: number): LecternError {
  return new LecternError('dataset-invalid', `${file}:${line}: ${problem}`, { file, line })
}
