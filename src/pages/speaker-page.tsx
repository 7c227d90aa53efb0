import { permalink, recordPath } from '../answer/permalink.ts'
import type { LecternRecord } from '../record/record.ts'
import { QuestionLine } from './fields.tsx'
import { languageOf } from './language.ts'
import { type PageContext, renderLayout, withLang } from './layout.tsx'
import { Pager, PagerLinks } from './pager.tsx'
import { outcomeAnchor } from './question-form.tsx'
import { RecordDate } from './record-line.tsx'
import { speakerAddress } from './speakers-page.tsx'
import { stringsFor } from './strings/strings.ts'

/** An office that records give to someone. */
export interface Office {
  role: string
  /** Language of the record. */
  language: string
  /** Earliest and latest date of such a record, where any has one. */
  from?: string
  to?: string
}

/** A turn of the speaker. */
export interface Said {
  record: LecternRecord
  /** Number of the turn. */
  turn: number
  /** The first sentence, whole. */
  sentence: string
  /** What it replies to, whole. */
  question?: string
}

/** Who someone is, and all that they say. */
export interface Profile {
  name: string
  /** The latest first. */
  offices: readonly Office[]
  /** Newest record first, in each in order of the text. */
  said: readonly Said[]
  /** How many records. */
  records: number
}

export interface SpeakerPageProps extends PageContext {
  profile: Profile
  /** The turns on this page. */
  said: readonly Said[]
  page: number
  pages: number
}

/** Everything that one speaker said, and a form to ask only them. */
export function renderSpeakerPage(props: SpeakerPageProps) {
  const { profile, language } = props
  const { lists } = stringsFor(language)
  const { name, offices, records } = profile
  const total = lists.saidTotal(profile.said.length, records)
  return renderLayout({
    ...props,
    place: 'speakers',
    title: name,
    description: [name, offices[0]?.role, total].filter(Boolean).join(' · '),
    canonical: addressOf(props, props.page),
    head: <PagerLinks {...pagerOf(props)} />,
    children: (
      <>
        <h1>
          <bdi lang={profile.said[0] && languageOf(profile.said[0].record)}>{name}</bdi>
        </h1>
        <Offices {...props} />
        <AskOnly {...props} />
        <h2>{lists.said}</h2>
        <p class="note">{total}</p>
        <SaidByRecord {...props} />
        <Pager {...pagerOf(props)} />
      </>
    ),
  })
}

// ---------------------------------------------------------------------------

function Offices({ profile: { offices }, language }: SpeakerPageProps) {
  const { lists, asking } = stringsFor(language)
  if (offices.length === 0) return null
  return (
    <ul class="offices" aria-label={lists.offices}>
      {offices.map(({ role, language: tag, from, to }) => (
        <li>
          <bdi lang={languageOf({ language: tag })}>{role}</bdi>{' '}
          {from && to && <span class="note number">{lists.seenIn(asking.span(from, to))}</span>}
        </li>
      ))}
    </ul>
  )
}

function AskOnly({ profile: { name }, language, lang }: SpeakerPageProps) {
  const strings = stringsFor(language)
  return (
    <search>
      <form class="ask" action={`/${outcomeAnchor}`} method="get">
        {lang && <input type="hidden" name="lang" value={lang} />}
        <input type="hidden" name="speaker" value={name} />
        <QuestionLine strings={strings} faults={{}} label={strings.lists.askOnly} value="" />
      </form>
    </search>
  )
}

/** The turns under their records, each as its first sentence, which leads to the whole of it. */
function SaidByRecord({ said, language, lang }: SpeakerPageProps) {
  const byRecord = new Map<LecternRecord, Said[]>()
  for (const one of said) byRecord.set(one.record, [...(byRecord.get(one.record) ?? []), one])
  return (
    <>
      {[...byRecord].map(([record, turns]) => (
        <section class="said">
          <h3>
            <a href={withLang(recordPath(record.id), lang)}>
              <bdi lang={languageOf(record)}>{record.title}</bdi>
            </a>{' '}
            <RecordDate record={record} language={language} />
          </h3>
          <ul class="turns">
            {turns.map(({ turn, sentence, question }) => (
              <li>
                {question && (
                  <p class="replied">
                    <span class="label">{stringsFor(language).repliedTo}</span>{' '}
                    <bdi lang={languageOf(record)}>{question}</bdi>
                  </p>
                )}
                <a href={withLang(permalink(record.id, turn), lang)} class="set">
                  <bdi lang={languageOf(record)}>{sentence}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function pagerOf(props: SpeakerPageProps) {
  return { ...props, addressOf: (page: number) => addressOf(props, page) }
}

function addressOf({ profile: { name } }: SpeakerPageProps, page: number): string {
  return page > 1 ? `${speakerAddress(name)}?page=${page}` : speakerAddress(name)
}
