import type * as z from 'zod'
import { once } from '../text/once.ts'
import { problemSchema } from './schema.ts'

const problemContent = once(() => ({ 'application/problem+json': { schema: problemSchema() } }))

const problems = once(() => ({
  400: { description: 'The request is not valid.', content: problemContent() },
  401: { description: 'The token is missing or wrong.', content: problemContent() },
  404: { description: 'There is no such record.', content: problemContent() },
  413: { description: 'The body is too large.', content: problemContent() },
  414: { description: 'The URL is too long.', content: problemContent() },
  415: { description: 'The body is not JSON.', content: problemContent() },
  429: { description: 'Too many questions in a short time.', content: problemContent() },
  500: { description: 'A fault on this side.', content: problemContent() },
}))

/** A JSON response for an OpenAPI operation. */
export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

/** Responses of an operation that may refuse with these statuses, or fail. */
export function refusals<Status extends keyof ReturnType<typeof problems>>(
  ...statuses: Status[]
): Pick<ReturnType<typeof problems>, Status | 500> {
  return Object.fromEntries(
    [...statuses, 500 as const].map((status) => [status, problems()[status]]),
  ) as Pick<ReturnType<typeof problems>, Status | 500>
}
