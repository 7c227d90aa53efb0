import type { Repair, RepairKind } from '../../record/record.ts'
import type { Span } from '../../text/span.ts'
import type { Block, ParsedFile } from '../parsed.ts'
import { createRepair } from '../repair.ts'

/**
 * The unit of the structure stage: one line of a block. A line that cleaning removes keeps its place with an
 * empty `text`, so that its repairs go to the record around it.
 */
export interface Line {
  kind: Block['kind']
  level?: number
  text: string
  line: number
  strong: Span[]
  /** An empty line or markup stands between this line and the one before. */
  gap: boolean
  repairs: Repair[]
  /** The line named who wrote the text, and was removed. */
  byline?: boolean
  /** What a removed line told about the text. */
  facts?: { date?: string; publisher?: string }
}

/** Cuts blocks at their hard breaks. Line numbers count on from the block's, except where they are pages. */
export function toLines(parsed: ParsedFile, file: string): Line[] {
  const counts = /\.(?:txt|text|md|markdown)$/iu.test(file)
  const lines: Line[] = []
  for (const block of parsed.blocks) {
    let at = 0
    block.text.split('\n').forEach((raw, number) => {
      const lead = raw.length - raw.trimStart().length
      const text = raw.trim()
      const start = at + lead
      at += raw.length + 1
      if (text === '') return
      lines.push({
        kind: block.kind,
        ...(block.level === undefined ? {} : { level: block.level }),
        text,
        line: block.line + (counts ? number : 0),
        strong: clipSpans(block.strong ?? [], start, text.length),
        gap: number === 0 && block.gap !== false,
        repairs: [],
      })
    })
  }
  return lines
}

/** Empties a line and says why. */
export function removeLine(line: Line, kind: RepairKind): void {
  line.repairs.push(createRepair(kind, line.text, { line: line.line }))
  line.text = ''
  line.strong = []
}

/** Cuts a line off at `from`. */
export function cutLine(line: Line, kind: RepairKind, from: number): void {
  line.repairs.push(createRepair(kind, line.text.slice(from), { line: line.line }))
  line.text = line.text.slice(0, from).trimEnd()
  line.strong = clipSpans(line.strong, 0, line.text.length)
}

/** Cuts off what stands before `to`. */
export function cutStart(line: Line, kind: RepairKind, to: number): void {
  line.repairs.push(createRepair(kind, line.text.slice(0, to).trimEnd(), { line: line.line }))
  line.text = line.text.slice(to)
  line.strong = clipSpans(line.strong, to, line.text.length)
}

/** What `replaceIn` puts in place of a match: `undefined` leaves it. */
export type Replacement = (match: RegExpMatchArray) => string | undefined

/** Replaces matches in a line in one pass, notes each as a repair and moves the bold stretches along. */
export function replaceIn(line: Line, kind: RepairKind, pattern: RegExp, replace: Replacement): void {
  const shifts: { at: number; by: number }[] = []
  const pieces: string[] = []
  let done = 0
  for (const match of line.text.matchAll(pattern)) {
    const after = replace(match)
    if (after === undefined) continue
    pieces.push(line.text.slice(done, match.index), after)
    done = match.index + match[0].length
    shifts.push({ at: done, by: after.length - match[0].length })
    line.repairs.push(createRepair(kind, match[0], { after, line: line.line }))
  }
  if (done === 0) return
  const text = pieces.join('') + line.text.slice(done)
  const lead = text.length - text.trimStart().length
  line.strong = clipSpans(moveSpans(line.strong, shifts), lead, text.trim().length)
  line.text = text.trim()
}

function clipSpans(spans: Span[], start: number, length: number): Span[] {
  return spans
    .map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(length, span.end - start) }))
    .filter((span) => span.start < span.end)
}

function moveSpans(spans: Span[], shifts: { at: number; by: number }[]): Span[] {
  const moved = (at: number) => shifts.reduce((sum, shift) => (shift.at <= at ? sum + shift.by : sum), at)
  return spans.map((span) => ({ start: moved(span.start), end: moved(span.end) }))
}
