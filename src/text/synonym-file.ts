import { type SynonymGroup, synonymKey } from './synonyms.ts'

/** What is wrong with a line of a file of synonyms; the line is not used. */
export interface SynonymFault {
  /** From 1. */
  line: number
  /** What is wrong and what to do. */
  message: string
}

/** The length of a member at most, in UTF-16 units. */
export const maxMemberLength = 60

/**
 * Reads groups of synonyms: one a line, `=` between the members; `#` opens a comment. A line with a fault is left
 * out, the others count.
 */
export function parseSynonyms(file: string): { groups: SynonymGroup[]; faults: SynonymFault[] } {
  const groups: SynonymGroup[] = []
  const faults: SynonymFault[] = []
  const lineOf = new Map<string, number>()
  for (const [at, raw] of file
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.replace(/#.*$/, '').trim()
    if (line === '') continue
    const parsed = parseLine(line, lineOf)
    if ('message' in parsed) {
      faults.push({ line: at + 1, message: parsed.message })
    } else {
      for (const key of parsed.members.keys()) lineOf.set(key, at + 1)
      groups.push([...parsed.members.values()])
    }
  }
  return { groups, faults }
}

/** The form that `parseSynonyms` reads; the same for the same groups in any order. */
export function serializeSynonyms(groups: readonly SynonymGroup[]): string {
  return groups
    .map((group) => `${group.join(' = ')}\n`)
    .sort()
    .join('')
}

type Line = { members: Map<string, string> } | { message: string }

function parseLine(line: string, lineOf: ReadonlyMap<string, number>): Line {
  const members = new Map<string, string>()
  const words = line.split(/[=＝]/).map((word) => word.trim().replace(/\s+/g, ' '))
  if (words.length < 2)
    return { message: `"${shorten(line)}" stands alone: write words that mean the same with = between` }
  if (words.includes(''))
    return { message: 'there is no word on one side of a =: write one there, or remove the =' }
  for (const word of words) {
    const message = faultOf(word, lineOf)
    if (message) return { message }
    if (!members.has(synonymKey(word))) members.set(synonymKey(word), word)
  }
  if (members.size > 1) return { members }
  const same = `"${shorten(line)}" says one word only: script, case, width and inflection make no difference to Lectern`
  return { message: `${same}; remove the line or add another word` }
}

function faultOf(word: string, lineOf: ReadonlyMap<string, number>): string | undefined {
  if (word.length > maxMemberLength)
    return `"${shorten(word)}" has ${word.length} characters, ${maxMemberLength} are allowed: write a shorter name`
  const key = synonymKey(word)
  if (key === '') return `"${word}" holds neither letter nor digit: nothing would match it`
  if (word.length < 2)
    return `"${word}" is a single character, which stands in too many words: write a longer one`
  const other = lineOf.get(key)
  return other === undefined
    ? undefined
    : `"${word}" stands in line ${other} too: write all words of one meaning on one line`
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
