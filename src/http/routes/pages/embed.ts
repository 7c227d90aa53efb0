import type { Hono } from 'hono'
import { renderEmbedPage } from '../../../pages/embed-page.tsx'
import type { Served } from '../../context.ts'
import { embedPolicy } from '../../middleware/headers.ts'
import { toPageContext } from './context.ts'

/** `/embed`: how to put the widget on a site. */
export function mountEmbedPage(app: Hono, { corsOrigins }: Served): void {
  app.get('/embed', (c) => {
    const page = renderEmbedPage({ ...toPageContext(c), origins: corsOrigins })
    return c.html(page, 200, { 'Content-Security-Policy': embedPolicy })
  })
}
