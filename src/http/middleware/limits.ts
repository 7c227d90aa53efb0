import type { Hono, HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { findJsonFault } from '../../text/json-fault.ts'
import { respondProblem } from '../problem.ts'

/** Longest request body, in bytes. */
export const bodyLength = 65_536
/** Longest URL, in characters: holds a question of full length in percent-encoded Chinese. */
export const urlLength = 24_576

export const limitUrl: MiddlewareHandler = async (c, next) => {
  if (c.req.url.length <= urlLength) return next()
  return respondProblem(c, {
    status: 414,
    code: 'url-too-long',
    detail: `The URL is longer than ${urlLength} characters. Send the question with POST /api/ask.`,
  })
}

export const limitBody: MiddlewareHandler = (c, next) =>
  announcesBody(c.req) ? limitLength(c, next) : next()

const limitLength = bodyLimit({
  maxSize: bodyLength,
  onError: (c) =>
    respondProblem(c, {
      status: 413,
      code: 'body-too-large',
      detail: `The body is larger than ${bodyLength} bytes. Shorten it.`,
      // The rest of the body is not read: the next request cannot follow it on the same connection.
      headers: { Connection: 'close' },
    }),
})

export function refuseMethod(app: Hono): MiddlewareHandler {
  return methodNotAllowed({
    app,
    onMethodNotAllowed: (c, allowed) =>
      respondProblem(c, {
        status: 405,
        code: 'method-not-allowed',
        detail: `${c.req.method} is not offered here. Allowed: ${allowed.join(', ')}.`,
        headers: { Allow: allowed.join(', ') },
      }),
  })
}

/** Lets only JSON in UTF-8 pass, and says where it breaks. */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/iu.test(type)) {
    return respondProblem(c, {
      status: 415,
      code: 'content-type-unsupported',
      detail: 'Send the body as JSON, with the header Content-Type: application/json.',
      headers: { Accept: 'application/json' },
    })
  }
  const text = decodeUtf8(await c.req.arrayBuffer())
  if (text === undefined) return malformed(c, 'The body is not UTF-8.')
  const fault = findJsonFault(text)
  if (!fault) return next()
  const { position, line, column } = fault
  const what = position === text.length ? 'ends too early' : 'is not valid'
  return malformed(c, `The JSON ${what} at line ${line}, column ${column} (position ${position}).`)
}

// ---------------------------------------------------------------------------

/** To look for the body itself would cost more than most answers: the runtime makes a whole `Request` for it. */
function announcesBody({ method, raw }: HonoRequest): boolean {
  const isRead = method === 'GET' || method === 'HEAD'
  return !isRead || raw.headers.has('Content-Length') || raw.headers.has('Transfer-Encoding')
}

function decodeUtf8(body: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

function malformed(c: Parameters<MiddlewareHandler>[0], detail: string): Response {
  return respondProblem(c, { status: 400, code: 'json-malformed', detail })
}
