import type { LecternRecord, Turn } from '../../record/record.ts'
import { type Span, sliceSpan } from '../../text/span.ts'
import { createPartReader, type Heading, type Line, matchTitle } from './parts.ts'

export type { Heading, Line } from './parts.ts'

export interface TurnBlock {
  kind: 'turn'
  /** Number of the turn, from 0. */
  turn: number
  /** The name or the office of the speaker as the text has it, before the turn. */
  label?: Span
  parts: (Heading | Line)[]
}

export type Block = Heading | Line | TurnBlock

/** A record in the order of its text. Together title and blocks show all of the text. */
export interface Blocks {
  /** Where the text has the title of the record, white space apart. */
  title?: Span
  blocks: Block[]
}

export function toBlocks(record: LecternRecord): Blocks {
  const { text, turns } = record
  const title = findTitle(record)
  const readParts = createPartReader(record)
  const blocks: Block[] = []
  let at = title?.end ?? 0
  turns.forEach((turn, number) => {
    const before = readParts({ start: at, end: turn.span.start })
    const label = takeLabel(text, before, turn)
    const parts = readParts({ start: Math.max(at, turn.span.start), end: turn.span.end })
    blocks.push(...before, { kind: 'turn', turn: number, parts, ...(label && { label }) })
    at = Math.max(at, turn.span.end)
  })
  blocks.push(...readParts({ start: at, end: text.length }))
  return { blocks, ...(title && { title }) }
}

/** The stretches of text that are shown, in order. */
export function shownSpans({ title, blocks }: Blocks): Span[] {
  return [...(title ? [title] : []), ...blocks.flatMap(spansOf)]
}

/** The stretches of text that a block shows, in order. */
export function spansOf(block: Block): Span[] {
  const spans = block.kind === 'turn' ? [block.label, ...block.parts.map(({ span }) => span)] : [block.span]
  return spans.filter((span) => span !== undefined)
}

/** Whether a label says no more than the kind of its turn, which is shown anyway: it is nobody's name. */
export function isBareLabel(label: string): boolean {
  return /^(?:[问問答]|[QA])$/iu.test(label)
}

// ---------------------------------------------------------------------------

/** The title where it comes before all turns and is no heading of a section. */
function findTitle({ text, title, turns, sections }: LecternRecord): Span | undefined {
  const span = matchTitle(text, { start: 0, end: text.length }, title)
  if (span === undefined || span.end > (turns[0]?.span.start ?? text.length)) return undefined
  return sections.some((section) => section.span.start < span.end) ? undefined : span
}

/** Takes the line that names the speaker out of the parts before a turn. */
function takeLabel(text: string, before: (Heading | Line)[], turn: Turn): Span | undefined {
  const last = before.at(-1)
  if (last?.kind !== 'line' || turn.kind === 'narration') return undefined
  const label = sliceSpan(text, last.span)
  const isBeside = !text.slice(last.span.end, turn.span.start).includes('\n')
  const names = turn.speaker !== undefined && label.includes(turn.speaker)
  if (!isBeside && !names && !/[:：]$/u.test(label)) return undefined
  before.pop()
  // By hand: an expression for blanks before a colon would try every blank of a label that is full of them.
  const name = /[:：]$/u.test(label) ? label.slice(0, -1).trimEnd() : label
  if (name === '' || isBareLabel(name)) return undefined
  return { start: last.span.start, end: last.span.start + name.length }
}
