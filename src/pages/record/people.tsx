import type { LecternRecord, Person } from '../../record/record.ts'
import { withLang } from '../layout.tsx'
import { hasSpeakerPage, speakerAddress } from '../speakers-page.tsx'
import { nameOf, type Reading } from './reading.ts'

/** Who replies or makes statements, with links to all that they say; who asks; who is there and says nothing. */
export function People({ reading }: { reading: Reading }) {
  const { speakers, askers, present } = findPeople(reading.record)
  if (speakers.length + askers.length + present.length === 0) return null
  const words = reading.strings.reading
  return (
    <dl class="facts">
      <Group reading={reading} term={words.speakers} people={speakers} linked />
      <Group reading={reading} term={words.askers} people={askers} />
      <Group reading={reading} term={words.present} people={present} />
    </dl>
  )
}

// ---------------------------------------------------------------------------

type Found = Record<'speakers' | 'askers' | 'present', Person[]>

/** In the order in which they first speak. */
function findPeople({ turns, people }: LecternRecord): Found {
  const speakers = new Map<string, Person>()
  const askers = new Map<string, Person>()
  for (const turn of turns) {
    const name = nameOf(turn)
    if (name === undefined) continue
    const { kind, role } = turn
    const named = kind === 'question' ? askers : speakers
    if (!named.get(name)?.role) named.set(name, { name, ...(role !== undefined && { role }) })
  }
  const present = people.filter(({ name }) => !speakers.has(name) && !askers.has(name))
  return { speakers: [...speakers.values()], askers: [...askers.values()], present }
}

interface GroupProps {
  reading: Reading
  term: string
  people: Person[]
  /** Whether they have pages of their own. */
  linked?: boolean
}

function Group({ reading: { lang, textLanguage }, term, people, linked = false }: GroupProps) {
  if (people.length === 0) return null
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <ul class="people" lang={textLanguage}>
          {people.map(({ name, role }) => (
            <li>
              {linked && hasSpeakerPage(name) ? (
                <a href={withLang(speakerAddress(name), lang)}>
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
              {role && ' '}
              {role && <bdi class="role">{role}</bdi>}
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
}
