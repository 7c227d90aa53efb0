import type { LecternRecord, Section, Turn } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import type { PageLanguage } from './language.ts'
import { type PageContext, renderLayout } from './layout.tsx'
import { Marked } from './marked.tsx'
import { safeLink } from './quote.tsx'
import { stringsFor } from './strings/strings.ts'

export interface RecordPageProps extends PageContext {
  record: LecternRecord
  /** A stretch of the record's text to mark. */
  marked?: Span
}

/** A record to read: each turn has the id that permalinks lead to. */
export function renderRecordPage({ record, marked, ...context }: RecordPageProps) {
  const strings = stringsFor(context.language)
  const textLanguage = record.language === 'und' ? undefined : record.language
  const source = safeLink(record.source)
  return renderLayout({
    ...context,
    title: record.title,
    children: (
      <article class="record" lang={textLanguage}>
        <header>
          <h1 dir="auto">{record.title}</h1>
          <p class="where" lang={context.language}>
            <span class="part">{strings.recordKinds[record.kind] ?? record.kind}</span>
            {record.publisher && (
              <span class="part" lang={textLanguage}>
                {record.publisher}
              </span>
            )}
            {record.date && (
              <time class="part" datetime={record.date}>
                {record.date}
              </time>
            )}
            {source && (
              <a class="part" href={source} rel="noopener noreferrer external">
                {strings.source}
              </a>
            )}
          </p>
        </header>
        {arrange(record).map((block) =>
          block.turn === undefined ? (
            <Heading section={block.section} />
          ) : (
            <TurnBlock record={record} number={block.turn} marked={marked} language={context.language} />
          ),
        )}
      </article>
    ),
  })
}

// ---------------------------------------------------------------------------

type Block = { turn: number } | { turn?: undefined; section: Section }

/** Turns and, between them, the headings that stand in none, in order of the text. */
function arrange(record: LecternRecord): Block[] {
  const turns = record.turns.map(({ span }, turn) => ({ at: span.start, block: { turn } as Block }))
  const headings = record.sections
    .filter(
      ({ span }) => !record.turns.some((turn) => turn.span.start <= span.start && span.start < turn.span.end),
    )
    .map((section) => ({ at: section.span.start, block: { section } as Block }))
  return [...headings, ...turns].sort((a, b) => a.at - b.at).map(({ block }) => block)
}

function TurnBlock(props: {
  record: LecternRecord
  number: number
  marked: Span | undefined
  language: PageLanguage
}) {
  const { record, number, marked, language } = props
  const turn = record.turns[number] as Turn
  const kind = stringsFor(language).turnKinds[turn.kind]
  return (
    <section id={`t${number}`} class={`turn ${turn.kind}`}>
      {(turn.speaker || kind) && (
        <p class="who">
          {turn.speaker && <b>{turn.speaker}</b>}
          {turn.role && <span class="role">{turn.role}</span>}
          {kind && (
            <span class="kind" lang={language}>
              {kind}
            </span>
          )}
        </p>
      )}
      {toLines(record.text, turn.span).map((line) => {
        const section = record.sections.find(
          ({ title, span }) => span.start === line.start && isTitle(record, line, title),
        )
        if (section) return <Heading section={section} />
        return (
          <p dir="auto">
            <Marked
              text={record.text.slice(line.start, line.end)}
              spans={marked ? [within(marked, line)] : []}
            />
          </p>
        )
      })}
    </section>
  )
}

function Heading({ section: { level, title } }: { section: Section }) {
  return level <= 1 ? <h2 dir="auto">{title}</h2> : <h3 dir="auto">{title}</h3>
}

function isTitle({ text }: LecternRecord, line: Span, title: string): boolean {
  return text.slice(line.start, line.end).trim() === title
}

/** The lines of a span that are not blank. */
function toLines(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  let at = start
  for (const line of text.slice(start, end).split('\n')) {
    if (line.trim() !== '') lines.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  return lines
}

function within(span: Span, line: Span): Span {
  return { start: Math.max(0, span.start - line.start), end: Math.max(0, span.end - line.start) }
}
