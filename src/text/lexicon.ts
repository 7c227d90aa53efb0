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
export function createLexicon(words: Iterable<string>): Lexicon {
  const known = new Set<string>()
  for (const word of words) {
    const folded = fold(word.trim())
    if (folded.length >= 2 && folded.length <= maxWordLength) known.add(folded)
  }
  const roots: (Node | undefined)[] = []
  for (const word of known) addWord(roots, word)
  return {
    words: [...known].sort(),
    endsAt(folded, start) {
      let ends: number[] | undefined
      let node = roots[folded.charCodeAt(start)]
      const last = Math.min(folded.length, start + maxWordLength)
      for (let at = start + 1; node && at < last; at++) {
        node = node.next?.get(folded.charCodeAt(at))
        if (!node?.isWord) continue
        if (ends) ends.push(at + 1)
        else ends = [at + 1]
      }
      return ends ?? noEnds
    },
  }
}

/** Words that begin with the same UTF-16 units. */
interface Node {
  isWord: boolean
  next?: Map<number, Node>
}

function addWord(roots: (Node | undefined)[], word: string): void {
  const first = word.charCodeAt(0)
  let node = roots[first] ?? { isWord: false }
  roots[first] = node
  for (let at = 1; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    node.next ??= new Map()
    const next = node.next.get(unit) ?? { isWord: false }
    node.next.set(unit, next)
    node = next
  }
  node.isWord = true
}

/** One word a line. */
export function serializeLexicon(lexicon: Lexicon): string {
  return lexicon.words.map((word) => `${word}\n`).join('')
}

export function parseLexicon(file: string): Lexicon {
  return createLexicon(file.split('\n'))
}
