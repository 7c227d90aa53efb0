import { toWebAddress } from '../../text/web-address.ts'
import { CitePanel } from '../cite-panel.tsx'
import { type Reading, shortVersion } from './reading.ts'
import { Repairs } from './repairs.tsx'
import { toCitedSource } from './source.ts'

/** What can be done with a record: cite it, see what was repaired and which version it is, have it in other forms. */
export function Tools({ reading }: { reading: Reading }) {
  const { record, strings, language, forms, cited } = reading
  const { reading: words, source: sourceLabel } = strings
  const source = toWebAddress(record.source)
  return (
    <div class="tools">
      {cited.kind !== 'words' && (
        <CitePanel source={toCitedSource(reading)} label={words.citeRecord} id="cite" language={language} />
      )}
      <Repairs reading={reading} />
      <Version reading={reading} />
      {source && (
        <a href={source} rel="noopener noreferrer external">
          {sourceLabel}
        </a>
      )}
      {forms.markdown && (
        <a href={forms.markdown} rel="alternate" type="text/markdown">
          Markdown
        </a>
      )}
      {forms.json && (
        <a href={forms.json} rel="alternate" type="application/json">
          JSON
        </a>
      )}
      <button type="button" class="minor" hidden data-print>
        {words.print}
      </button>
    </div>
  )
}

// ---------------------------------------------------------------------------

function Version({ reading: { record, strings } }: { reading: Reading }) {
  const { version, versionNote } = strings.reading
  return (
    <details class="version">
      <summary>
        {version} <code title={record.version}>{shortVersion(record.version)}</code>
      </summary>
      <p>
        <code>{record.version}</code>
      </p>
      <p class="note">{versionNote}</p>
    </details>
  )
}
