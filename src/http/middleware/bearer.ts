import type { MiddlewareHandler } from 'hono'
import { isSecret } from '../../text/secret.ts'
import { respondProblem } from '../problem.ts'

/** Lets only those pass who know the token (RFC 6750). */
export function requireBearer(token: string): MiddlewareHandler {
  return async (c, next) => {
    const [, given] = /^Bearer +(\S+) *$/iu.exec(c.req.header('Authorization') ?? '') ?? []
    if (given !== undefined && isSecret(token, given)) return next()
    return respondProblem(c, {
      status: 401,
      code: given === undefined ? 'token-missing' : 'token-wrong',
      detail: 'Send the token of this server: Authorization: Bearer <LECTERN_ADMIN_TOKEN>.',
      headers: { 'WWW-Authenticate': 'Bearer realm="lectern"' },
    })
  }
}
