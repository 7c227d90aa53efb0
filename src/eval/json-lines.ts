import type { z } from 'zod'
import { LecternError } from '../errors.ts'

export interface JsonLines<T> {
  text: string
  schema: z.ZodType<T>
  /** How faults name the file. */
  file: string
  /** Code of the faults. */
  code: string
  /** What to do about a fault, at the end of its message. */
  advice?: string
}

export interface JsonLine<T> {
  value: T
  /** In its file, from 1. */
  line: number
}

/**
 * One value a line, blank lines aside.
 * @throws {LecternError} with `code`, file and line of what is no JSON or not of the schema.
 */
export function parseJsonLines<T>({ text, schema, file, code, advice }: JsonLines<T>): JsonLine<T>[] {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  return lines.flatMap((json, at): JsonLine<T>[] => {
    const line = at + 1
    if (json.trim() === '') return []
    const place = { file, line, code, ...(advice !== undefined && { advice }) }
    const parsed = schema.safeParse(parseLine(json, place))
    if (parsed.success) return [{ value: parsed.data, line }]
    const [issue] = parsed.error.issues
    throw lineFault(`${issue?.path.join('.') || 'line'}: ${issue?.message}`, place)
  })
}

export interface Place {
  file: string
  line: number
  code: string
  advice?: string
}

export function lineFault(problem: string, { file, line, code, advice }: Place): LecternError {
  const message = `${file}:${line}: ${problem}`
  return new LecternError(code, advice === undefined ? message : `${message}. ${advice}`, { file, line })
}

// ---------------------------------------------------------------------------

function parseLine(json: string, place: Place): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw lineFault(`not JSON (${(cause as Error).message})`, place)
  }
}
