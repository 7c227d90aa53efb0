import type { Abstention, Answer, FollowUp, Outcome, Searched } from '../answer/answer.ts'
import type { ViewContext } from './context.ts'
import { type Child, el, fill } from './dom.ts'
import { createQuote } from './quote-view.ts'
import { createRating } from './rating.ts'
import type { Strings } from './strings/strings.ts'

/** What was asked and what the records say to it, whole. */
export function createExchange(question: string, outcome: Outcome, context: ViewContext): HTMLElement {
  return el(
    'article',
    { class: 'exchange', part: 'exchange' },
    createAsked(question, context.strings),
    ...(outcome.kind === 'answer' ? describeAnswer(outcome, context) : describeAbstention(outcome, context)),
  )
}

/** The question, as the heading of what follows. */
export function createAsked(question: string, strings: Strings): HTMLElement {
  return el(
    'h3',
    { class: 'asked', part: 'question' },
    el('span', { class: 'label' }, strings.asked),
    ' ',
    el('bdi', {}, question),
  )
}

/** From when to when was searched. What is no date is not told: within a sentence it could turn the rest around. */
export function describeSearched({ from, to }: Pick<Searched, 'from' | 'to'>, strings: Strings): Child[] {
  if (!isDate(from) || !isDate(to)) return []
  return [strings.listComma, el('span', { class: 'dates' }, strings.dates(from, to))]
}

// ---------------------------------------------------------------------------

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}(?:-\d\d){0,2}$/u.test(text)
}

function describeAnswer({ quotes, followUps, searched }: Answer, context: ViewContext): Child[] {
  const rating = el('div')
  context.whenRated(() => rating.append(createRating(context)))
  return [
    el('p', { class: 'lead' }, context.strings.answered(quotes.length)),
    ...quotes.map((quote) => createQuote(quote, context, 'quote')),
    rating,
    createFollowUps(followUps, context),
    createSearched(searched, context.strings),
  ]
}

function describeAbstention(outcome: Abstention, context: ViewContext): Child[] {
  const { strings } = context
  const { searched, nearest } = outcome
  return [
    el(
      'div',
      { class: 'declined', part: 'abstention' },
      el('p', { class: 'verdict' }, searched.records === 0 ? strings.noRecords : strings.noAnswer),
      searched.records > 0 && el('p', {}, ...giveReason(outcome, strings)),
      createSearched(searched, strings),
    ),
    nearest.length > 0 &&
      el(
        'section',
        { class: 'nearest', part: 'nearest' },
        el('h4', {}, strings.nearest),
        ...nearest.map((quote) => createQuote(quote, context, 'near')),
      ),
  ]
}

function giveReason({ missing, reason }: Abstention, strings: Strings): Child[] {
  if (missing.length === 0) return [strings.reasons[reason]]
  const [open, close] = strings.quotationMarks
  const words = missing.flatMap((word, at) => [at > 0 && strings.comma, open, el('bdi', {}, word), close])
  return fill(strings.missing, ...words)
}

function createFollowUps(followUps: readonly FollowUp[], { strings, ask }: ViewContext): Child {
  if (followUps.length === 0) return undefined
  const chips = followUps.map(({ question }) =>
    el(
      'li',
      {},
      el('button', { type: 'button', part: 'chip', dir: 'auto', onclick: () => ask(question) }, question),
    ),
  )
  return el(
    'div',
    { class: 'follow-ups', part: 'follow-ups' },
    el('h4', {}, strings.followUps),
    el('ul', { class: 'chips' }, ...chips),
  )
}

function createSearched(searched: Searched, strings: Strings): HTMLElement {
  const { records, passages } = searched
  return el(
    'p',
    { class: 'searched', part: 'searched' },
    strings.searched(records, passages),
    ...describeSearched(searched, strings),
  )
}
