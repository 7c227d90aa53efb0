import type { Seeds } from './seeds.ts'

/** A stretch of a record that holds many seeds of a stretch of the quote. */
export interface Window {
  record: number
  /** Its seeds: places in record and quote, in units. */
  seeds: { inRecord: number; inQuote: number }[]
  /** Summed weight of its different seeds. */
  weight: number
}

/** A stretch of the quote, in units. */
export interface Range {
  start: number
  end: number
}

/** The stretches of the records that hold most of what is rare in a range of the quote, the best first. */
export function findWindows(seeds: Seeds, range: Range, limit: number): Window[] {
  const width = Math.floor((range.end - range.start) * 1.5) + 40
  const seen = new Uint16Array(seeds.weights.length)
  const best: Candidate[] = []
  for (let at = 0; at < seeds.records.length; at++) slide(seeds, at, { range, width, seen, best, limit })
  return best.map(({ record, first, last, weight }) => {
    const { number, inRecord, inQuote } = seeds.records[record] as Seeds['records'][number]
    const window: Window = { record: number, seeds: [], weight }
    // What stands again just after the last new seed may be what belongs to it.
    const end = (inRecord[last] as number) + width
    for (let n = first; n < inRecord.length && (inRecord[n] as number) <= end; n++) {
      const place = inQuote[n] as number
      if (place >= range.start && place + seeds.size <= range.end)
        window.seeds.push({ inRecord: inRecord[n] as number, inQuote: place })
    }
    return window
  })
}

// ---------------------------------------------------------------------------

interface Candidate {
  /** Number among the records with seeds. */
  record: number
  first: number
  last: number
  weight: number
}

interface Slide {
  range: Range
  width: number
  /** How often each seed stands in the window now. */
  seen: Uint16Array
  best: Candidate[]
  limit: number
}

/** Moves a window over the seeds of one record and keeps the heaviest that do not overlap. */
function slide(seeds: Seeds, record: number, { range, width, seen, best, limit }: Slide): void {
  const { inRecord, inQuote } = seeds.records[record] as Seeds['records'][number]
  const { weights, size } = seeds
  const counts = (place: number) => place >= range.start && place + size <= range.end
  let first = 0
  let weight = 0
  let heaviest: Candidate | undefined
  seen.fill(0)
  for (let last = 0; last < inRecord.length; last++) {
    const place = inQuote[last] as number
    const at = inRecord[last] as number
    for (; (inRecord[first] as number) < at - width; first++) {
      const left = inQuote[first] as number
      if (!counts(left)) continue
      const less = (seen[left] as number) - 1
      seen[left] = less
      if (less === 0) weight -= weights[left] as number
    }
    if (!counts(place)) continue
    const more = (seen[place] as number) + 1
    seen[place] = more
    if (more === 1) weight += weights[place] as number
    if (heaviest && first > heaviest.last) {
      keep(best, heaviest, limit)
      heaviest = undefined
    }
    if (!heaviest || weight > heaviest.weight) heaviest = { record, first, last, weight }
  }
  if (heaviest) keep(best, heaviest, limit)
}

/** Earlier ones stay before later ones of the same weight. */
function keep(best: Candidate[], candidate: Candidate, limit: number): void {
  const at = best.findIndex(({ weight }) => weight < candidate.weight)
  if (at === -1 && best.length >= limit) return
  best.splice(at === -1 ? best.length : at, 0, candidate)
  if (best.length > limit) best.length = limit
}
