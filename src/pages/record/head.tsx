import { CitePanel } from '../cite-panel.tsx'
import { Facts } from './facts.tsx'
import type { Reading } from './reading.ts'
import { Repairs } from './repairs.tsx'
import { toCitedSource } from './source.ts'
import { Words } from './words.tsx'

/** What a record is, before it speaks. */
export function RecordHead({ reading }: { reading: Reading }) {
  const { record, title, language, textLanguage, strings, cited } = reading
  return (
    <header class="record-head" lang={language}>
      <h1 lang={textLanguage} dir="auto">
        {title ? <Words reading={reading} span={title} /> : record.title}
      </h1>
      <p class="where">
        <span class="part">{strings.recordKinds[record.kind] ?? record.kind}</span>
        {record.publisher && (
          <bdi class="part" lang={textLanguage}>
            {record.publisher}
          </bdi>
        )}
        {record.date && (
          <time class="part" datetime={record.date}>
            {record.date}
          </time>
        )}
      </p>
      <Facts reading={reading} />
      <Repairs reading={reading} />
      {cited.kind !== 'words' && (
        <CitePanel
          source={toCitedSource(reading)}
          label={strings.reading.citeRecord}
          id="cite"
          language={language}
        />
      )}
      <button type="button" class="quiet" hidden data-print>
        {strings.reading.print}
      </button>
      <Contents reading={reading} />
    </header>
  )
}

// ---------------------------------------------------------------------------

/** Fewer sections than this are seen at once. */
const listedSections = 3

function Contents({ reading: { record, strings, textLanguage } }: { reading: Reading }) {
  const { sections } = record
  if (sections.length < listedSections) return null
  const top = Math.min(...sections.map(({ level }) => level))
  return (
    <nav class="contents" aria-labelledby="contents">
      <p class="label" id="contents">
        {strings.reading.contents}
      </p>
      <ol lang={textLanguage}>
        {sections.map(({ title, level }, section) => (
          <li class={level > top ? 'inner' : undefined}>
            <a href={`#s${section}`} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
