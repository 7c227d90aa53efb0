import { fold } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { codePointWidth, findRuns, type Run } from './script.ts'
import type { Span } from './span.ts'
import { stem } from './stem.ts'
import { toSynonymTerm } from './synonym-term.ts'

/** Words that mean the same, as they are written; the first gives the group its term. */
export type SynonymGroup = readonly string[]

/** Groups of synonyms, ready to be found in texts. */
export interface Synonyms {
  readonly groups: readonly SynonymGroup[]
  /** Every place where a text says a member of a group; inside a member, shorter ones of other groups too. */
  find(source: CutText): SynonymMatch[]
}

/** A text with what the analyzer knows of it. */
export interface CutText {
  text: string
  /** Of the same length. */
  folded: string
  runs: readonly Run[]
  lexicon: Lexicon
}

export interface SynonymMatch extends Span {
  /** The same for all members of a group: `~友好城市`. */
  term: string
}

/** A group gives nothing for members of which `synonymKey` finds no word; a word is of the first group that has it. */
export function createSynonyms(groups: readonly SynonymGroup[]): Synonyms {
  const root: Node = { next: new Map() }
  for (const group of groups) for (const member of group) addMember(root, group, member)
  const heads = new Set([...root.next.keys()].map((key) => key.codePointAt(0) as number))
  return {
    groups,
    find(source) {
      const matches: SynonymMatch[] = []
      if (root.next.size === 0) return matches
      const reached = new Map<string, number>()
      source.runs.forEach((run, at) => {
        for (const start of startsIn(heads, run, source.folded)) {
          const longest = findLongest(root, source, { run: at, start })
          for (const [term, end] of longest) {
            if (end <= (reached.get(term) ?? 0) || isTorn(source, { start, end })) continue
            reached.set(term, end)
            matches.push({ term, start, end })
          }
        }
      })
      return matches
    },
  }
}

/** Two writings with the same key are the same word to Lectern: script, case, width and inflection fold. */
export function synonymKey(member: string): string {
  const folded = fold(member.trim())
  return [...piecesOf(folded, findRuns(folded))].map(({ key }) => key).join('\t')
}

// ---------------------------------------------------------------------------

interface Node {
  next: Map<string, Node>
  member?: { term: string; inCapitals: boolean }
}

function addMember(root: Node, group: SynonymGroup, member: string): void {
  const folded = fold(member.trim())
  let node = root
  for (const { key } of piecesOf(folded, findRuns(folded))) {
    const next = node.next.get(key) ?? { next: new Map() }
    node.next.set(key, next)
    node = next
  }
  if (node === root) return
  const term = toSynonymTerm(fold((group[0] as string).trim()))
  node.member ??= { term, inCapitals: isAbbreviation(member.trim()) }
}

/** Letters all in capitals, as US or IT: in small letters they are another word. */
function isAbbreviation(member: string): boolean {
  return /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}.&-]+$/u.test(member)
}

/** A character of a script without spaces or a word of another, with how it is joined to the piece before. */
interface Piece {
  key: string
  end: number
}

interface Place {
  /** Number of the run that `start` lies in. */
  run: number
  start: number
}

/** The pieces of a text from a place on. */
function* piecesOf(folded: string, runs: readonly Run[], from?: Place): Generator<Piece> {
  let before = from?.start ?? runs[0]?.start ?? 0
  for (let at = from?.run ?? 0; at < runs.length; at++) {
    const run = runs[at] as Run
    for (let start = Math.max(run.start, from?.start ?? 0); start < run.end; ) {
      const end = run.kind === 'spaced' ? run.end : start + codePointWidth(folded, start)
      const joint = folded.slice(before, start)
      const word = folded.slice(start, end)
      yield { key: toJoint(joint) + (run.kind === 'spaced' ? stem(word) : word), end }
      before = end
      start = end
    }
  }
}

/** Blanks and hyphens join words alike. */
function toJoint(between: string): string {
  return /^[ -]{1,2}$/.test(between) ? ' ' : between
}

/**
 * Where a member may begin: at a character of a script without spaces, at the head of a word of another.
 * @param heads code points that members begin with
 */
function startsIn(heads: ReadonlySet<number>, run: Run, folded: string): number[] {
  if (run.kind === 'spaced') return [run.start]
  const starts: number[] = []
  for (let at = run.start; at < run.end; at += codePointWidth(folded, at))
    if (heads.has(folded.codePointAt(at) as number)) starts.push(at)
  return starts
}

/** Term -> end of the longest member of its group that begins at a place. */
function findLongest(root: Node, { text, folded, runs }: CutText, from: Place): Map<string, number> {
  const found = new Map<string, number>()
  let node: Node | undefined = root
  for (const { key, end } of piecesOf(folded, runs, from)) {
    node = node.next.get(key)
    if (!node) break
    const { member } = node
    if (member && (!member.inCapitals || isAbbreviation(text.slice(from.start, end))))
      found.set(member.term, end)
  }
  return found
}

/** Whether two words of the lexicon meet inside it and reach out on both sides: 友城 in 朋友|城市. */
function isTorn({ folded, lexicon }: CutText, { start, end }: Span): boolean {
  for (let middle = start + 1; middle < end; middle++) {
    if (!lexicon.endsAt(folded, middle).some((wordEnd) => wordEnd > end)) continue
    for (let first = Math.max(0, start - reach); first < start; first++)
      if (lexicon.endsAt(folded, first).includes(middle)) return true
  }
  return false
}

/** How far before a member a word is looked for that reaches into it. */
const reach = 3
