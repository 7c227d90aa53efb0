import type { Exchange, Turn, TurnKind } from '../../record/record.ts'
import { cutStart, type Line, removeLine } from '../line/lines.ts'
import { isStageDirection } from '../line/shape.ts'
import type { Candidate, Voice } from './label-read.ts'
import { nameKey } from './labels.ts'

/** One speaker's stretch, or one without a speaker, in lines. */
export interface Stretch {
  voice: Voice
  speaker?: string
  role?: string
  /** First and last line, by number; `from` is where the words begin in the first line. */
  first: number
  last: number
  from: number
}

export interface StretchContext {
  labels: readonly (Candidate | undefined)[]
  /** Lines of titles and headings. */
  outside: ReadonlySet<number>
}

/**
 * Cuts lines into stretches. A stretch goes on until the next label, heading or aside; after a heading or an
 * aside the same speaker goes on. A label that only repeats who is speaking is removed.
 */
export function cutStretches(lines: readonly Line[], { labels, outside }: StretchContext): Stretch[] {
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  let speaker: Candidate | undefined
  const start = (stretch: Stretch): Stretch => {
    stretches.push(stretch)
    return stretch
  }
  for (const [at, line] of lines.entries()) {
    const label = outside.has(at) ? undefined : labels[at]
    const repeated = label && open && speaker && repeats(label, speaker)
    if (repeated) dropLabel(line, label)
    if (line.text === '') continue
    if (outside.has(at)) open = undefined
    else if (label && !repeated) {
      speaker = label
      open = label.bodyStart < line.text.length ? start(toStretch(at, label)) : undefined
    } else if (line.kind === 'aside' || (open && speaker && isStageDirection(line.text))) {
      start(toStretch(at, undefined))
      open = undefined
    } else if (open) open.last = at
    else open = start({ ...toStretch(at, speaker), from: 0 })
  }
  return stretches
}

/** An asker's inline label (`问：`) may be another asker's: only a named one repeats. */
function repeats(label: Candidate, speaker: Candidate): boolean {
  if (nameKey(label.name) !== nameKey(speaker.name)) return false
  return (
    label.form === 'heading' || label.form === 'bare' || label.voice === 'person' || label.voice === 'host'
  )
}

function dropLabel(line: Line, label: Candidate): void {
  if (label.bodyStart >= line.text.length) removeLine(line, 'markup')
  else cutStart(line, 'markup', label.bodyStart)
}

function toStretch(at: number, label: Candidate | undefined): Stretch {
  if (!label) return { voice: 'narrator', first: at, last: at, from: 0 }
  const { voice, name, role, bodyStart } = label
  return {
    voice,
    speaker: name,
    ...(role === undefined ? {} : { role }),
    first: at,
    last: at,
    from: bodyStart,
  }
}

/** What each stretch does, and which answer which question. Numbers are those of `stretches`. */
export function nameTurns(stretches: readonly Stretch[]): { kinds: TurnKind[]; exchanges: Exchange[] } {
  const exchanges: Exchange[] = []
  const kinds = stretches.map(({ voice }, number): TurnKind => {
    if (voice === 'narrator') return 'narration'
    if (voice === 'host') return 'statement'
    if (voice === 'asker') {
      exchanges.push({ question: number, replies: [] })
      return 'question'
    }
    const exchange = exchanges.at(-1)
    if (!exchange) return 'statement'
    exchange.replies.push(number)
    return 'reply'
  })
  return { kinds, exchanges }
}

/** Turns with their spans in the text, given where each line begins in it. */
export function toTurns(
  stretches: readonly Stretch[],
  lines: readonly Line[],
  starts: readonly number[],
): Turn[] {
  const { kinds } = nameTurns(stretches)
  return stretches.map(({ speaker, role, first, last, from }, number) => ({
    kind: kinds[number]!,
    ...(speaker === undefined || kinds[number] === 'narration' ? {} : { speaker }),
    ...(role === undefined ? {} : { role }),
    span: { start: starts[first]! + from, end: starts[last]! + lines[last]!.text.length },
  }))
}
