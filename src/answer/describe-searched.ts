import { findDates } from '../record/date-range.ts'
import type { LecternRecord } from '../record/record.ts'
import type { Filters } from '../search/filters.ts'
import { acceptRecord, type LecternIndex } from '../search/lectern-index.ts'
import type { Searched } from './answer.ts'

type Accepts = ((passage: number) => boolean) | undefined

/** Tells what was looked through: the records within the filters, their passages and the days that they span. */
export type DescribeSearched = (filters: Filters, accepts: Accepts) => Searched

export function createDescribeSearched({ records, passages }: LecternIndex): DescribeSearched {
  let all: Searched | undefined
  return (filters, accepts) => {
    if (!accepts) {
      all ??= describe(records, passages.length)
      return { ...all }
    }
    const spoken = new Set<number>()
    let count = 0
    for (let passage = 0; passage < passages.length; passage++) {
      if (!accepts(passage)) continue
      count++
      spoken.add(passages.recordOf(passage))
    }
    // Whom a record lets speak, only its passages tell.
    const isWithin = (record: LecternRecord, number: number) =>
      filters.speaker === undefined ? acceptRecord(record, filters) : spoken.has(number)
    return describe(records.filter(isWithin), count)
  }
}

// ---------------------------------------------------------------------------

function describe(records: readonly LecternRecord[], passages: number): Searched {
  return { records: records.length, passages, ...findDates(records) }
}
