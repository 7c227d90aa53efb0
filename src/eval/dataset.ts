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
  const dataset = {
    passages: parseJsonLines(passages, passageSchema, 'passages.jsonl'),
    questions: parseJsonLines(questions, questionSchema, 'questions.jsonl'),
  }
  const known = new Set<string>()
  dataset.passages.forEach(({ id }, at) => {
    if (known.has(id)) throw invalid(`passage id ${id} stands twice`, 'passages.jsonl', at + 1)
    known.add(id)
  })
  dataset.questions.forEach(({ relevant }, at) => {
    const unknown = relevant.find((id) => !known.has(id))
    if (unknown !== undefined) throw invalid(`there is no passage ${unknown}`, 'questions.jsonl', at + 1)
  })
  return dataset
}

function parseJsonLines<T>(text: string, schema: z.ZodType<T>, file: string): T[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return []
      const parsed = schema.safeParse(parseLine(line, file, at + 1))
      if (parsed.success) return parsed.data
      const [issue] = parsed.error.issues
      throw invalid(`${issue?.path.join('.') || 'line'}: ${issue?.message}`, file, at + 1)
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
