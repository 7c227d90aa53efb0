import type { Person } from '../../record/record.ts'
import type { Candidate } from './label-read.ts'
import { nameKey } from './labels.ts'

/**
 * Labels that name a person of the metadata, `沈澜` or, with the very office declared, `沈澜（港务局局长）`, are sure,
 * whatever name and office look like.
 */
export function readDeclared(
  candidates: readonly (Candidate | undefined)[],
  people: readonly Person[] = [],
): (Candidate | undefined)[] {
  const declared = new Map<string, Person | undefined>()
  for (const person of people) {
    const { name, role } = person
    declared.set(nameKey(name), undefined)
    for (const brackets of ['（）', '()']) {
      if (role !== undefined) declared.set(nameKey(name + brackets[0] + role + brackets[1]), person)
    }
  }
  return candidates.map((candidate) => {
    if (!candidate || !declared.has(nameKey(candidate.name))) return candidate
    return { ...candidate, ...declared.get(nameKey(candidate.name)), sure: true }
  })
}
