import type * as z from 'zod'
import type { Problem, ProblemError } from './problem.ts'

type Issue = z.core.$ZodIssue

/** What a request that its schema refuses is answered with: all its faults, of which the first gives code and detail. */
export function toInvalidProblem(issues: readonly Issue[], target: string): Problem {
  const found = issues.flatMap((issue) => toErrors(issue, target))
  const errors = [...new Map(found.map((error) => [JSON.stringify(error), error])).values()]
  return {
    status: 400,
    code: issues[0] ? codeOf(issues[0]) : 'request-invalid',
    detail: errors[0]?.detail ?? 'The request is not valid.',
    errors,
  }
}

// ---------------------------------------------------------------------------

function toErrors(issue: Issue, target: string): ProblemError[] {
  const paths =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.map((path) => {
    if (target === 'query') return { detail: issue.message, parameter: path.map(String).join('.') }
    return {
      detail: issue.message,
      pointer: `#${path.map((key) => `/${escapePointer(String(key))}`).join('')}`,
    }
  })
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function codeOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys')
    return issue.path.length > 0 ? 'filter-unknown' : 'parameter-unknown'
  const [name, inner] = issue.path
  if (name === 'q' || name === 'question') return textCode(issue, 'question')
  if (name === 'quote') return textCode(issue, 'quote')
  if (name === 'limit' || name === 'offset' || name === 'explain') return `${name}-invalid`
  if (inner !== undefined || (typeof name === 'string' && filterNames.has(name))) return 'filter-invalid'
  return 'request-invalid'
}

const filterNames = new Set(['speaker', 'from', 'to', 'record', 'kind', 'filters'])

/** Codes of a text that is asked or verified, by what is wrong with it. */
function textCode(issue: Issue, noun: 'question' | 'quote'): string {
  if (issue.code === 'too_big') return `${noun}-too-long`
  const isMissing = issue.code === 'invalid_format' || issue.message === `Give a ${noun}.`
  return isMissing ? `${noun}-empty` : `${noun}-invalid`
}
