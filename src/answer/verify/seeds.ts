import { kindAt, kinds } from './unit-kinds.ts'

/** Short runs of a quote's units as they stand in one record: `quote[n]` at `record[n]`, in order of the record. */
export interface RecordSeeds {
  number: number
  inRecord: number[]
  inQuote: number[]
}

export interface Seeds {
  /** Units in a seed. */
  size: number
  /** How much each seed of the quote tells: more, the rarer it is. */
  weights: Float64Array
  records: RecordSeeds[]
}

/** Finds every seed of a quote in the units of the records, in one pass over them. */
export function findSeeds(quote: string, units: readonly string[], records: readonly number[]): Seeds {
  const size = Math.min(quote.length, seedSize(quote))
  const lookup = createLookup(quote, size)
  const counts = new Uint32Array(quote.length)
  let total = 0
  const found = records.map((number) => {
    const text = units[number] as string
    total += text.length
    return scan(text, { quote, size, lookup, counts, number })
  })
  const weights = Float64Array.from(counts, (count) => Math.log(1 + total / Math.max(1, count)))
  return { size, weights, records: found.filter(({ inRecord }) => inRecord.length > 0) }
}

/** Whether words of a quote are mostly of scripts with spaces: they say as much in twice the letters. */
export function isMostlySpaced(units: string): boolean {
  let spaced = 0
  for (let at = 0; at < units.length; at++) if (kindAt(units, at) === kinds.spaced) spaced++
  return spaced * 2 > units.length
}

// ---------------------------------------------------------------------------

/** Long enough to be rare, short enough to stand between two alterations. */
function seedSize(quote: string): number {
  const spaced = isMostlySpaced(quote) ? 2 : 1
  const length = quote.length / spaced
  return (length < 12 ? 2 : length < 30 ? 3 : 4) * spaced
}

const tableBits = 18
const multiplier = 0x01000193

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & ((1 << tableBits) - 1)
}

interface Lookup {
  /** Slot of a hash -> place in the quote, from 1. */
  first: Uint16Array
  /** The place before with the same slot, from 1; 0 for none. */
  before: Uint16Array
}

function createLookup(quote: string, size: number): Lookup {
  const first = new Uint16Array(1 << tableBits)
  const before = new Uint16Array(quote.length + 1)
  for (let at = 0; at + size <= quote.length; at++) {
    let hash = 0
    for (let n = 0; n < size; n++) hash = (Math.imul(hash, multiplier) + quote.charCodeAt(at + n)) | 0
    const slot = slotOf(hash)
    before[at + 1] = first[slot] as number
    first[slot] = at + 1
  }
  return { first, before }
}

interface Scan {
  quote: string
  size: number
  lookup: Lookup
  /** Raised for each place where a seed of the quote stands. */
  counts: Uint32Array
  number: number
}

function scan(text: string, { quote, size, lookup, counts, number }: Scan): RecordSeeds {
  const found: RecordSeeds = { number, inRecord: [], inQuote: [] }
  const { first, before } = lookup
  let leaving = 1
  for (let n = 0; n < size; n++) leaving = Math.imul(leaving, multiplier)
  let hash = 0
  for (let end = 0; end < text.length; end++) {
    hash = (Math.imul(hash, multiplier) + text.charCodeAt(end)) | 0
    const at = end + 1 - size
    if (at < 0) continue
    if (at > 0) hash = (hash - Math.imul(leaving, text.charCodeAt(at - 1))) | 0
    for (let place = first[slotOf(hash)] as number; place > 0; place = before[place] as number) {
      if (quote.charCodeAt(place - 1) !== text.charCodeAt(at)) continue
      found.inRecord.push(at)
      found.inQuote.push(place - 1)
      counts[place - 1] = (counts[place - 1] as number) + 1
    }
  }
  return found
}
