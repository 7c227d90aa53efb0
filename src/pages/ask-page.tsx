import type { Outcome } from '../answer/answer.ts'
import type { LecternRecord } from '../record/record.ts'
import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { describeOutcome, OutcomeBlock, type OutcomeProps } from './outcome.tsx'
import { type AskForm, QuestionForm, type QuestionFormProps } from './question-form.tsx'
import { RecordLine } from './record-line.tsx'
import { stringsFor } from './strings/strings.ts'

/** What can be asked, for who has asked nothing yet. */
export interface Scope {
  records: number
  /** Dates of the records, where any has one. */
  dates?: { from: string; to: string } | undefined
  latest: readonly LecternRecord[]
}

export interface AskPageProps extends PageContext, QuestionFormProps, Omit<OutcomeProps, 'outcome'> {
  form: AskForm
  scope: Scope
  outcome?: Outcome
  /** In words: what is wrong that stands in no field. */
  problem?: string
}

/** The page to ask on, with the outcome when something was asked. */
export function renderAskPage(props: AskPageProps) {
  const { form, faults, outcome, problem, language } = props
  const strings = stringsFor(language)
  const isAsked = outcome !== undefined || problem !== undefined || Object.keys(faults).length > 0
  const question = form.q.trim()
  return renderLayout({
    ...props,
    place: 'ask',
    hidden: isAsked,
    ...(!isAsked && { canonical: '/' }),
    ...(isAsked && question !== '' && { title: shorten(question) }),
    description: outcome ? describeOutcome(outcome, strings) : introduce(props),
    children: (
      <>
        {isAsked ? !outcome && <h1 class="unseen">{strings.problem}</h1> : <h1>{strings.tagline}</h1>}
        {!isAsked && <p class="intro">{introduce(props)}</p>}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <QuestionForm {...props} />
        {outcome && <OutcomeBlock {...props} outcome={outcome} />}
        {!isAsked && <Latest {...props} />}
      </>
    ),
  })
}

// ---------------------------------------------------------------------------

/** What this is and what it searches, in one breath. */
function introduce({ scope: { records, dates }, language }: AskPageProps): string {
  const { asking } = stringsFor(language)
  if (records === 0) return asking.noRecords
  return asking.about(records, dates ? asking.span(dates.from, dates.to) : '')
}

/** Enough of a question for the title of a window. */
function shorten(question: string): string {
  const signs = [...question]
  return signs.length > 80 ? `${signs.slice(0, 80).join('')}…` : question
}

function Latest({ scope: { latest, records }, ...context }: AskPageProps) {
  const { asking, lists } = stringsFor(context.language)
  if (latest.length === 0) return null
  return (
    <section class="latest" aria-labelledby="latest">
      <h2 id="latest">{asking.latest}</h2>
      <ul class="entries">
        {latest.map((record) => (
          <RecordLine {...context} record={record} />
        ))}
      </ul>
      {records > latest.length && (
        <p>
          <a href={withLang('/records', context.lang)}>{lists.all}</a>
        </p>
      )}
    </section>
  )
}
