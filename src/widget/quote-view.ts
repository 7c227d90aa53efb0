import type { Citation, Quote } from '../answer/answer.ts'
import { type Span, splitBySpans } from '../text/span.ts'
import { toWebAddress } from '../text/web-address.ts'
import { toReadAddress } from './address.ts'
import type { ViewContext } from './context.ts'
import { createCopyButton } from './copy-quote.ts'
import { type Child, el } from './dom.ts'
import { foldLong } from './fold-long.ts'

/** A quote with its source; `near` for the nearest passages, which answer nothing and are not set as an answer. */
export function createQuote(quote: Quote, context: ViewContext, kind: 'quote' | 'near'): HTMLElement {
  const { text, highlights, citation, clipped } = quote
  const { strings } = context
  const block = el(
    'blockquote',
    { part: 'quote', lang: citation.language, dir: 'auto', cite: toWebAddress(citation.source) },
    el('p', {}, ...mark(text, highlights)),
  )
  return el(
    'figure',
    { class: kind, part: kind === 'quote' ? 'answer-quote' : 'nearest-quote' },
    createReplied(citation, context),
    createSpeaker(citation),
    createBeside(strings.before, clipped?.before, citation.language),
    ...foldLong(block, text, strings),
    createBeside(strings.after, clipped?.after, citation.language),
    el(
      'figcaption',
      { part: 'citation' },
      el('p', { class: 'where' }, ...describeRecord(citation)),
      createLinks(quote, context),
      createAlsoIn(quote, context),
    ),
  )
}

// ---------------------------------------------------------------------------

function mark(text: string, spans: readonly Span[]): Child[] {
  return splitBySpans(text, spans).map(({ words, inside }) =>
    inside ? el('mark', { part: 'mark' }, words) : words,
  )
}

function createReplied({ question, language }: Citation, { strings }: ViewContext): Child {
  return (
    question &&
    el(
      'p',
      { class: 'replied', part: 'replied' },
      el('span', { class: 'label' }, strings.repliedTo, question.asker !== undefined && ' · '),
      question.asker !== undefined && el('bdi', { class: 'label', lang: language }, question.asker),
      ' ',
      el('bdi', { class: 'said', lang: language }, question.text),
    )
  )
}

/** A sentence beside the quote, without which it would say something else. */
function createBeside(label: string, text: string | undefined, language: string | undefined): Child {
  return (
    text !== undefined &&
    el(
      'p',
      { class: 'beside', part: 'beside' },
      el('span', { class: 'label' }, label),
      ' ',
      el('bdi', { lang: language }, text),
    )
  )
}

function createSpeaker({ speaker, language }: Citation): Child {
  return (
    speaker &&
    el(
      'p',
      { class: 'who', part: 'speaker' },
      el('bdi', { class: 'name', lang: language }, speaker.name),
      speaker.role !== undefined && ' ',
      speaker.role !== undefined && el('bdi', { class: 'role', lang: language }, speaker.role),
    )
  )
}

function describeRecord({ title, section, publisher, date, language }: Citation): Child[] {
  return [
    el('cite', { class: 'part' }, el('bdi', { lang: language }, title)),
    section !== undefined && section !== title && createPart(section, language),
    publisher !== undefined && createPart(publisher, language),
    date !== undefined && el('span', { class: 'part' }, el('time', { datetime: date }, date)),
  ]
}

function createPart(text: string, language: string | undefined): HTMLElement {
  return el('span', { class: 'part' }, el('bdi', { lang: language }, text))
}

function createLinks(quote: Quote, context: ViewContext): HTMLElement {
  const { strings, base, language } = context
  const read = toReadAddress(quote.citation, base, language)
  const source = toWebAddress(quote.citation.source)
  return el(
    'p',
    { class: 'links' },
    read !== undefined && el('a', { class: 'read', part: 'read', href: read }, strings.read),
    source !== undefined &&
      el('a', { part: 'source', href: source, rel: 'noopener noreferrer external' }, strings.source),
    createCopyButton(quote, context),
  )
}

function createAlsoIn({ alsoIn }: Quote, { strings, base, language }: ViewContext): Child {
  if (alsoIn.length === 0) return undefined
  const places = alsoIn.map((citation) => {
    const href = toReadAddress(citation, base, language)
    const record = describeRecord(citation)
    return el(
      'li',
      {},
      href === undefined ? el('span', {}, ...record) : el('a', { class: 'read', href }, ...record),
    )
  })
  return el('div', { class: 'also' }, el('p', { class: 'label' }, strings.alsoIn), el('ul', {}, ...places))
}
