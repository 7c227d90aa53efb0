import { citationStyles, citeAs } from '../answer/cite-as/cite-as.ts'
import type { CitedSource } from '../answer/cite-as/cited-source.ts'
import type { PageLanguage } from './language.ts'
import { stringsFor } from './strings/strings.ts'

export interface CitePanelProps {
  source: CitedSource
  /** What is cited, in words. */
  label: string
  /** Begins the ids of the texts; unique on the page. */
  id: string
  language: PageLanguage
  /** Defaults to `false`. */
  open?: boolean
}

/** The ways to cite a source, as text to select; a script adds buttons that copy it. */
export function CitePanel({ source, label, id, language, open = false }: CitePanelProps) {
  const { citationStyles: names, address } = stringsFor(language).reading
  return (
    <details class="cite" open={open} lang={language}>
      <summary>{label}</summary>
      {citationStyles.map((style) => (
        <Citation
          id={`${id}-${style}`}
          label={names[style]}
          text={citeAs(style, source)}
          textLanguage={style === 'bibtex' ? undefined : source.language}
          language={language}
        />
      ))}
      <Citation id={`${id}-address`} label={address} text={source.address} language={language} />
    </details>
  )
}

// ---------------------------------------------------------------------------

interface CitationProps {
  id: string
  label: string
  text: string
  textLanguage?: string | undefined
  language: PageLanguage
}

/** Code and addresses read from left to right, whatever they hold. */
function Citation({ id, label, text, textLanguage, language }: CitationProps) {
  const { copy, copied, selected } = stringsFor(language).reading
  return (
    <div class="form">
      <p class="label" id={`${id}-label`}>
        {label}
      </p>
      <button
        type="button"
        class="minor"
        hidden
        data-copy={id}
        data-copied={copied}
        data-selected={selected}
        aria-describedby={`${id}-label`}
      >
        {copy}
      </button>
      <pre id={id} lang={textLanguage} dir={textLanguage ? 'auto' : 'ltr'}>
        {text}
      </pre>
    </div>
  )
}
