import type { LecternRecord } from '../../record/record.ts'
import { type Span, trimSpan } from '../../text/span.ts'

/** A heading; without `span` where its title does not stand in the text. */
export interface Heading {
  kind: 'heading'
  /** Number of the section, from 0. */
  section: number
  span?: Span
}

/** A line, without the white space around it. */
export interface Line {
  kind: 'line'
  span: Span
}

/** Reads one stretch after the other, in order of the text, so that each heading is met once. */
export function createPartReader({ text, sections }: LecternRecord): (within: Span) => (Heading | Line)[] {
  const waiting = sections
    .map(({ title, span }, section) => ({ title, start: span.start, section }))
    .sort((a, b) => a.start - b.start)
  return (within) => {
    const parts: (Heading | Line)[] = []
    let at = within.start
    while (at < within.end) {
      const end = endOfLine(text, at, within.end)
      const next = waiting[0]
      const heading = next && (next.start < end || next.start <= at) ? waiting.shift() : undefined
      const begin = Math.max(at, heading?.start ?? at)
      const span = heading && matchTitle(text, { start: begin, end: within.end }, heading.title)
      const line = trimSpan(text, { start: at, end: heading ? (span?.start ?? at) : end })
      if (line.end > line.start) parts.push({ kind: 'line', span: line })
      if (heading) parts.push({ kind: 'heading', section: heading.section, ...(span && { span }) })
      at = heading ? (span?.end ?? at) : end + 1
    }
    const left = within.end === text.length ? waiting.splice(0) : []
    return [...parts, ...left.map(({ section }): Heading => ({ kind: 'heading', section }))]
  }
}

/** Where `title` stands at the start of a stretch, white space apart: the text may break its line elsewhere. */
export function matchTitle(text: string, within: Span, title: string): Span | undefined {
  let at = within.start
  let start: number | undefined
  for (const unit of title.split('').filter((unit) => /\S/u.test(unit))) {
    while (at < within.end && /\s/u.test(text.charAt(at))) at++
    if (at >= within.end || text.charAt(at) !== unit) return undefined
    start ??= at
    at++
  }
  return start === undefined ? undefined : { start, end: at }
}

// ---------------------------------------------------------------------------

function endOfLine(text: string, at: number, limit: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 || end > limit ? limit : end
}
