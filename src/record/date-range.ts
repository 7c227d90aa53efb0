import type { LecternRecord } from './record.ts'

/** Earliest and latest date, where any record has one. */
export function findDates(
  records: readonly Pick<LecternRecord, 'date'>[],
): { from: string; to: string } | undefined {
  let from: string | undefined
  let to: string | undefined
  for (const { date } of records) {
    if (date === undefined) continue
    if (from === undefined || date < from) from = date
    if (to === undefined || date > to) to = date
  }
  return from !== undefined && to !== undefined ? { from, to } : undefined
}
