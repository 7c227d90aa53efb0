import type { LecternRecord } from '../record/record.ts'

/** Newest first; those without a date at the end. Of one day, in the order given. */
export function newestFirst(records: readonly LecternRecord[]): LecternRecord[] {
  return [...records].sort((a, b) => compare(b.date ?? '', a.date ?? ''))
}

// ---------------------------------------------------------------------------

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
