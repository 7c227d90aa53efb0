import type { CountedTerms } from '../count-terms.ts'
import { searchedFields } from '../minisearch-options.ts'
import { createByteReader } from './byte-reader.ts'
import { type ByteWriter, createByteWriter } from './byte-writer.ts'
import type { Image } from './image.ts'
import { createPostingListWriter, type PostingList, readPostingList } from './posting-list.ts'
import { openStringTable, writeStringTable } from './string-table.ts'

export interface TermTable {
  /** Number of different terms. */
  readonly size: number
  /** The postings of a term, checked: a list for each of `searchedFields`. Undefined where no passage holds the term. */
  find(term: string): readonly PostingList[] | undefined
  /** How many passages hold a term in their own words; 0 for an unknown one. */
  frequency(term: string): number
  entries(): Generator<[term: string, lists: readonly PostingList[]]>
}

/** Postings of so many bytes stand with their term: most terms are rare. */
const longestInside = 12
/** Beside a bit for each field: the postings stand in a section of their own. */
const isOutside = 1 << searchedFields.length

/**
 * The sections `terms` and `postings`. A term is told by its fields (a bit each) and for each of them the number of
 * passages, times two, plus 1 where the list has runs; then its lists in the order of the fields, or where they stand
 * and how long each of them is.
 */
export function writeTerms(counted: CountedTerms): { terms: Uint8Array; postings: Uint8Array } {
  const outside = createByteWriter(1 << 16)
  const lists = createByteWriter()
  const writePostingList = createPostingListWriter(lists)
  // Of the lists of a term: field, number of passages with whether there are runs, bytes.
  const fields: number[] = []
  const counts: number[] = []
  const lengths: number[] = []
  const terms = writeStringTable(counted.terms, (writer, term) => {
    lists.clear()
    fields.length = 0
    counts.length = 0
    lengths.length = 0
    for (let field = 0; field < searchedFields.length; field++) {
      const list = counted.listOf(term, field)
      if (list < 0) continue
      const start = lists.length
      const hasRuns = writePostingList((onRun) => counted.postings.readRuns(list, onRun))
      fields.push(field)
      counts.push(counted.postings.count(list) * 2 + (hasRuns ? 1 : 0))
      lengths.push(lists.length - start)
    }
    const isLong = lists.length > longestInside
    writer.u8(fields.reduce((bits, field) => bits | (1 << field), isLong ? isOutside : 0))
    for (const count of counts) writer.varint(count)
    if (isLong) {
      writer.varint(outside.length)
      for (const length of lengths) writer.varint(length)
    }
    const target: ByteWriter = isLong ? outside : writer
    target.add(lists)
  })
  return { terms, postings: outside.view() }
}

export function openTerms(image: Image): TermTable {
  const table = openStringTable(image, 'terms')
  const outside = image.sections.postings.start
  const reader = createByteReader(image.bytes)
  /** Leaves the reader behind the numbers of passages. */
  const readCounts = (at: number) => {
    reader.at = at
    const bits = reader.u8()
    const counts = searchedFields.map((_, field) => (bits & (1 << field) ? reader.varint() : 0))
    return { isLong: (bits & isOutside) !== 0, counts }
  }
  const read = (at: number): readonly PostingList[] => {
    const { isLong, counts } = readCounts(at)
    const first = isLong ? outside + reader.varint() : reader.at
    let next = first
    const lists = counts.map((count): PostingList => {
      const list = { start: next, held: Math.floor(count / 2), hasRuns: count % 2 === 1 }
      if (list.held > 0) next = isLong ? next + reader.varint() : readPostingList(reader, list, pass)
      return list
    })
    image.check(first, next)
    return lists
  }
  return {
    size: table.size,
    find(term) {
      const at = table.find(term)
      return at < 0 ? undefined : read(at)
    },
    frequency(term) {
      const at = table.find(term)
      return at < 0 ? 0 : Math.floor((readCounts(at).counts[0] as number) / 2)
    },
    *entries() {
      for (const [term, at] of table.entries()) yield [term, read(at)]
    },
  }
}

// ---------------------------------------------------------------------------

function pass(): void {}
