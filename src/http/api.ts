import type { RouteConfig, RouteHandler } from '@hono/zod-openapi'
import type { Context, Hono, MiddlewareHandler, ValidationTargets } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { validator } from 'hono/validator'
import type { ZodType } from 'zod'
import { once } from '../text/once.ts'
import type { Variables } from './context.ts'
import { respondProblem } from './problem.ts'
import { toInvalidProblem } from './validation.ts'

/** The operations of an app: its requests are checked, and the OpenAPI document tells of them. */
export interface Api {
  openapi<Route extends RouteConfig>(
    route: Route,
    handler: RouteHandler<Route, { Variables: Variables }>,
  ): void
  /** In the order of their mounting. */
  routes: readonly RouteConfig[]
}

/**
 * What an operation takes and gives, with the types of both. `request` and `responses` are getters: the first is read
 * when the first request comes, the other for the document only.
 */
export function createRoute<Path extends string, Route extends Omit<RouteConfig, 'path'> & { path: Path }>(
  route: Route,
): Route {
  return route
}

/**
 * Mounts operations as `OpenAPIHono` does, and has its types. That one loads the whole of zod, with the messages of
 * all its languages, and what writes the document: half of the program, before a Worker's first answer.
 */
export function createApi(app: Hono<{ Variables: Variables }>): Api {
  const routes: RouteConfig[] = []
  return {
    routes,
    openapi(route, handler) {
      routes.push(route)
      const path = route.path.replaceAll(/\/\{(.+?)\}/g, '/:$1')
      app.on([route.method], [path], ...[route.middleware ?? []].flat(), checkRequest(route), handler)
    },
  }
}

// ---------------------------------------------------------------------------

/** Checks one part of the request after the other. The schemas are made when the first request comes. */
function checkRequest(route: RouteConfig): MiddlewareHandler {
  const checks = once(() => listChecks(route))
  return (c, next) => {
    const pass = (at: number): ReturnType<MiddlewareHandler> =>
      checks()[at]?.(c, () => pass(at + 1) as Promise<void>) ?? next()
    return pass(0)
  }
}

function listChecks({ request = {} }: RouteConfig): MiddlewareHandler[] {
  const { query, params, body } = request
  const json = body?.content['application/json']
  return [
    ...(query ? [check('query', query as ZodType)] : []),
    ...(params ? [check('param', params as ZodType)] : []),
    ...(json && 'schema' in json ? [requireReadable, check('json', json.schema as ZodType)] : []),
  ]
}

/** Hands the handler what the schema makes of this part of the request, or refuses it. */
function check(target: keyof ValidationTargets, schema: ZodType): MiddlewareHandler {
  return validator(target, (given: unknown, c: Context) => {
    const { success, data, error } = schema.safeParse(given)
    return success ? data : respondProblem(c, toInvalidProblem(error.issues, target))
  }) as MiddlewareHandler
}

/** What names itself JSON in a way that is not read is refused rather than taken for empty. */
const requireReadable: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('Content-Type') ?? ''
  if (readableJson.test(type)) return next()
  throw new HTTPException(415, { message: 'Unsupported Media Type' })
}

const readableJson = /^application\/([a-z-.]+\+)?json(;\s*[a-zA-Z0-9-]+=([^;]+))*$/i
