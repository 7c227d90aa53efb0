import { overlapsSpan, type Span } from '../../text/span.ts'
import { CitePanel } from '../cite-panel.tsx'
import { withLang } from '../layout.tsx'
import { nameOf, type Reading } from './reading.ts'
import { toCitedSource } from './source.ts'

/** Below the cited words: how to cite them, and what stands around them. */
export function QuotePanel({ reading, span }: { reading: Reading; span: Span }) {
  const { strings, language, lang, record } = reading
  const { quoted, citeQuote } = strings.reading
  const isTurn = record.turns.some((turn) => turn.span.start === span.start && turn.span.end === span.end)
  return (
    <aside class="about-quote" lang={language} dir="ltr" aria-label={quoted}>
      <CitePanel
        source={toCitedSource(reading)}
        label={citeQuote}
        id="cite"
        language={language}
        open={isTurn}
      />
      <p class="links">
        {findNeighbours(reading, span).map(({ label, turn }) => (
          <a href={`#t${turn}`}>
            {label}
            <Name reading={reading} turn={turn} />
          </a>
        ))}
        <a href={withLang('/', lang)}>{strings.newQuestion}</a>
      </p>
    </aside>
  )
}

// ---------------------------------------------------------------------------

/** The turn before, the question that is replied to where it is another, and the turn after. */
function findNeighbours({ record, strings }: Reading, span: Span): { label: string; turn: number }[] {
  const { turns, exchanges } = record
  const { previous, next } = strings.reading
  const { repliedTo } = strings
  const before = turns.findLastIndex((turn) => turn.span.end <= span.start)
  const after = turns.findIndex((turn) => turn.span.start >= span.end)
  const first = turns.findIndex((turn) => overlapsSpan(turn.span, span))
  const question = exchanges.find(({ replies }) => replies.includes(first))?.question ?? -1
  return [
    { label: question === before ? repliedTo : previous, turn: before },
    { label: repliedTo, turn: question === before ? -1 : question },
    { label: next, turn: after },
  ].filter(({ turn }) => turn >= 0)
}

function Name({ reading, turn }: { reading: Reading; turn: number }) {
  const { record, textLanguage } = reading
  const name = nameOf(record.turns[turn]!)
  if (name === undefined) return null
  return (
    <>
      {' '}
      <bdi lang={textLanguage}>{name}</bdi>
    </>
  )
}
