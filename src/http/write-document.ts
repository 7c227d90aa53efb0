import { OpenAPIRegistry, OpenApiGeneratorV31, zodToOpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
import type { RouteConfig } from '@hono/zod-openapi'
import type { ZodType } from 'zod'
import { components } from './components.ts'

/** The OpenAPI 3.1 document of these operations, as JSON. */
export function writeDocument(routes: readonly RouteConfig[], version: string): string {
  const registry = new OpenAPIRegistry()
  for (const { middleware: _, ...route } of routes) registry.registerPath(route)
  if (routes.some(({ security }) => security))
    registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  for (const [refId, schema] of components._idmap)
    zodToOpenAPIRegistry.add(schema as ZodType, { _internal: { refId } })
  const generator = new OpenApiGeneratorV31(registry.definitions)
  return JSON.stringify(generator.generateDocument({ ...head, info: { ...head.info, version } }))
}

// ---------------------------------------------------------------------------

const head = {
  openapi: '3.1.0',
  info: {
    title: 'Lectern',
    description:
      "Answers questions about press briefings with the speakers' own words: quoted passages with citations, no generated text.",
    license: { name: 'MIT', identifier: 'MIT' },
  },
  tags: [
    { name: 'ask', description: 'Questions, answered with quotes.' },
    { name: 'verify', description: 'Quotes that others published, checked.' },
    { name: 'records', description: 'What is quoted from.' },
    { name: 'operations', description: 'For those who run the server.' },
  ],
}
