import type { Repair, RepairKind } from '../record/record.ts'

/** Longest `before` and `after` that a repair keeps, in UTF-16 units. */
const shownLength = 240

/** A repair whose texts are shortened with … in the middle; `length` tells how long the original was. */
export function createRepair(
  kind: RepairKind,
  before: string,
  at: { after?: string; line?: number } = {},
): Repair {
  const repair: Repair = {
    kind,
    before: shorten(before),
    after: shorten(at.after ?? ''),
    length: before.length,
  }
  if (at.line !== undefined) repair.line = at.line
  return repair
}

function shorten(text: string): string {
  if (text.length <= shownLength) return text
  const half = shownLength / 2
  const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, '')
  const tail = text.slice(-half).replace(/^[\udc00-\udfff]/, '')
  return `${head}…${tail}`
}
