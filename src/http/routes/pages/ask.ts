import type { Context, Hono } from 'hono'
import type { Citation, Quote } from '../../../answer/answer.ts'
import { permalink, toReadLink } from '../../../answer/permalink.ts'
import { executionOf } from '../../../behind/execution.ts'
import { renderAskPage } from '../../../pages/ask-page.tsx'
import { languageOf } from '../../../pages/language.ts'
import type { AskForm } from '../../../pages/question-form.tsx'
import type { Surroundings } from '../../../pages/quote.tsx'
import { stringsFor } from '../../../pages/strings/strings.ts'
import { findDates } from '../../../record/date-range.ts'
import type { LecternRecord } from '../../../record/record.ts'
import { once } from '../../../text/once.ts'
import { containsSpan, sliceSpan } from '../../../text/span.ts'
import { newestFirst } from '../../chronology.ts'
import type { Served } from '../../context.ts'
import { describeRequest } from '../../describe-request.ts'
import { toProblem } from '../../problem.ts'
import { askQuerySchema, toAskRequest } from '../../request.ts'
import { inWords, readFields, toPageContext } from './context.ts'
import { toFaults } from './faults.ts'

/** `/`: the question and its outcome. */
export function mountAskPage(app: Hono, served: Served): void {
  const { lectern, tellAsked } = served
  const prepared = once(() => prepare(served))

  app.get('/', async (c) => {
    const context = toPageContext(c)
    const shown = prepared()
    const form = readForm(c)
    const sourceOf = ({ text, citation }: Quote) => ({
      ...citation,
      text,
      address: context.site + toReadLink(citation),
      accessed: served.today(),
    })
    const props = { ...context, ...shown, sourceOf, form, faults: {} }
    if (c.req.query('q') === undefined) return c.html(renderAskPage(props))
    const given = askQuerySchema().safeParse(readFields(c, ['q', 'speaker', 'kind', 'from', 'to', 'limit']))
    if (!given.success) {
      const { limit: problem, ...faults } = toFaults(given.error.issues, stringsFor(context.language))
      return c.html(renderAskPage({ ...props, faults, ...(problem && { problem }) }), 400)
    }
    const { q, limit, explain: _, ...filters } = given.data
    try {
      const outcome = await lectern.ask(toAskRequest(q, { limit, filters }))
      tellAsked({ platform: 'page', question: () => q, outcome, request: describeRequest(c) }, executionOf(c))
      return c.html(renderAskPage({ ...props, outcome }))
    } catch (error) {
      const problem = toProblem(error)
      if (problem.status >= 500) throw error
      return c.html(renderAskPage({ ...props, problem: inWords(context, problem) }), problem.status)
    }
  })
}

// ---------------------------------------------------------------------------

/** How many records the page shows to who has asked nothing. */
const latest = 5

function prepare({ lectern: { records }, speakers }: Served) {
  const byId = new Map(records.map((record) => [record.id, record]))
  return {
    scope: {
      records: records.length,
      dates: findDates(records),
      latest: newestFirst(records).slice(0, latest),
    },
    speakers: speakers(),
    kinds: [...new Set(records.map(({ kind }) => kind))].sort(),
    languageAt(url: string) {
      const [, id = ''] = /^\/r\/([^?#]*)/u.exec(url) ?? []
      const record = byId.get(decodeURIComponent(id))
      return record && languageOf(record)
    },
    surroundingsOf(citation: Citation) {
      const record = byId.get(citation.record)
      return record && findSurroundings(record, citation)
    },
  }
}

function readForm(c: Context): AskForm {
  const fields = readFields(c, ['speaker', 'kind', 'from', 'to'])
  const read = (name: string) => fields[name] ?? ''
  return {
    q: c.req.query('q') ?? '',
    speaker: read('speaker'),
    kind: read('kind'),
    from: read('from'),
    to: read('to'),
  }
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
