import { fold } from '../../../src/text/fold.ts'
import type { Lexicon } from '../../../src/text/lexicon.ts'
import { seeded, seedOf } from '../seeded.ts'

/** The share of the words of a copy that are replaced. */
export const replacedShare = 0.3

/**
 * Makes copies of texts in which some words are others of the lexicon of the same length, so that a corpus beyond
 * its size has new neighbours and new places for its words. The same text of the same copy always changes alike.
 */
export function createRewriter(lexicon: Lexicon): (text: string, copy: number) => string {
  const byLength = new Map<number, string[]>()
  for (const word of lexicon.words.filter(isHan)) {
    const others = byLength.get(word.length)
    if (others) others.push(word)
    else byLength.set(word.length, [word])
  }
  return (text, copy) => {
    const random = seeded(seedOf(`${copy}:${text}`))
    const folded = fold(text)
    let rewritten = ''
    for (let at = 0; at < text.length; ) {
      const end = lexicon.endsAt(folded, at).at(-1) ?? at + 1
      const others = isHan(folded.slice(at, end)) ? byLength.get(end - at) : undefined
      const isReplaced = others !== undefined && random() < replacedShare
      rewritten += isReplaced ? others[Math.floor(random() * others.length)] : text.slice(at, end)
      at = end
    }
    return rewritten
  }
}

function isHan(word: string): boolean {
  return word.length > 1 && /^\p{Script=Han}+$/u.test(word)
}
