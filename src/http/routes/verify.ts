import { type Api, createRoute } from '../api.ts'
import type { Served } from '../context.ts'
import { requireJson } from '../middleware/limits.ts'
import { noQuerySchema } from '../request.ts'
import { json, refusals } from '../responses.ts'
import { verificationSchema } from '../verification-schema.ts'
import { toVerifyRequest, verifyBodySchema } from '../verify-request.ts'

const verifyRoute = createRoute({
  method: 'post',
  path: '/api/verify',
  operationId: 'verify',
  summary: 'Verify a quote',
  tags: ['verify'],
  middleware: requireJson,
  get request() {
    return {
      query: noQuerySchema(),
      body: { required: true, content: { 'application/json': { schema: verifyBodySchema() } } },
    }
  },
  get responses() {
    return {
      200: json(
        'Where the words stand, what is near to them, or that neither was found.',
        verificationSchema(),
      ),
      ...refusals(400, 404, 413, 414, 415, 429),
    }
  },
})

export function mountVerify(api: Api, { lectern }: Served): void {
  api.openapi(verifyRoute, async (c) =>
    c.json(await lectern.verify(toVerifyRequest(c.req.valid('json'))), 200),
  )
}
