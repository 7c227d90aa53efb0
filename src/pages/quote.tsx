import type { Citation, Quote } from '../answer/answer.ts'
import type { CitedSource } from '../answer/cite-as/cited-source.ts'
import type { Span } from '../text/span.ts'
import { toWebAddress } from '../text/web-address.ts'
import { CitePanel } from './cite-panel.tsx'
import type { PageLanguage } from './language.ts'
import { Marked } from './marked.tsx'
import { QuoteSource } from './quote-source.tsx'
import { stringsFor } from './strings/strings.ts'

/** What stands around a quote in its record. */
export interface Surroundings {
  /** Text of the passage. */
  passage: string
  /** The quote in `passage`. */
  quoted: Span
  /** Where the question that the quote replies to stands, with its replies. */
  exchange?: string
}

/** What a quote is shown with that it does not hold itself. */
export interface Shown {
  surroundingsOf(citation: Citation): Surroundings | undefined
  /** What the quote is cited as. */
  sourceOf(quote: Quote): CitedSource
}

export interface QuoteProps extends Shown {
  quote: Quote
  language: PageLanguage
  lang?: PageLanguage
}

/** A quote with its source, and the question that it replies to above it. */
export function QuoteBlock(props: QuoteProps) {
  const { quote, language, surroundingsOf, sourceOf } = props
  const strings = stringsFor(language)
  const { text, highlights, citation, clipped } = quote
  const textLanguage = citation.language
  const around = surroundingsOf(citation)
  return (
    <article class="quote">
      <Asked {...props} />
      <Speaker {...props} />
      {clipped?.before && (
        <Beside label={strings.clippedBefore} text={clipped.before} {...{ language, textLanguage }} />
      )}
      <blockquote cite={toWebAddress(citation.source)} lang={textLanguage} dir="auto">
        <p>
          <Marked text={text} spans={highlights} />
        </p>
      </blockquote>
      {clipped?.after && (
        <Beside label={strings.clippedAfter} text={clipped.after} {...{ language, textLanguage }} />
      )}
      {around && around.passage.length > text.length && (
        <details class="around">
          <summary>{strings.passage}</summary>
          <p class="set" lang={textLanguage} dir="auto">
            <Marked text={around.passage} spans={[around.quoted]} />
          </p>
        </details>
      )}
      <QuoteSource {...props} exchange={around?.exchange} />
      <CitePanel
        source={sourceOf(quote)}
        label={strings.reading.citeQuote}
        id={`cite-${encodeURIComponent(citation.record)}-${citation.span.start}`}
        language={language}
      />
    </article>
  )
}

// ---------------------------------------------------------------------------

/** The question that the quote replies to. */
function Asked({ quote: { citation }, language }: QuoteProps) {
  if (!citation.question) return null
  const { asker, text } = citation.question
  return (
    <p class="replied">
      <span class="label">
        {stringsFor(language).repliedTo}
        {asker && ' · '}
        {asker && <bdi lang={citation.language}>{asker}</bdi>}
      </span>{' '}
      <bdi lang={citation.language}>{text}</bdi>
    </p>
  )
}

/** Who said it, in what office. */
function Speaker({ quote: { citation } }: QuoteProps) {
  if (!citation.speaker) return null
  const { name, role } = citation.speaker
  return (
    <p class="who">
      <bdi class="speaker" lang={citation.language}>
        {name}
      </bdi>
      {role && ' '}
      {role && (
        <bdi class="role" lang={citation.language}>
          {role}
        </bdi>
      )}
    </p>
  )
}

interface BesideProps {
  label: string
  text: string
  language: PageLanguage
  textLanguage: string | undefined
}

/** A sentence beside the quote, without which it would say something else. */
function Beside({ label, text, language, textLanguage }: BesideProps) {
  return (
    <p class="beside">
      <span class="label" lang={language}>
        {label}
      </span>{' '}
      <bdi lang={textLanguage}>{text}</bdi>
    </p>
  )
}
