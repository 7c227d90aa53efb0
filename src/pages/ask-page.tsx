import type { FollowUp, Outcome, Searched } from '../answer/answer.ts'
import type { PageLanguage } from './language.ts'
import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { type AskForm, QuestionForm } from './question-form.tsx'
import { QuoteBlock, type Shown } from './quote.tsx'
import { type Strings, stringsFor } from './strings/strings.ts'

export interface AskPageProps extends PageContext, Shown {
  form: AskForm
  /** Names that can be filtered by. */
  speakers: readonly string[]
  kinds: readonly string[]
  outcome?: Outcome
  /** In words: why there is no outcome. */
  problem?: string
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

interface DeclinedProps extends Shown {
  outcome: Extract<Outcome, { kind: 'abstention' }>
  language: PageLanguage
  lang?: PageLanguage
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
