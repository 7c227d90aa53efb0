import type { Handler } from 'hono'
import type { App } from './context.ts'

/** Serves the OpenAPI 3.1 document of all operations of `app`. */
export function createDocument(app: App, version: string): Handler {
  let document: string | undefined
  return (c) => {
    document ??= JSON.stringify(app.getOpenAPI31Document({ ...head, info: { ...head.info, version } }))
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  }
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
