import type { Citation, Quote } from '../answer/answer.ts'
import { toReadLink } from '../answer/permalink.ts'
import type { Span } from '../text/span.ts'
import type { PageLanguage } from './language.ts'
import { withLang } from './layout.tsx'
import { Marked } from './marked.tsx'
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
}

export interface QuoteProps extends Shown {
  quote: Quote
  language: PageLanguage
  lang?: PageLanguage
}

/** A quote with its source, and the question that it replies to above it. */
export function QuoteBlock(props: QuoteProps) {
  const { quote, language, surroundingsOf } = props
  const strings = stringsFor(language)
  const { text, highlights, citation, clipped } = quote
  const textLanguage = citation.language
  const around = surroundingsOf(citation)
  return (
    <article class="quote">
      {citation.question && (
        <p class="replied" lang={textLanguage} dir="auto">
          <span class="label" lang={language}>
            {strings.repliedTo}
            {citation.question.asker && ` · ${citation.question.asker}`}
          </span>{' '}
          {citation.question.text}
        </p>
      )}
      {clipped?.before && (
        <Beside label={strings.clippedBefore} text={clipped.before} {...{ language, textLanguage }} />
      )}
      <blockquote cite={safeLink(citation.source)} lang={textLanguage} dir="auto">
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
          <p lang={textLanguage} dir="auto">
            <Marked text={around.passage} spans={[around.quoted]} />
          </p>
        </details>
      )}
      <QuoteSource {...props} />
    </article>
  )
}

/** An address that a link may lead to: http or https only. */
export function safeLink(source: string | undefined): string | undefined {
  return source !== undefined && /^https?:\/\//iu.test(source) ? source : undefined
}

// ---------------------------------------------------------------------------

/** Who said it, in which record, and where to read it and the same words elsewhere. */
function QuoteSource({ quote, language, lang, surroundingsOf }: QuoteProps) {
  const strings = stringsFor(language)
  const { citation, alsoIn } = quote
  const textLanguage = citation.language
  const source = safeLink(citation.source)
  const exchange = surroundingsOf(citation)?.exchange
  return (
    <footer>
      {citation.speaker && (
        <p class="who" lang={textLanguage}>
          <b>{citation.speaker.name}</b>
          {citation.speaker.role && <span class="role">{citation.speaker.role}</span>}
        </p>
      )}
      <p class="where">
        <CitedRecord citation={citation} textLanguage={textLanguage} />
      </p>
      <p class="links">
        <a href={withLang(toReadLink(citation), lang)}>{strings.permalink}</a>
        {exchange && <a href={withLang(exchange, lang)}>{strings.exchange}</a>}
        {source && (
          <a href={source} rel="noopener noreferrer external">
            {strings.source}
          </a>
        )}
      </p>
      {alsoIn.length > 0 && (
        <div class="also">
          <p class="label">{strings.alsoIn}</p>
          <ul>
            {alsoIn.map((other) => (
              <li>
                <a href={withLang(toReadLink(other), lang)}>
                  <CitedRecord citation={other} textLanguage={other.language} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </footer>
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
    <p class="beside" lang={textLanguage} dir="auto">
      <span class="label" lang={language}>
        {label}
      </span>{' '}
      {text}
    </p>
  )
}

function CitedRecord({ citation, textLanguage }: { citation: Citation; textLanguage: string | undefined }) {
  const { title, section, publisher, date } = citation
  return (
    <>
      <cite lang={textLanguage}>{title}</cite>
      {section && section !== title && (
        <span class="part" lang={textLanguage}>
          {section}
        </span>
      )}
      {publisher && (
        <span class="part" lang={textLanguage}>
          {publisher}
        </span>
      )}
      {date && (
        <time class="part" datetime={date}>
          {date}
        </time>
      )}
    </>
  )
}
