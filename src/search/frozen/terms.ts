import type { CountedTerms } from '../count-terms.ts'
import { searchedFields } from '../minisearch-options.ts'
import { readPostings } from '../postings.ts'
import { createByteReader } from './byte-reader.ts'
import { createByteWriter } from './byte-writer.ts'
import type { Image } from './image.ts'
import { openStringTable, writeStringTable } from './string-table.ts'

/** Where the postings of a term stand, checked. All in the order of `searchedFields`. */
export interface TermPostings {
  /** How many passages hold the term in each field. */
  counts: readonly number[]
  /** Where the list of each field that holds it stands in the bytes of the image. */
  starts: readonly number[]
}

export interface TermTable {
  /** Number of different terms. */
  readonly size: number
  /** Undefined for a term that no passage holds. */
  find(term: string): TermPostings | undefined
  /** How many passages hold a term in their own words; 0 for an unknown one. */
  frequency(term: string): number
  entries(): Generator<[term: string, postings: TermPostings]>
}

/** Postings of so many bytes stand with their term: most terms are rare. */
const longestInside = 12
/** Beside a bit for each field: the postings stand in a section of their own. */
const isOutside = 1 << searchedFields.length

/**
 * The sections `terms` and `postings`. A term is told by its fields (a bit each) and the number of passages for each of
 * them; then its lists in the order of the fields, or where they stand and how long each of them is.
 */
export function writeTerms(counted: CountedTerms): { terms: Uint8Array; postings: Uint8Array } {
  const keys = [...counted.terms.keys()]
  const outside = createByteWriter(1 << 16)
  const terms = writeStringTable(keys, (writer, term) => {
    const lists = searchedFields.flatMap((_, field) => {
      const list = counted.listOf(term, field)
      return list < 0 ? [] : [{ field, count: counted.postings.count(list), bytes: readList(counted, list) }]
    })
    const length = lists.reduce((sum, { bytes }) => sum + bytes.length, 0)
    const isLong = length > longestInside
    writer.u8(lists.reduce((bits, { field }) => bits | (1 << field), isLong ? isOutside : 0))
    for (const { count } of lists) writer.varint(count)
    if (isLong) writer.varint(outside.length)
    for (const { bytes } of lists) {
      if (isLong) writer.varint(bytes.length)
      const target = isLong ? outside : writer
      target.bytes(bytes)
    }
  })
  return { terms, postings: outside.toBytes() }
}

export function openTerms(image: Image): TermTable {
  const table = openStringTable(image, 'terms')
  const outside = image.sections.postings.start
  const reader = createByteReader(image.bytes)
  const readCounts = (at: number) => {
    reader.at = at
    const bits = reader.u8()
    const counts = searchedFields.map((_, field) => (bits & (1 << field) ? reader.varint() : 0))
    return { isLong: (bits & isOutside) !== 0, counts }
  }
  const read = (at: number): TermPostings => {
    const { isLong, counts } = readCounts(at)
    const first = isLong ? outside + reader.varint() : reader.at
    let start = first
    const starts: number[] = []
    for (const count of counts) {
      starts.push(start)
      if (count > 0) start = isLong ? start + reader.varint() : readPostings(image.bytes, start, count, pass)
    }
    image.check(first, start)
    return { counts, starts }
  }
  return {
    size: table.size,
    find(term) {
      const at = table.find(term)
      return at < 0 ? undefined : read(at)
    },
    frequency(term) {
      const at = table.find(term)
      return at < 0 ? 0 : (readCounts(at).counts[0] as number)
    },
    *entries() {
      for (const [term, at] of table.entries()) yield [term, read(at)]
    },
  }
}

// ---------------------------------------------------------------------------

function readList({ postings }: CountedTerms, list: number): Uint8Array {
  const bytes = new Uint8Array(postings.length(list))
  postings.copy(list, bytes, 0)
  return bytes
}

function pass(): void {}
