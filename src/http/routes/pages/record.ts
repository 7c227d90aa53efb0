import type { Hono } from 'hono'
import { renderRecordPage } from '../../../pages/record-page.tsx'
import type { Span } from '../../../text/span.ts'
import type { Served } from '../../context.ts'
import { respondNotice, toPageContext } from './context.ts'

/** `/r/:id`: a record to read. */
export function mountRecordPage(app: Hono, { lectern }: Served): void {
  const byId = new Map(lectern.records.map((record) => [record.id, record]))
  app.get('/r/:id', (c) => {
    const record = byId.get(c.req.param('id'))
    if (!record) return respondNotice(c, { status: 404, code: 'record-unknown', detail: '' })
    const marked = readSpan(c.req.query('s'))
    return c.html(renderRecordPage({ ...toPageContext(c), record, ...(marked && { marked }) }))
  })
}

// ---------------------------------------------------------------------------

function readSpan(given: string | undefined): Span | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(given ?? '') ?? []
  return start !== undefined && end !== undefined ? { start: Number(start), end: Number(end) } : undefined
}
