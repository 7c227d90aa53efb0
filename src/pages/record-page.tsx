import { guardSpan } from '../answer/clipping.ts'
import type { LecternRecord } from '../record/record.ts'
import { containsSpan, type Span, sliceSpan } from '../text/span.ts'
import { cardLength, type LayoutProps, renderLayout } from './layout.tsx'
import { spansOf } from './record/blocks.ts'
import { RecordHead } from './record/head.tsx'
import { CitedNotice } from './record/notice.tsx'
import { QuotePanel } from './record/quote-panel.tsx'
import { type Reading, type RecordPageProps, toReading } from './record/reading.ts'
import { toCitedSource } from './record/source.ts'
import { Part, TurnSection } from './record/turn.tsx'
import { isCited } from './record/words.tsx'
import { nameKind } from './strings/strings.ts'

/** A record to read: each turn has the id that permalinks lead to, and the words that the address cites are marked. */
export function renderRecordPage(props: RecordPageProps) {
  const reading = toReading(props)
  return renderLayout({
    ...props,
    title: props.record.title,
    description: describe(reading),
    canonical: reading.path,
    type: 'article',
    head: <Alternates {...props} />,
    children: <RecordArticle reading={reading} />,
  } satisfies LayoutProps)
}

// ---------------------------------------------------------------------------

function RecordArticle({ reading }: { reading: Reading }) {
  const { blocks, cited, direction, textLanguage, record, strings, today } = reading
  const last = blocks.findLastIndex((block) => spansOf(block).some((span) => isCited(reading, span)))
  const panel = cited.kind === 'words' && <QuotePanel reading={reading} span={cited.span} />
  return (
    <>
      <CitedNotice reading={reading} />
      <article>
        <RecordHead reading={reading} />
        {last === -1 && panel}
        <div class="transcript" dir={direction} lang={textLanguage}>
          {blocks.map((block, at) => (
            <>
              {block.kind === 'turn' ? (
                <TurnSection reading={reading} block={block} />
              ) : (
                <Part reading={reading} part={block} />
              )}
              {at === last && panel}
            </>
          ))}
        </div>
        <footer class="colophon" aria-hidden="true">
          <p dir="ltr">{toCitedSource(reading).address}</p>
          <p>
            {strings.reading.version} <code>{record.version}</code>
          </p>
          <p>
            {strings.reading.printed} {today}
          </p>
        </footer>
      </article>
    </>
  )
}

/** The cited words where a card can show them whole, else what the record is. */
function describe(reading: Reading): string {
  const { cited, record, strings } = reading
  const words = cited.kind === 'words' && quotable(record, cited.span)
  if (words) return words
  const kind = nameKind(record.kind, strings) ?? record.kind
  return [kind, record.publisher, record.date, extentOf(reading)].filter(Boolean).join(' · ')
}

/**
 * The cited words, widened over what qualifies them. None where they cut a sentence, lose a qualifier or are too long:
 * on a card nobody sees what stands around them.
 */
function quotable({ text, turns }: LecternRecord, cited: Span): string | undefined {
  const turn = turns.find(({ span }) => containsSpan(span, cited))
  if (!turn) return undefined
  const { span, clipped } = guardSpan(text, cited, { within: turn.span, maxLength: cardLength })
  return clipped || span.end - span.start > cardLength ? undefined : sliceSpan(text, span)
}

/** How many turns there are, and of what kinds. */
function extentOf({ record: { turns }, strings }: Reading): string {
  const { turns: all, turnsOf } = strings.reading
  const kinds = (['question', 'reply', 'statement'] as const).flatMap((kind) => {
    const count = turns.filter((turn) => turn.kind === kind).length
    return count === 0 ? [] : turnsOf[kind](count)
  })
  return [all(turns.length), ...kinds].join(' · ')
}

function Alternates({ forms, site }: RecordPageProps) {
  return (
    <>
      {forms.markdown && <link rel="alternate" type="text/markdown" href={site + forms.markdown} />}
      {forms.json && <link rel="alternate" type="application/json" href={site + forms.json} />}
    </>
  )
}
