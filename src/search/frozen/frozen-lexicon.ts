import { type Lexicon, maxWordLength } from '../../text/lexicon.ts'
import { openColumns, writeColumns } from './columns.ts'
import type { Image } from './image.ts'

/**
 * Words as a tree of their letters, level by level: the children of a node stand side by side in code-unit order.
 * Columns of a node: its letter, its first child, how many children it has times two, plus 1 where a word ends.
 * Node 0 is the root.
 */
export function writeLexicon(words: readonly string[]): Uint8Array {
  const letters = [0]
  const firsts = [0]
  const ends = [0]
  /** Words `from` to `to` share their first `depth` letters. */
  let level = [{ node: 0, from: 0, to: words.length }]
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = []
    for (const { node, from, to } of level) {
      let at = from
      if (at < to && (words[at] as string).length === depth) {
        ends[node] = (ends[node] as number) + 1
        at++
      }
      firsts[node] = letters.length
      while (at < to) {
        const letter = (words[at] as string).charCodeAt(depth)
        const start = at
        while (at < to && (words[at] as string).charCodeAt(depth) === letter) at++
        next.push({ node: letters.length, from: start, to: at })
        letters.push(letter)
        firsts.push(0)
        ends.push(0)
        ends[node] = (ends[node] as number) + 2
      }
    }
    level = next
  }
  return writeColumns(
    letters.length,
    [letters, firsts, ends].map((column) => (node: number) => column[node] as number),
  )
}

/** Reads the words where they stand. They are in code-unit order. */
export function openLexicon(image: Image): Lexicon {
  const columns = openColumns(image, 'lexicon')
  const [letters, firsts, ends] = [0, 1, 2].map((column) => columns.column(column)) as [Nodes, Nodes, Nodes]
  const roots = indexRoots(letters, firsts, ends)
  const findChild = (node: number, letter: number): number => {
    let from = firsts[node] as number
    let to = from + ((ends[node] as number) >>> 1)
    while (from < to) {
      const middle = (from + to) >>> 1
      const own = letters[middle] as number
      if (own === letter) return middle
      if (own < letter) from = middle + 1
      else to = middle
    }
    return 0
  }
  return {
    get words() {
      return collectWords(letters, firsts, ends)
    },
    endsAt(folded, start) {
      let found: number[] | undefined
      let node = roots[folded.charCodeAt(start)] ?? 0
      const last = Math.min(folded.length, start + maxWordLength)
      for (let at = start + 1; node !== 0 && at < last; at++) {
        node = findChild(node, folded.charCodeAt(at))
        if (node === 0 || ((ends[node] as number) & 1) === 0) continue
        if (found) found.push(at + 1)
        else found = [at + 1]
      }
      return found ?? noEnds
    },
  }
}

// ---------------------------------------------------------------------------

type Nodes = ReturnType<ReturnType<typeof openColumns>['column']>

const noEnds: readonly number[] = []

/** Child of the root by letter: it has so many that a search would take its time. */
function indexRoots(letters: Nodes, firsts: Nodes, ends: Nodes): Uint32Array {
  const roots = new Uint32Array(0x10000)
  const first = firsts[0] as number
  for (let node = first; node < first + ((ends[0] as number) >>> 1); node++)
    roots[letters[node] as number] = node
  return roots
}

function collectWords(letters: Nodes, firsts: Nodes, ends: Nodes): string[] {
  const words: string[] = []
  const visit = (node: number, prefix: string) => {
    if ((ends[node] as number) & 1) words.push(prefix)
    const first = firsts[node] as number
    for (let child = first; child < first + ((ends[node] as number) >>> 1); child++)
      visit(child, prefix + String.fromCharCode(letters[child] as number))
  }
  visit(0, '')
  return words
}
