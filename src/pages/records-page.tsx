import type { LecternRecord } from '../record/record.ts'
import { DayField, type Faults, KindField, TextField } from './fields.tsx'
import { FiltersSet } from './filters-set.tsx'
import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { Pager, PagerLinks } from './pager.tsx'
import { RecordLine } from './record-line.tsx'
import { nameKind, stringsFor } from './strings/strings.ts'

/** What stands in the form, as it was sent. */
export interface RecordsForm {
  title: string
  kind: string
  from: string
  to: string
}

/** The records of a year; `''` where nothing tells the date. */
export interface Year {
  year: string
  records: number
}

export interface RecordsPageProps extends PageContext {
  form: RecordsForm
  faults: Faults
  kinds: readonly string[]
  /** All years, the latest first, whatever the filters. */
  years: readonly Year[]
  dates?: { from: string; to: string } | undefined
  /** How many records there are, and how many meet the filters. */
  all: number
  total: number
  /** Those on this page, newest first. */
  records: readonly LecternRecord[]
  page: number
  pages: number
}

/** All records by year, with filters. */
export function renderRecordsPage(props: RecordsPageProps) {
  const { language, form, faults, total, all, dates } = props
  const { nav, lists, asking } = stringsFor(language)
  const filters = listSet(props)
  const about = lists.about(all, dates ? asking.span(dates.from, dates.to) : '')
  const isFaulty = Object.keys(faults).length > 0
  return renderLayout({
    ...props,
    place: 'records',
    title: nav.records,
    description: about,
    // A filtered list says nothing that the whole one does not.
    hidden: isFaulty || filters.length > 0,
    canonical: addressOf(form, props.page),
    head: <PagerLinks {...pagerOf(props)} />,
    children: (
      <>
        <h1>{nav.records}</h1>
        <p class="intro">{about}</p>
        <RecordsFilter {...props} />
        <FiltersSet {...props} path="/records" params={{ ...form }} filters={filters} />
        {!isFaulty && filters.length > 0 && (
          <p class="note" role="status">
            {total === 0 ? lists.none : lists.total(total)}
          </p>
        )}
        <Years {...props} />
        <Pager {...pagerOf(props)} />
      </>
    ),
  })
}

// ---------------------------------------------------------------------------

function RecordsFilter({ form, faults, kinds, years, language, lang }: RecordsPageProps) {
  const strings = stringsFor(language)
  const dated = years.filter(({ year }) => year !== '')
  return (
    <search>
      {dated.length > 1 && (
        <ul class="years" aria-label={strings.lists.years}>
          {dated.map(({ year, records }) => (
            <li>
              <a href={withLang(addressOf({ ...form, from: `${year}-01-01`, to: `${year}-12-31` }, 1), lang)}>
                {year}
              </a>{' '}
              <span class="note number">{records}</span>
            </li>
          ))}
        </ul>
      )}
      <form class="ask" action="/records" method="get">
        {lang && <input type="hidden" name="lang" value={lang} />}
        <details open={Object.keys(faults).length > 0}>
          <summary>{strings.filters}</summary>
          <div class="filters">
            <TextField name="title" label={strings.lists.title} value={form.title} faults={faults} />
            <KindField name="kind" label={strings.kind} value={form.kind} {...{ kinds, faults, strings }} />
            <DayField name="from" label={strings.from} value={form.from} faults={faults} />
            <DayField name="to" label={strings.to} value={form.to} faults={faults} />
            <button type="submit">{strings.lists.apply}</button>
          </div>
        </details>
      </form>
    </search>
  )
}

/** The records of this page under their years. */
function Years({ records, language, lang }: RecordsPageProps) {
  const byYear = new Map<string, LecternRecord[]>()
  for (const record of records) {
    const year = record.date?.slice(0, 4) ?? ''
    byYear.set(year, [...(byYear.get(year) ?? []), record])
  }
  return (
    <>
      {[...byYear].map(([year, ofYear]) => (
        <section aria-labelledby={`y${year}`}>
          <h2 id={`y${year}`}>{year || stringsFor(language).lists.undated}</h2>
          <ul class="entries">
            {ofYear.map((record) => (
              <RecordLine record={record} language={language} {...(lang && { lang })} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function listSet({ form: { title, kind, from, to }, language }: RecordsPageProps) {
  const strings = stringsFor(language)
  return [
    { name: 'title', label: strings.lists.title, shown: title },
    { name: 'kind', label: strings.kind, shown: nameKind(kind, strings) ?? kind },
    { name: 'from', label: strings.from, shown: from },
    { name: 'to', label: strings.to, shown: to },
  ].filter(({ shown }) => shown !== '')
}

function pagerOf(props: RecordsPageProps) {
  return { ...props, addressOf: (page: number) => addressOf(props.form, page) }
}

function addressOf(form: RecordsForm, page: number): string {
  const query = new URLSearchParams(Object.entries(form).filter(([, value]) => value !== ''))
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/records?${query}` : '/records'
}
