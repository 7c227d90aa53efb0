import type { LecternRecord } from '../record/record.ts'
import { compareCodeUnits } from '../text/code-units.ts'

/** Newest first; those without a date at the end. Of one day, in the order given. */
export function newestFirst(records: readonly LecternRecord[]): LecternRecord[] {
  return [...records].sort((a, b) => compareCodeUnits(b.date ?? '', a.date ?? ''))
}
