import type { FollowUp, Outcome, Searched } from '../answer/answer.ts'
import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { QuoteBlock } from './quote.tsx'
import { type PageLanguage, type Strings, stringsFor } from './strings.ts'

/** What stands in the form, as it was sent. */
export interface AskForm {
  q: string
  speaker: string
  kind: string
  from: string
  to: string
}

export interface AskPageProps extends PageContext {
  form: AskForm
  /** Names that can be filtered by. */
  speakers: readonly string[]
  kinds: readonly string[]
  outcome?: Outcome
  /** In words: why there is no outcome. */
  problem?: string
  languageOf(record: string): string | undefined
}

/** The page to ask on, with the outcome when something was asked. */
export function renderAskPage(props: AskPageProps) {
  const { form, outcome, problem, language } = props
  const strings = stringsFor(language)
  return renderLayout({
    ...props,
    ...(form.q.trim() !== '' && { title: form.q.trim().slice(0, 80) }),
    children: (
      <>
        <h1>{strings.tagline}</h1>
        {!outcome && !problem && <p class="intro">{strings.intro}</p>}
        <QuestionForm {...props} />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {outcome?.kind === 'answer' && (
          <section class="answer" aria-labelledby="outcome">
            <h2 id="outcome">{strings.answer}</h2>
            <p class="note">{strings.quotesFound(outcome.quotes.length)}</p>
            {outcome.quotes.map((quote) => (
              <QuoteBlock {...props} quote={quote} />
            ))}
            <FollowUps followUps={outcome.followUps} {...props} />
            <SearchedNote searched={outcome.searched} strings={strings} />
          </section>
        )}
        {outcome?.kind === 'abstention' && <Declined {...props} outcome={outcome} />}
      </>
    ),
  })
}

// ---------------------------------------------------------------------------

function QuestionForm({ form, speakers, kinds, language, lang }: AskPageProps) {
  const strings = stringsFor(language)
  const filtered = [form.speaker, form.kind, form.from, form.to].some((value) => value !== '')
  return (
    <search>
      <form class="ask" action="/" method="get">
        {lang && <input type="hidden" name="lang" value={lang} />}
        <label for="q">{strings.question}</label>
        <div class="line">
          <input
            id="q"
            name="q"
            type="search"
            dir="auto"
            value={form.q}
            placeholder={strings.placeholder}
            autocomplete="off"
            required
          />
          <button type="submit">{strings.ask}</button>
        </div>
        <details open={filtered}>
          <summary>{strings.filters}</summary>
          <div class="filters">
            <label>
              {strings.speaker}
              <input name="speaker" list="speakers" value={form.speaker} autocomplete="off" />
            </label>
            <datalist id="speakers">
              {speakers.map((name) => (
                <option value={name} />
              ))}
            </datalist>
            <div>
              <label for="kind">{strings.kind}</label>
              <KindSelect kinds={kinds} chosen={form.kind} strings={strings} />
            </div>
            <label>
              {strings.from}
              <input name="from" type="date" value={form.from} />
            </label>
            <label>
              {strings.to}
              <input name="to" type="date" value={form.to} />
            </label>
          </div>
        </details>
      </form>
    </search>
  )
}

function KindSelect({
  kinds,
  chosen,
  strings,
}: {
  kinds: readonly string[]
  chosen: string
  strings: Strings
}) {
  return (
    <select id="kind" name="kind">
      <option value="">{strings.any}</option>
      {kinds.map((kind) => (
        <option value={kind} selected={kind === chosen}>
          {strings.recordKinds[kind] ?? kind}
        </option>
      ))}
    </select>
  )
}

interface DeclinedProps {
  outcome: Extract<Outcome, { kind: 'abstention' }>
  language: PageLanguage
  lang?: PageLanguage
  languageOf(record: string): string | undefined
}

function Declined({ outcome, ...context }: DeclinedProps) {
  const strings = stringsFor(context.language)
  return (
    <section class="abstention" aria-labelledby="outcome">
      <h2 id="outcome">{strings.noAnswer}</h2>
      <p>{outcome.missing.length > 0 ? strings.missing(outcome.missing) : strings.reasons[outcome.reason]}</p>
      <SearchedNote searched={outcome.searched} strings={strings} />
      {outcome.nearest.length > 0 && (
        <section class="nearest" aria-labelledby="nearest">
          <h3 id="nearest">{strings.nearest}</h3>
          {outcome.nearest.map((quote) => (
            <QuoteBlock {...context} quote={quote} />
          ))}
        </section>
      )}
    </section>
  )
}

function FollowUps({ followUps, form, language, lang }: AskPageProps & { followUps: FollowUp[] }) {
  if (followUps.length === 0) return null
  const filters = Object.entries(form).filter(([name, value]) => name !== 'q' && value !== '')
  return (
    <nav class="follow-ups" aria-labelledby="follow-ups">
      <h3 id="follow-ups">{stringsFor(language).followUps}</h3>
      <ul>
        {followUps.map(({ question }) => (
          <li>
            <a href={withLang(`/?${new URLSearchParams([['q', question], ...filters])}`, lang)} dir="auto">
              {question}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SearchedNote({ searched, strings }: { searched: Searched; strings: Strings }) {
  const { records, passages, from, to } = searched
  return (
    <p class="note">
      {strings.searched(records, passages)}
      {from && to && (
        <>
          {' '}
          · <span class="dates">{strings.dates(from, to)}</span>
        </>
      )}
    </p>
  )
}
