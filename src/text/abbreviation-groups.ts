import type { Abbreviation } from './abbreviations.ts'
import { fold } from './fold.ts'
import { maxMemberLength } from './synonym-file.ts'
import { type SynonymGroup, synonymKey } from './synonyms.ts'

/** A short form that texts give to several names of one script, so that it tells none of them. */
export interface AmbiguousShort {
  short: string
  /** As written, in order of appearance. */
  longs: string[]
}

export interface SynonymsWithAbbreviations {
  groups: SynonymGroup[]
  /** What was added to the groups. */
  added: Abbreviation[]
  ambiguous: AmbiguousShort[]
}

/**
 * Adds the abbreviations that texts define to groups that people wrote; what these say of a short form stands. One
 * that stands whole in its name (外交部) adds nothing, as the name holds its words.
 */
export function addAbbreviations(
  written: readonly SynonymGroup[],
  found: Iterable<Abbreviation>,
): SynonymsWithAbbreviations {
  const groups = written.map((group) => [...group])
  const groupOf = new Map<string, string[]>()
  for (const group of groups) for (const member of group) groupOf.set(synonymKey(member), group)
  const result: SynonymsWithAbbreviations = { groups, added: [], ambiguous: [] }
  for (const { short, longs } of collectByShort(found)) {
    const isAmbiguous = new Set(longs.map(isHan)).size < longs.length
    if (!isAmbiguous) for (const long of longs) add({ long, short })
    else if (!groupOf.has(synonymKey(short))) result.ambiguous.push({ short, longs })
  }
  return result

  function add(abbreviation: Abbreviation): void {
    const members = [abbreviation.long, abbreviation.short]
    const [ofLong, ofShort] = members.map((member) => groupOf.get(synonymKey(member)))
    if (ofLong && ofShort) return
    const group = ofLong ?? ofShort ?? []
    if (group.length === 0) groups.push(group)
    for (const member of members) {
      if (groupOf.has(synonymKey(member))) continue
      group.push(member)
      groupOf.set(synonymKey(member), group)
    }
    result.added.push(abbreviation)
  }
}

/** A name in letters and one in Han may be the same name in two languages. */
function isHan(name: string): boolean {
  return /\p{Script=Han}/u.test(name)
}

/** By short form, in code-unit order, each with its different names. */
function collectByShort(found: Iterable<Abbreviation>): AmbiguousShort[] {
  const shorts = new Map<string, { short: string; longs: Map<string, string> }>()
  for (const { long, short } of found) {
    if (long.length > maxMemberLength || (isHan(short) && fold(long).includes(fold(short)))) continue
    const key = synonymKey(short)
    const entry = shorts.get(key) ?? { short, longs: new Map<string, string>() }
    shorts.set(key, entry)
    if (!entry.longs.has(synonymKey(long))) entry.longs.set(synonymKey(long), long)
  }
  return [...shorts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { short, longs }]) => ({ short, longs: [...longs.values()] }))
}
