import type { LecternRecord } from '../record/record.ts'

/** Newest first; those without a date at the end. Of one day, in the order given. */
export function newestFirst(records: readonly LecternRecord[]): LecternRecord[] {
  return [...records].sort((a, b) => compare(b.date ?? '', a.date ?? ''))
}

/** Earliest and latest date, where any record has one. */
export function findDates(records: readonly LecternRecord[]): { from: string; to: string } | undefined {
  const dates = records.flatMap(({ date }) => date ?? []).sort()
  const [from] = dates
  const to = dates.at(-1)
  return from !== undefined && to !== undefined ? { from, to } : undefined
}

// ---------------------------------------------------------------------------

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
