import type { Abstention, Answer, FollowUp, Outcome, Searched } from '../answer/answer.ts'
import type { PageLanguage } from './language.ts'
import { cardLength, withLang } from './layout.tsx'
import { type AskForm, outcomeAnchor } from './question-form.tsx'
import { QuoteBlock, type Shown } from './quote.tsx'
import { type Strings, stringsFor } from './strings/strings.ts'

export interface OutcomeProps<Kind extends Outcome = Outcome> extends Shown {
  outcome: Kind
  form: AskForm
  /** Language of the record that a permalink leads to; undefined when nothing tells. */
  languageAt(url: string): string | undefined
  language: PageLanguage
  lang?: PageLanguage
}

/** What the records say to a question, under a heading that takes the focus. */
export function OutcomeBlock({ outcome, ...context }: OutcomeProps) {
  return outcome.kind === 'answer' ? (
    <Answered {...context} outcome={outcome} />
  ) : (
    <Declined {...context} outcome={outcome} />
  )
}

/**
 * An outcome for a social card: the first quote when it is short enough to stand whole, else where it stands.
 * A quote is never cut, nor shown without the sentence that qualifies it.
 */
export function describeOutcome(outcome: Outcome, strings: Strings): string {
  const [quote] = outcome.kind === 'answer' ? outcome.quotes : []
  if (!quote) return strings.noAnswer
  const { speaker, title, date } = quote.citation
  if (!quote.clipped && quote.text.length <= cardLength) return quote.text
  return [speaker?.name, title, date].filter(Boolean).join(' · ')
}

// ---------------------------------------------------------------------------

/** Id that `outcomeAnchor` leads to. */
const outcomeId = outcomeAnchor.slice(1)

function Answered({ outcome: { quotes, followUps, searched }, ...context }: OutcomeProps<Answer>) {
  const strings = stringsFor(context.language)
  return (
    <section class="answer" aria-labelledby={outcomeId}>
      <OnPaper {...context} />
      <h1 id={outcomeId} tabindex={-1}>
        {strings.quotesFound(quotes.length)}
      </h1>
      {quotes.map((quote) => (
        <QuoteBlock {...context} quote={quote} />
      ))}
      <FollowUps {...context} followUps={followUps} />
      <SearchedNote searched={searched} strings={strings} />
    </section>
  )
}

function Declined({ outcome, ...context }: OutcomeProps<Abstention>) {
  const strings = stringsFor(context.language)
  const { nearest, searched } = outcome
  return (
    <section class="abstention" aria-labelledby={outcomeId}>
      <OnPaper {...context} />
      <div class="verdict">
        <h1 id={outcomeId} tabindex={-1}>
          {strings.noAnswer}
        </h1>
        <p>{explain(outcome, context.form, strings)}</p>
        {searched.records > 0 && <SearchedNote searched={searched} strings={strings} />}
      </div>
      {nearest.length > 0 && (
        <section class="nearest" aria-labelledby="nearest">
          <h2 id="nearest">{strings.nearest}</h2>
          {nearest.map((quote) => (
            <QuoteBlock {...context} quote={quote} />
          ))}
        </section>
      )}
    </section>
  )
}

/** The question in print, where there is no form to show it. */
function OnPaper({ form: { q }, language }: Omit<OutcomeProps, 'outcome'>) {
  return (
    <p class="on-paper">
      <span class="label">{stringsFor(language).question}</span> <bdi>{q}</bdi>
    </p>
  )
}

function explain({ searched, missing, reason }: Abstention, form: AskForm, strings: Strings): string {
  if (searched.records === 0) {
    return listFilters(form).length > 0 ? strings.asking.noneWithin : strings.asking.noRecords
  }
  return missing.length > 0 ? strings.missing(missing) : strings.reasons[reason]
}

function FollowUps({
  followUps,
  form,
  languageAt,
  language,
  lang,
}: Omit<OutcomeProps, 'outcome'> & { followUps: readonly FollowUp[] }) {
  if (followUps.length === 0) return null
  const filters = listFilters(form)
  return (
    <nav class="follow-ups" aria-labelledby="follow-ups">
      <h2 id="follow-ups">{stringsFor(language).followUps}</h2>
      <ul>
        {followUps.map(({ question, url }) => {
          const query = new URLSearchParams([['q', question], ...filters])
          return (
            <li>
              <a href={withLang(`/?${query}${outcomeAnchor}`, lang)} dir="auto" lang={languageAt(url)}>
                {question}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function listFilters(form: AskForm): [string, string][] {
  return Object.entries(form).filter(([name, value]) => name !== 'q' && value !== '')
}

function SearchedNote({ searched, strings }: { searched: Searched; strings: Strings }) {
  const { records, passages, from, to } = searched
  return (
    <p class="note parts searched">
      <span class="part">{strings.searched(records, passages)}</span>
      {from && to && <span class="part dates">{strings.dates(from, to)}</span>}
    </p>
  )
}
