import { fold } from './fold.ts'

/** The words that the segmenter knows, folded. Two characters at least: shorter ones cut nothing. */
export interface Lexicon {
  /** In code-unit order. */
  readonly words: readonly string[]
  /** Ends of all the words that begin at `start` of a folded text, shortest first. */
  endsAt(folded: string, start: number): readonly number[]
}

export const maxWordLength = 12

/** Of most places: no word begins there. */
const noEnds: readonly number[] = []

/** The same words, in any order and writing, give the same lexicon. */
export function createLexicon(given: Iterable<string>): Lexicon {
  const known = new Set<string>()
  for (const word of given) {
    const folded = fold(word.trim())
    if (folded.length >= 2 && folded.length <= maxWordLength) known.add(folded)
  }
  const words = [...known].sort()
  const tree = createTree(words)
  return {
    words,
    endsAt(folded, start) {
      if (!tree.mayBegin(folded.charCodeAt(start), folded.charCodeAt(start + 1))) return noEnds
      let ends: number[] | undefined
      let node = tree.findChild(root, folded.charCodeAt(start))
      const last = Math.min(folded.length, start + maxWordLength)
      for (let at = start + 1; node !== 0 && at < last; at++) {
        node = tree.findChild(node, folded.charCodeAt(at))
        if (node === 0 || tree.isWord[node] === 0) continue
        if (ends) ends.push(at + 1)
        else ends = [at + 1]
      }
      return ends ?? noEnds
    },
  }
}

/** Number of the node that words begin at; 0 is no node. */
const root = 1

/** Words letter by letter: a node for each beginning. All nodes share one hash table: most places of a text end at a miss. */
function createTree(words: readonly string[]) {
  const size = words.reduce((sum, { length }) => sum + length, root + 1)
  const isWord = new Uint8Array(size)
  // Three numbers a slot: node, UTF-16 unit, child. Two thirds of them are taken at most.
  const slots = new Uint32Array(3 * 2 ** Math.ceil(Math.log2(size * 1.5)))
  const mask = slots.length / 3 - 1
  const findSlot = (node: number, unit: number): number => {
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
    let slot = ((hash ^ (hash >>> 15)) & mask) * 3
    while (slots[slot + 2] !== 0 && (slots[slot] !== node || slots[slot + 1] !== unit))
      slot = slot + 3 === slots.length ? 0 : slot + 3
    return slot
  }
  // A bit for the first two units of each word, by their hash: so small that it stays near the processor.
  const beginnings = new Uint32Array(1 << (beginningBits - 5))
  let nodes = root
  const addChild = (node: number, unit: number): number => {
    const slot = findSlot(node, unit)
    if (slots[slot + 2] === 0) slots.set([node, unit, ++nodes], slot)
    return slots[slot + 2] as number
  }
  for (const word of words) {
    let node = root
    for (let at = 0; at < word.length; at++) node = addChild(node, word.charCodeAt(at))
    isWord[node] = 1
    const bit = hashBeginning(word.charCodeAt(0), word.charCodeAt(1))
    beginnings[bit >>> 5] = (beginnings[bit >>> 5] as number) | (1 << (bit & 31))
  }
  return {
    isWord,
    /** False where no word begins with these units. */
    mayBegin(unit: number, next: number): boolean {
      const bit = hashBeginning(unit, next)
      return ((beginnings[bit >>> 5] as number) & (1 << (bit & 31))) !== 0
    },
    /** 0 where there is none. */
    findChild: (node: number, unit: number) => slots[findSlot(node, unit) + 2] as number,
  }
}

const beginningBits = 18

/** A number of `beginningBits` bits. */
function hashBeginning(unit: number, next: number): number {
  return Math.imul(unit * 0x10000 + next, 0x9e3779b1) >>> (32 - beginningBits)
}

/** One word a line. */
export function serializeLexicon(lexicon: Lexicon): string {
  return lexicon.words.map((word) => `${word}\n`).join('')
}

export function parseLexicon(file: string): Lexicon {
  return createLexicon(file.split('\n'))
}
