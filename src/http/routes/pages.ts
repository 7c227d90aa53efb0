import type { Context, Hono } from 'hono'
import type { Citation } from '../../answer/answer.ts'
import { permalink } from '../../answer/permalink.ts'
import { renderAskPage } from '../../pages/ask-page.tsx'
import type { PageContext } from '../../pages/layout.tsx'
import { renderNoticePage } from '../../pages/notice-page.tsx'
import type { AskForm } from '../../pages/question-form.tsx'
import type { Surroundings } from '../../pages/quote.tsx'
import { renderRecordPage } from '../../pages/record-page.tsx'
import { choosePageLanguage, stringsFor } from '../../pages/strings.ts'
import { pageStyle } from '../../pages/style.ts'
import type { LecternRecord } from '../../record/record.ts'
import { containsSpan, type Span, sliceSpan } from '../../text/span.ts'
import type { Served } from '../context.ts'
import { revalidation } from '../middleware/revalidation.ts'
import { type Problem, toProblem } from '../problem.ts'
import { askQuerySchema, toAskRequest } from '../request.ts'
import { listSpeakers } from '../speakers.ts'
import { toInvalidProblem } from '../validation.ts'

/** The pages for people. They work without JavaScript. */
export function mountPages(app: Hono, { lectern, metrics }: Served): void {
  const byId = new Map(lectern.records.map((record) => [record.id, record]))
  const shown = {
    speakers: listSpeakers(lectern.records).map(({ name }) => name),
    kinds: [...new Set(lectern.records.map(({ kind }) => kind))].sort(),
    surroundingsOf(citation: Citation) {
      const record = byId.get(citation.record)
      return record && findSurroundings(record, citation)
    },
  }

  app.get('/', async (c) => {
    const context = toPageContext(c)
    const form = readForm(c)
    const props = { ...context, ...shown, form }
    if (c.req.query('q') === undefined) return c.html(renderAskPage(props))
    const given = askQuerySchema.safeParse(dropEmpty({ ...form, limit: c.req.query('limit') ?? '' }))
    if (!given.success) return refuse(toInvalidProblem(given.error.issues, 'query'))
    const { q, limit, explain: _, ...filters } = given.data
    try {
      const outcome = await lectern.ask(toAskRequest(q, { limit, filters }))
      metrics.observeOutcome(outcome)
      return c.html(renderAskPage({ ...props, outcome }))
    } catch (error) {
      const problem = toProblem(error)
      if (problem.status >= 500) throw error
      return refuse(problem)
    }

    function refuse(problem: Problem) {
      return c.html(renderAskPage({ ...props, problem: inWords(context, problem) }), problem.status)
    }
  })

  app.get('/r/:id', (c) => {
    const record = byId.get(c.req.param('id'))
    if (!record) return respondNotice(c, { status: 404, code: 'record-unknown', detail: '' })
    const marked = readSpan(c.req.query('s'))
    return c.html(renderRecordPage({ ...toPageContext(c), record, ...(marked && { marked }) }))
  })

  app.get('/style.css', ...revalidation(), (c) =>
    c.body(pageStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
}

/** Whether a person with a browser asks: then a problem is told as a page. */
export function wantsPage(c: Context): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('Accept') ?? '').includes('text/html')
}

/** A problem as a page in words. */
export function respondNotice(c: Context, problem: Problem): Response | Promise<Response> {
  const context = toPageContext(c)
  const message = inWords(context, problem)
  return c.html(renderNoticePage({ ...context, message }), problem.status, { 'Cache-Control': 'no-store' })
}

// ---------------------------------------------------------------------------

function toPageContext(c: Context): PageContext {
  const url = new URL(c.req.url)
  const asked = url.searchParams.get('lang') ?? undefined
  const language = choosePageLanguage(asked, c.req.header('Accept-Language'))
  url.searchParams.delete('lang')
  c.header('Vary', 'Accept, Accept-Language', { append: true })
  c.header('Content-Language', language)
  c.header('Cache-Control', 'no-cache')
  return { language, here: `${url.pathname}${url.search}`, ...(asked !== undefined && { lang: language }) }
}

function readForm(c: Context): AskForm {
  const read = (name: string) => c.req.query(name) ?? ''
  return { q: read('q'), speaker: read('speaker'), kind: read('kind'), from: read('from'), to: read('to') }
}

/** A form sends what was left blank as empty. */
function dropEmpty(form: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== ''))
}

function inWords({ language }: PageContext, { code, detail }: Problem): string {
  const strings = stringsFor(language)
  return strings.problems[code] ?? (detail || strings.problem)
}

function findSurroundings(record: LecternRecord, { passage, span }: Citation): Surroundings {
  const quoted = { start: span.start - passage.start, end: span.end - passage.start }
  const turn = record.turns.findIndex((one) => containsSpan(one.span, span))
  const exchange = record.exchanges.find(({ replies }) => replies.includes(turn))
  return {
    passage: sliceSpan(record.text, passage),
    quoted,
    ...(exchange && { exchange: permalink(record.id, exchange.question) }),
  }
}

function readSpan(given: string | undefined): Span | undefined {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(given ?? '') ?? []
  return start !== undefined && end !== undefined ? { start: Number(start), end: Number(end) } : undefined
}
