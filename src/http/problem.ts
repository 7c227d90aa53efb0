import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isLecternError } from '../errors.ts'

/** One of several faults in a request. */
export interface ProblemError {
  detail: string
  /** Name of the query parameter at fault. */
  parameter?: string
  /** JSON pointer to the member of the body at fault. */
  pointer?: string
}

/** RFC 9457, with a stable `code` for programs. */
export interface Problem {
  status: ContentfulStatusCode
  code: string
  /** What is wrong and what to do. Never holds internals. */
  detail: string
  errors?: ProblemError[]
  headers?: Record<string, string>
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

const statusByCode: Record<string, ContentfulStatusCode> = {
  'question-empty': 400,
  'question-too-long': 400,
  'quote-empty': 400,
  'quote-too-long': 400,
  'record-unknown': 404,
  'filter-invalid': 400,
  'limit-invalid': 400,
}

/** The response for a problem, as `application/problem+json`. */
export function respondProblem(c: Context, { status, code, detail, errors, headers }: Problem): Response {
  const id: string | undefined = c.get('requestId')
  const body = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    code,
    ...(id !== undefined && { instance: `urn:lectern:request:${id}` }),
    ...(errors && { errors }),
  }
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...headers,
  })
}

/** A fault as a problem; one that nobody foresaw says nothing about itself. */
export function toProblem(error: unknown): Problem {
  if (isLecternError(error)) {
    const status = statusByCode[error.code]
    if (status !== undefined) return { status, code: error.code, detail: error.message }
  }
  if (error instanceof HTTPException && error.status < 500) {
    return {
      status: error.status,
      code: 'request-invalid',
      detail: error.message || 'The request is not valid.',
    }
  }
  return {
    status: 500,
    code: 'internal',
    detail:
      'Something went wrong on this side. The fault has been logged under the request id in `instance`.',
  }
}
