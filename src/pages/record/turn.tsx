import { permalink } from '../../answer/permalink.ts'
import type { Turn } from '../../record/record.ts'
import { withLang } from '../layout.tsx'
import { type Heading, type Line, spansOf, type TurnBlock } from './blocks.ts'
import { isInner, linkToWords, nameOf, type Reading } from './reading.ts'
import { isCited, Words } from './words.tsx'

/** A turn at the id that permalinks lead to: who speaks, links to it, and what is said. */
export function TurnSection({ reading, block }: { reading: Reading; block: TurnBlock }) {
  const { record, textLanguage } = reading
  const turn = record.turns[block.turn]!
  const cited = spansOf(block).some((span) => isCited(reading, span))
  return (
    <section id={`t${block.turn}`} class={`turn ${turn.kind}${cited ? ' cited' : ''}`}>
      <div class={isTall(turn) ? 'by tall' : 'by'}>
        <Who reading={reading} block={block} turn={turn} />
        <TurnLinks reading={reading} block={block} turn={turn} />
      </div>
      <div class="spoken set" lang={textLanguage}>
        {block.parts.map((part) => (
          <Part reading={reading} part={part} />
        ))}
      </div>
    </section>
  )
}

/** A heading, with the id that the contents lead to, or a line of text. */
export function Part({ reading, part }: { reading: Reading; part: Heading | Line }) {
  if (part.kind === 'line') {
    return (
      <p dir="auto">
        <Words reading={reading} span={part.span} />
      </p>
    )
  }
  const section = reading.record.sections[part.section]!
  const words = part.span ? <Words reading={reading} span={part.span} /> : section.title
  const attributes = { id: `s${part.section}`, dir: 'auto' } as const
  return isInner(reading.record, part.section) ? (
    <h3 {...attributes}>{words}</h3>
  ) : (
    <h2 {...attributes}>{words}</h2>
  )
}

// ---------------------------------------------------------------------------

/** Longest name with its office that may stay in sight while the turn is read. */
const stayingLength = 80

function isTall({ speaker = '', role = '' }: Turn): boolean {
  return speaker.length + role.length > stayingLength
}

interface TurnProps {
  reading: Reading
  block: TurnBlock
  turn: Turn
}

/** By the name that the record tells; what stands there instead of it, such as an office, follows it. */
function Who({ reading, block, turn }: TurnProps) {
  const { record, strings, language, textLanguage } = reading
  const kind = strings.turnKinds[turn.kind]
  const label = block.label && <Words reading={reading} span={block.label} />
  const labelled = block.label ? record.text.slice(block.label.start, block.label.end) : ''
  const speaker = nameOf(turn)
  const isNamed = speaker === undefined || labelled.includes(speaker)
  const name = label && isNamed ? label : speaker
  if (!name && !kind) return null
  return (
    <p class="who" lang={textLanguage}>
      {name && <bdi class="speaker">{name}</bdi>}
      {name && ' '}
      {label && !isNamed && <bdi class="role">{label}</bdi>}
      {label && !isNamed && ' '}
      {turn.role && <bdi class="role">{turn.role}</bdi>}
      {turn.role && ' '}
      {kind && (
        <span class="kind" lang={language}>
          {kind}
        </span>
      )}
    </p>
  )
}

function TurnLinks({ reading, block, turn }: TurnProps) {
  const { record, lang, language, strings } = reading
  const { linkToTurn, citeTurn, turnNumber } = strings.reading
  const which = <span class="unseen"> {turnNumber(block.turn + 1)}</span>
  return (
    <p class="turn-links" lang={language}>
      <a href={withLang(permalink(record.id, block.turn), lang)}>
        {linkToTurn}
        {which}
      </a>
      <a href={linkToWords(reading, turn.span)} rel="nofollow">
        {citeTurn}
        {which}
      </a>
    </p>
  )
}
