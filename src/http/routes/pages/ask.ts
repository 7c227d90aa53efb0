import type { Context, Hono } from 'hono'
import type { Citation } from '../../../answer/answer.ts'
import { permalink } from '../../../answer/permalink.ts'
import { renderAskPage } from '../../../pages/ask-page.tsx'
import type { AskForm } from '../../../pages/question-form.tsx'
import type { Surroundings } from '../../../pages/quote.tsx'
import type { LecternRecord } from '../../../record/record.ts'
import { containsSpan, sliceSpan } from '../../../text/span.ts'
import type { Served } from '../../context.ts'
import { type Problem, toProblem } from '../../problem.ts'
import { askQuerySchema, toAskRequest } from '../../request.ts'
import { listSpeakers } from '../../speakers.ts'
import { toInvalidProblem } from '../../validation.ts'
import { inWords, toPageContext } from './context.ts'

/** `/`: the question and its outcome. */
export function mountAskPage(app: Hono, { lectern, metrics }: Served): void {
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
}

// ---------------------------------------------------------------------------

function readForm(c: Context): AskForm {
  const read = (name: string) => c.req.query(name) ?? ''
  return { q: read('q'), speaker: read('speaker'), kind: read('kind'), from: read('from'), to: read('to') }
}

/** A form sends what was left blank as empty. */
function dropEmpty(form: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== ''))
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
