import { recordPath } from '../answer/permalink.ts'
import type { LecternRecord } from '../record/record.ts'
import { languageOf, nameLanguage, type PageLanguage } from './language.ts'
import { withLang } from './layout.tsx'
import { nameKind, stringsFor } from './strings/strings.ts'

export interface RecordLineProps {
  record: LecternRecord
  language: PageLanguage
  lang?: PageLanguage
}

/** A record in a list: its date, its title as a link, and what it is. */
export function RecordLine({ record, language, lang }: RecordLineProps) {
  const strings = stringsFor(language)
  const { id, kind, title, publisher, turns } = record
  const textLanguage = languageOf(record)
  const spoken = turns.filter((turn) => turn.kind !== 'narration').length
  const foreign = nameForeign(textLanguage, language)
  return (
    <li class="entry">
      <RecordDate record={record} language={language} />
      <div>
        <a class="title" href={withLang(recordPath(id), lang)}>
          <bdi lang={textLanguage}>{title}</bdi>
        </a>
        <p class="note parts">
          <span class="part">{nameKind(kind, strings) ?? <bdi>{kind}</bdi>}</span>
          {publisher && (
            <span class="part">
              <bdi lang={textLanguage}>{publisher}</bdi>
            </span>
          )}
          {spoken > 0 && <span class="part number">{strings.lists.turns(spoken)}</span>}
          {foreign && <span class="part">{foreign}</span>}
        </p>
      </div>
    </li>
  )
}

/** The date of a record, or that nothing tells it. */
export function RecordDate({ record: { date }, language }: Omit<RecordLineProps, 'lang'>) {
  if (date !== undefined) return <time datetime={date}>{date}</time>
  return <span class="undated">{stringsFor(language).lists.undated}</span>
}

// ---------------------------------------------------------------------------

/** What `tag` is called in the language of the page, where it is another; both Chinese scripts count as one. */
function nameForeign(tag: string | undefined, language: PageLanguage): string | undefined {
  if (tag === undefined || tag.split('-')[0]?.toLowerCase() === language.split('-')[0]) return undefined
  return nameLanguage(tag, language)
}
