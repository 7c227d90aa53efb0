import type { Child } from 'hono/jsx'
import type { LecternRecord, Person } from '../../record/record.ts'
import { withLang } from '../layout.tsx'
import { safeLink } from '../quote.tsx'
import { extentOf, type Reading, shortVersion } from './reading.ts'

/** Who speaks, how much, in what language, from where, and in which version. */
export function Facts({ reading }: { reading: Reading }) {
  const { record, strings, language, forms } = reading
  const { reading: words } = strings
  const { speakers, askers, present } = findPeople(record)
  const source = safeLink(record.source)
  const formLinks = [
    ['Markdown', forms.markdown],
    ['JSON', forms.json],
  ] as const
  return (
    <dl class="facts">
      <Fact term={words.speakers}>{listPeople(reading, speakers, true)}</Fact>
      <Fact term={words.askers}>{listPeople(reading, askers)}</Fact>
      <Fact term={words.present}>{listPeople(reading, present)}</Fact>
      <Fact term={words.extent}>{extentOf(reading)}</Fact>
      <Fact term={words.language}>
        {record.language !== 'und' && languageName(record.language, language)}
      </Fact>
      <Fact term={strings.source}>
        {source && (
          <a href={source} rel="noopener noreferrer external" dir="ltr">
            {hostOf(source)}
          </a>
        )}
      </Fact>
      <Fact term={words.version}>
        <Version version={record.version} note={words.versionNote} />
      </Fact>
      <Fact term={words.formats}>
        {formLinks.map(
          ([name, href]) =>
            href && (
              <a class="part" href={href} rel="alternate">
                {name}
              </a>
            ),
        )}
      </Fact>
    </dl>
  )
}

// ---------------------------------------------------------------------------

function Fact({ term, children }: { term: string; children?: Child }) {
  const isEmpty = !children || (Array.isArray(children) && children.every((child) => !child))
  if (isEmpty) return null
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

interface People {
  /** Who replies or makes statements. */
  speakers: Person[]
  askers: Person[]
  /** Who is present and says nothing. */
  present: Person[]
}

function findPeople({ turns, people }: LecternRecord): People {
  const speakers = new Map<string, Person>()
  const askers = new Map<string, Person>()
  for (const { kind, speaker: name, role } of turns) {
    if (name === undefined) continue
    const named = kind === 'question' ? askers : speakers
    const known = named.get(name)
    if (!known?.role) named.set(name, { name, ...(role !== undefined && { role }) })
  }
  const present = people.filter(({ name }) => !speakers.has(name) && !askers.has(name))
  return { speakers: [...speakers.values()], askers: [...askers.values()], present }
}

function listPeople({ textLanguage, lang }: Reading, people: Person[], linked = false): Child {
  if (people.length === 0) return null
  return (
    <ul class="people" lang={textLanguage}>
      {people.map(({ name, role }) => (
        <li>
          {linked ? (
            <a href={withLang(`/speakers/${encodeURIComponent(name)}`, lang)}>
              <bdi>{name}</bdi>
            </a>
          ) : (
            <bdi>{name}</bdi>
          )}
          {role && <bdi class="role">{role}</bdi>}
        </li>
      ))}
    </ul>
  )
}

function Version({ version, note }: { version: string; note: string }) {
  return (
    <details class="version">
      <summary>
        <code title={version}>{shortVersion(version)}</code>
      </summary>
      <p>
        <code>{version}</code>
      </p>
      <p class="note">{note}</p>
    </details>
  )
}

/** What a language is called in another; the tag itself where nothing tells. */
function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

function hostOf(source: string): string {
  return URL.canParse(source) ? new URL(source).host : source
}
