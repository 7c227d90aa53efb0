import { nameLanguage } from '../language.ts'
import { nameKind } from '../strings/strings.ts'
import { People } from './people.tsx'
import { isInner, type Reading } from './reading.ts'
import { Tools } from './tools.tsx'
import { Words } from './words.tsx'

/** What a record is, before it speaks. */
export function RecordHead({ reading }: { reading: Reading }) {
  const { record, title, language, textLanguage } = reading
  return (
    <header class="record-head" lang={language}>
      <h1 lang={textLanguage} dir="auto">
        {title ? <Words reading={reading} span={title} /> : record.title}
      </h1>
      <Published reading={reading} />
      <People reading={reading} />
      <Tools reading={reading} />
      <Contents reading={reading} />
    </header>
  )
}

// ---------------------------------------------------------------------------

function Published({ reading }: { reading: Reading }) {
  const { record, language, textLanguage, strings } = reading
  return (
    <p class="where">
      <span class="part">{nameKind(record.kind, strings) ?? record.kind}</span>
      {record.publisher && (
        <span class="part">
          <bdi lang={textLanguage}>{record.publisher}</bdi>
        </span>
      )}
      {record.date && (
        <time class="part" datetime={record.date}>
          {record.date}
        </time>
      )}
      {textLanguage && <span class="part">{nameLanguage(textLanguage, language)}</span>}
      <span class="part">{strings.reading.turns(record.turns.length)}</span>
    </p>
  )
}

/** Fewer sections than this are seen at once. */
const listedSections = 3

function Contents({ reading: { record, strings, textLanguage } }: { reading: Reading }) {
  const { sections } = record
  if (sections.length < listedSections) return null
  return (
    <nav class="contents" aria-labelledby="contents">
      <p class="label" id="contents">
        {strings.reading.contents}
      </p>
      <ol lang={textLanguage}>
        {sections.map(({ title }, section) => (
          <li class={isInner(record, section) ? 'inner' : undefined}>
            <a href={`#s${section}`} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
