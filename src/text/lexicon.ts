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
  const isWord = new Map<string, boolean>()
  for (const word of known) {
    for (let length = 2; length < word.length; length++) {
      const prefix = word.slice(0, length)
      if (!isWord.has(prefix)) isWord.set(prefix, known.has(prefix))
    }
    isWord.set(word, true)
  }
  return {
    words: [...known].sort(),
    endsAt(folded, start) {
      let ends: number[] | undefined
      const last = Math.min(folded.length, start + maxWordLength)
      for (let end = start + 2; end <= last; end++) {
        const found = isWord.get(folded.slice(start, end))
        if (found === undefined) break
        if (!found) continue
        if (ends) ends.push(end)
        else ends = [end]
      }
      return ends ?? noEnds
    },
  }
}

/** One word a line. */
export function serializeLexicon(lexicon: Lexicon): string {
  return lexicon.words.map((word) => `${word}\n`).join('')
}

export function parseLexicon(file: string): Lexicon {
  return createLexicon(file.split('\n'))
}
