import type { Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { recordPath } from '../../../answer/permalink.ts'
import { renderRecordPage } from '../../../pages/record-page.tsx'
import { toMarkdown } from '../../../record/markdown.ts'
import type { LecternRecord } from '../../../record/record.ts'
import type { Served } from '../../context.ts'
import { revalidation } from '../../middleware/revalidation.ts'
import { type Problem, respondProblem } from '../../problem.ts'
import { respondNotice, siteOf, toPageContext, wantsPage } from './context.ts'

/** `/r/:id`: a record to read, as a page, as Markdown or as JSON, by ending or by `Accept`. */
export function mountRecordPage(app: Hono, { lectern, today }: Served): void {
  const byId = new Map(lectern.records.map((record) => [record.id, record]))

  app.get('/r/:id', ...revalidation(), (c) => {
    const asked = c.req.param('id')
    const found = findForm(byId, asked) ?? { record: byId.get(asked), form: acceptedForm(c) }
    const { record, form } = found
    if (!record) return refuse(c, asked, form)
    if (form === 'html') return c.html(renderPage(c, record))
    return form === 'markdown' ? sendMarkdown(c, record) : sendJson(c, record)
  })

  function renderPage(c: Context, record: LecternRecord) {
    const { id } = record
    const asked = { s: c.req.query('s'), v: c.req.query('v') }
    const forms = Object.fromEntries(
      (['markdown', 'json'] as const).flatMap((form) => {
        const name = id + endings[form]
        return byId.has(name) ? [] : [[form, recordPath(name)]]
      }),
    )
    return renderRecordPage({ ...toPageContext(c), record, asked, today: today(), forms })
  }
}

// ---------------------------------------------------------------------------

const endings = { markdown: '.md', json: '.json' } as const

type Form = 'html' | keyof typeof endings

/** The record and the form that an id with an ending asks for; an id that itself ends so is its own. */
function findForm(byId: ReadonlyMap<string, LecternRecord>, asked: string) {
  if (byId.has(asked)) return undefined
  for (const [form, ending] of Object.entries(endings) as ['markdown' | 'json', string][]) {
    const record = asked.endsWith(ending) ? byId.get(asked.slice(0, -ending.length)) : undefined
    if (record) return { record, form }
  }
  return undefined
}

function acceptedForm(c: Context): Form {
  const type = accepts(c, {
    header: 'Accept',
    supports: ['text/html', 'text/markdown', 'application/json'],
    default: 'text/html',
  })
  return type === 'text/markdown' ? 'markdown' : type === 'application/json' ? 'json' : 'html'
}

function refuse(c: Context, asked: string, form: Form): Response | Promise<Response> {
  const isProgram = !wantsPage(c) && (form !== 'html' || /\.(?:md|json)$/u.test(asked))
  const problem: Problem = {
    status: 404,
    code: 'record-unknown',
    detail: 'There is no such record. GET /api/records lists them all.',
  }
  return isProgram ? respondProblem(c, problem) : respondNotice(c, problem)
}

function sendMarkdown(c: Context, record: LecternRecord): Response {
  tellForm(c, record, endings.markdown)
  const address = siteOf(c) + recordPath(record.id)
  return c.body(toMarkdown(record, { address }), 200, { 'Content-Type': 'text/markdown; charset=utf-8' })
}

function sendJson(c: Context, record: LecternRecord): Response {
  tellForm(c, record, endings.json)
  return c.json(record)
}

function tellForm(c: Context, { id, language }: LecternRecord, ending: string): void {
  c.header('Vary', 'Accept', { append: true })
  if (language !== 'und') c.header('Content-Language', language)
  c.header('Content-Disposition', `inline; filename*=UTF-8''${encodeName(id + ending)}`)
}

/** RFC 8187: what `encodeURIComponent` leaves and an extended value may not hold. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
}
