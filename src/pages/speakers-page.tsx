import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { stringsFor } from './strings/strings.ts'
import { toWellFormed } from './well-formed.ts'

/** Someone who can be quoted. */
export interface ListedSpeaker {
  name: string
  role?: string
  /** How many turns. */
  turns: number
  /** Ids of the records. */
  records: readonly string[]
}

export interface SpeakersPageProps extends PageContext {
  /** By descending number of turns. */
  speakers: readonly ListedSpeaker[]
}

/** Who can be quoted. */
export function renderSpeakersPage(props: SpeakersPageProps) {
  const { speakers, language, lang } = props
  const { nav, lists } = stringsFor(language)
  const about = speakers.length === 0 ? lists.noSpeakers : lists.speakers(speakers.length)
  return renderLayout({
    ...props,
    place: 'speakers',
    title: nav.speakers,
    description: about,
    canonical: '/speakers',
    children: (
      <>
        <h1>{nav.speakers}</h1>
        <p class="intro">{about}</p>
        {speakers.length > indexed && <NameIndex {...props} />}
        <ul class="entries speakers">
          {speakers.map(({ name, role, turns, records }, at) => (
            <li class="entry" id={`s${at}`}>
              <div>
                {hasSpeakerPage(name) ? (
                  <a class="title" href={withLang(speakerAddress(name), lang)}>
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi class="title">{name}</bdi>
                )}
                {role && ' '}
                {role && <bdi class="role">{role}</bdi>}
              </div>
              <p class="note parts number">
                <span class="part">{lists.turns(turns)}</span>
                <span class="part">{lists.records(records.length)}</span>
              </p>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

/** Whether someone can have a page: a path of dots leads elsewhere, percent-encoded or not. */
export function hasSpeakerPage(name: string): boolean {
  return !/^\.{1,2}$/.test(name)
}

/** Where everything that someone said is listed. */
export function speakerAddress(name: string): string {
  return `/speakers/${encodeURIComponent(toWellFormed(name))}`
}

// ---------------------------------------------------------------------------

/** A list longer than this gets an index by name. */
const indexed = 30

/** The same names in the order of the language, each leading to its place in the list. */
function NameIndex({ speakers, language }: SpeakersPageProps) {
  const { compare } = new Intl.Collator(language)
  const names = speakers.map(({ name }, at) => ({ name, at })).sort((a, b) => compare(a.name, b.name))
  return (
    <details class="index">
      <summary>{stringsFor(language).lists.byName}</summary>
      <ul>
        {names.map(({ name, at }) => (
          <li>
            <a href={`#s${at}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
