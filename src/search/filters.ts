import * as z from 'zod'
import { LecternError } from '../errors.ts'

/** Filters are exact; a passage that does not meet all of them is never a hit. */
export interface Filters {
  /** Speaker's name, compared folded. */
  speaker?: string
  /** Earliest date, `YYYY-MM-DD`, inclusive. */
  from?: string
  /** Latest date, `YYYY-MM-DD`, inclusive. */
  to?: string
  /** Record id. */
  record?: string
  kind?: string
}

const day = z.iso.date()

/** @throws {LecternError} `filter-invalid` for a date that is none, or bounds in the wrong order. */
export function checkFilters({ from, to }: Filters): void {
  for (const [name, value] of Object.entries({ from, to })) {
    if (value === undefined || day.safeParse(value).success) continue
    throw new LecternError(
      'filter-invalid',
      `${name} is ${JSON.stringify(value)}: write a date as YYYY-MM-DD`,
    )
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new LecternError('filter-invalid', `from (${from}) is after to (${to}): exchange them`)
  }
}
