import type { Context, Hono } from 'hono'
import { docsFiles, docsScript, docsStyle, renderDocsPage } from '../../pages/docs-page.ts'
import type { Assets } from '../assets.ts'
import { docsPolicy } from '../middleware/headers.ts'
import { revalidation } from '../middleware/revalidation.ts'

/** `/docs`: Swagger UI over `/openapi.json`, all of it from this server. */
export function mountDocs(app: Hono, assets: Assets): void {
  app.get('/docs', (c) =>
    c.html(renderDocsPage(), 200, { 'Content-Security-Policy': docsPolicy, 'Cache-Control': 'no-cache' }),
  )
  app.get('/docs/init.js', ...revalidation(), (c) => send(c, docsScript, 'text/javascript; charset=utf-8'))
  app.get('/docs/docs.css', ...revalidation(), (c) => send(c, docsStyle, 'text/css; charset=utf-8'))
  for (const name of docsFiles) {
    app.get(`/docs/${name}`, ...revalidation(), async (c) => {
      const asset = await assets.read(name)
      return asset ? send(c, asset.body, asset.type) : c.notFound()
    })
  }
}

function send(c: Context, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return c.body(body, 200, { 'Content-Type': type })
}
