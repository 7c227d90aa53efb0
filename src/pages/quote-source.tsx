import type { Citation, Quote } from '../answer/answer.ts'
import { toReadLink } from '../answer/permalink.ts'
import { toWebAddress } from '../text/web-address.ts'
import type { PageLanguage } from './language.ts'
import { withLang } from './layout.tsx'
import { stringsFor } from './strings/strings.ts'

export interface QuoteSourceProps {
  quote: Quote
  language: PageLanguage
  lang?: PageLanguage
  /** Where the question that the quote replies to stands, with its replies. */
  exchange?: string | undefined
}

/** In which record it stands, and where to read it and the same words elsewhere. */
export function QuoteSource({ quote, language, lang, exchange }: QuoteSourceProps) {
  const strings = stringsFor(language)
  const { citation, alsoIn } = quote
  const textLanguage = citation.language
  const source = toWebAddress(citation.source)
  return (
    <footer>
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

// ---------------------------------------------------------------------------

function CitedRecord({ citation, textLanguage }: { citation: Citation; textLanguage: string | undefined }) {
  const { title, section, publisher, date } = citation
  return (
    <>
      <cite class="part">
        <bdi lang={textLanguage}>{title}</bdi>
      </cite>
      {section && section !== title && (
        <span class="part">
          <bdi lang={textLanguage}>{section}</bdi>
        </span>
      )}
      {publisher && (
        <span class="part">
          <bdi lang={textLanguage}>{publisher}</bdi>
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
