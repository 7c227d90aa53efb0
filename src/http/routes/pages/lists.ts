import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { renderRecordsPage, type Year } from '../../../pages/records-page.tsx'
import { renderSpeakerPage } from '../../../pages/speaker-page.tsx'
import { renderSpeakersPage, speakerAddress } from '../../../pages/speakers-page.tsx'
import { stringsFor } from '../../../pages/strings/strings.ts'
import { toWellFormed } from '../../../pages/well-formed.ts'
import { findDates } from '../../../record/date-range.ts'
import type { LecternRecord } from '../../../record/record.ts'
import { acceptRecord } from '../../../search/lectern-index.ts'
import { fold } from '../../../text/fold.ts'
import { once } from '../../../text/once.ts'
import { newestFirst } from '../../chronology.ts'
import type { Served } from '../../context.ts'
import { inOrder, text, wholeNumber } from '../../fields.ts'
import { describeSpeaker } from '../../profile.ts'
import { filters, toFilters } from '../../request.ts'
import { speakerKey } from '../../speakers.ts'
import { readFields, respondNotice, toPageContext } from './context.ts'
import { toFaults } from './faults.ts'

/** `/records`, `/speakers` and `/speakers/:name`. */
export function mountLists(app: Hono, served: Served): void {
  mountRecordList(app, served)
  mountSpeakers(app, served)
}

// ---------------------------------------------------------------------------

/** How many records or turns stand on a page. */
const pageLength = 50

const page = once(() =>
  wholeNumber({
    min: 1,
    max: 1_000_000,
    message: '`page` must be a whole number from 1.',
  }).optional(),
)
const recordsSchema = once(() => {
  const { kind, from, to } = filters()
  return inOrder(z.object({ title: text('words of a title'), kind, from, to, page: page() }))
})

function mountRecordList(app: Hono, { lectern }: Served): void {
  const records = newestFirst(lectern.records)
  const titles = new Map(records.map((record) => [record, fold(record.title)]))
  const shown = {
    kinds: [...new Set(records.map((record) => record.kind))].sort(),
    years: countYears(records),
    dates: findDates(records),
    all: records.length,
  }

  app.get('/records', (c) => {
    const context = toPageContext(c)
    const given = readFields(c, ['title', 'kind', 'from', 'to', 'page'])
    const { title = '', kind = '', from = '', to = '' } = given
    const props = { ...context, ...shown, form: { title, kind, from, to } }
    const parsed = recordsSchema().safeParse(given)
    if (!parsed.success) {
      const faults = toFaults(parsed.error.issues, stringsFor(context.language))
      if (faults.page !== undefined) return respondNoPage(c)
      return c.html(renderRecordsPage({ ...props, faults, total: 0, records: [], page: 1, pages: 1 }), 400)
    }
    const { title: words = '', page: number = 1, ...rest } = parsed.data
    const wanted = fold(words).trim()
    const accepted = records.filter(
      (record) => acceptRecord(record, toFilters(rest)) && titles.get(record)?.includes(wanted),
    )
    const cut = cutPage(accepted, number)
    if (!cut) return respondNoPage(c)
    const { items, pages } = cut
    const listed = { faults: {}, total: accepted.length, records: items, page: number, pages }
    return c.html(renderRecordsPage({ ...props, ...listed }))
  })
}

function mountSpeakers(app: Hono, { lectern, speakers }: Served): void {
  const byKey = once(
    () => new Map(speakers().map((speaker) => [speakerKey(toWellFormed(speaker.name)), speaker])),
  )

  app.get('/speakers', (c) => c.html(renderSpeakersPage({ ...toPageContext(c), speakers: speakers() })))

  app.get('/speakers/:name', (c) => {
    const name = c.req.param('name')
    const speaker = byKey().get(speakerKey(name))
    if (!speaker) return respondNotice(c, { status: 404, code: 'speaker-unknown', detail: '' })
    if (toWellFormed(speaker.name) !== name)
      return c.redirect(`${speakerAddress(speaker.name)}${new URL(c.req.url).search}`)
    const given = page().safeParse(c.req.query('page'))
    const number = given.data ?? 1
    const profile = describeSpeaker(speaker, lectern.records)
    const cut = given.success && cutPage(profile.said, number)
    if (!cut) return respondNoPage(c)
    const { items: said, pages } = cut
    return c.html(renderSpeakerPage({ ...toPageContext(c), profile, said, page: number, pages }))
  })
}

/** The items of a page, from 1; undefined where there is no such page. An empty list has one, empty. */
function cutPage<Item>(items: readonly Item[], page: number): { items: Item[]; pages: number } | undefined {
  const pages = Math.max(1, Math.ceil(items.length / pageLength))
  if (page > pages) return undefined
  return { items: items.slice((page - 1) * pageLength, page * pageLength), pages }
}

function respondNoPage(c: Context) {
  return respondNotice(c, { status: 404, code: 'page-unknown', detail: '' })
}

function countYears(records: readonly LecternRecord[]): Year[] {
  const years = new Map<string, number>()
  for (const { date = '' } of records) years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + 1)
  return [...years].map(([year, count]) => ({ year, records: count }))
}
