import type { Span } from '../text/span.ts'

/** A speaker whom a text names. */
export interface NamedSpeaker {
  /** What the text says: name or office, folded. */
  name: string
  /** The name as records write it. */
  speaker: string
  /** Where; they do not overlap. */
  spans: Span[]
}

/** The speakers whom a folded text names, in the order of `speakers`. */
export function findNames(folded: string, speakers: ReadonlyMap<string, string>): NamedSpeaker[] {
  const found: (NamedSpeaker | undefined)[] = []
  const byUnit = indexNames(speakers)
  for (let start = 0; start < folded.length; start++) {
    for (const { name, speaker, order } of byUnit.get(folded.charCodeAt(start)) ?? none) {
      if (!folded.startsWith(name, start)) continue
      const known = found[order] ?? { name, speaker, spans: [] }
      found[order] = known
      if (start >= (known.spans.at(-1)?.end ?? 0)) known.spans.push({ start, end: start + name.length })
    }
  }
  return found.filter((one) => one !== undefined)
}

// ---------------------------------------------------------------------------

interface Indexed {
  name: string
  speaker: string
  order: number
}

const none: readonly Indexed[] = []

/** An index may know thousands of speakers, and each question would look for all of them. */
const indexes = new WeakMap<ReadonlyMap<string, string>, Map<number, Indexed[]>>()

/** The names by their first UTF-16 unit. An empty name names nobody. */
function indexNames(speakers: ReadonlyMap<string, string>): Map<number, Indexed[]> {
  const known = indexes.get(speakers)
  if (known) return known
  const byUnit = new Map<number, Indexed[]>()
  let order = 0
  for (const [name, speaker] of speakers) {
    const unit = name.charCodeAt(0)
    const own = byUnit.get(unit) ?? []
    own.push({ name, speaker, order: order++ })
    byUnit.set(unit, own)
  }
  indexes.set(speakers, byUnit)
  return byUnit
}
