import type { CountedTerms } from '../count-terms.ts'
import { searchedFields } from '../minisearch-options.ts'
import { readPostings } from '../postings.ts'
import { createByteReader } from './byte-reader.ts'
import { createByteWriter } from './byte-writer.ts'
import type { Image } from './image.ts'
import { openStringTable, writeStringTable } from './string-table.ts'

/** Where the postings of a term stand, checked: a list for each field that holds it, the passages' own words last. */
export interface TermPostings {
  /** In the bytes of the image. */
  start: number
  /** How many passages hold the term in each field, in the order of `searchedFields`. */
  counts: readonly number[]
}

export interface TermTable {
  /** Number of different terms. */
  readonly size: number
  /** Undefined for a term that no passage holds. */
  find(term: string): TermPostings | undefined
  /** How many passages hold a term in their own words; 0 for an unknown one. */
  frequency(term: string): number
  entries(): Generator<[term: string, postings: TermPostings]>
  /** Calls `onPosting` for each passage and field that holds a term. */
  read(postings: TermPostings, onPosting: (field: number, passage: number, frequency: number) => void): void
}

const storedOrder = [...searchedFields.keys()].map((field) => (field + 1) % searchedFields.length)

/** Postings of a few bytes stand with their term: most terms are rare. */
const longestInside = 12
/** Beside a bit for each field: the postings stand in a section of their own. */
const isOutside = 1 << searchedFields.length

/**
 * The sections `terms` and `postings`. A term is told by its fields (a bit each), the number of passages for each
 * of them, and its postings, or where these stand and how long they are.
 */
export function writeTerms(counted: CountedTerms): { terms: Uint8Array; postings: Uint8Array } {
  const keys = [...counted.terms.keys()]
  const postings = createByteWriter(1 << 16)
  const terms = writeStringTable(keys, (writer, term) => {
    const lists = searchedFields.map((_, field) => counted.listOf(term, field))
    const own = storedOrder.map((field) => lists[field] as number).filter((list) => list >= 0)
    const length = own.reduce((sum, list) => sum + counted.postings.length(list), 0)
    const bytes = new Uint8Array(length)
    own.reduce((at, list) => {
      counted.postings.copy(list, bytes, at)
      return at + counted.postings.length(list)
    }, 0)
    const outside = length > longestInside
    const fields = lists.reduce((bits, list, field) => bits | (list >= 0 ? 1 << field : 0), 0)
    writer.u8(fields | (outside ? isOutside : 0))
    for (const list of lists) if (list >= 0) writer.varint(counted.postings.count(list))
    if (!outside) {
      writer.bytes(bytes)
      return
    }
    writer.varint(postings.length)
    writer.varint(length)
    postings.bytes(bytes)
  })
  return { terms, postings: postings.toBytes() }
}

export function openTerms(image: Image): TermTable {
  const table = openStringTable(image, 'terms')
  const outside = image.sections.postings.start
  const reader = createByteReader(image.bytes)
  const readCounts = (at: number) => {
    reader.at = at
    const bits = reader.u8()
    const counts = searchedFields.map((_, field) => (bits & (1 << field) ? reader.varint() : 0))
    return { bits, counts }
  }
  const read = (at: number): TermPostings => {
    const { bits, counts } = readCounts(at)
    if ((bits & isOutside) === 0) return { start: reader.at, counts }
    const start = outside + reader.varint()
    image.check(start, start + reader.varint())
    return { start, counts }
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
    read({ start, counts }, onPosting) {
      let at = start
      for (const field of storedOrder) {
        at = readPostings(image.bytes, at, counts[field] as number, (passage, frequency) =>
          onPosting(field, passage, frequency),
        )
      }
    },
  }
}
