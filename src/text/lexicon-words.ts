/** A word worth keeping in the lexicon: two letters or more of a script without spaces. */
const word = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{2,}$/u

/** The words of the cut texts that the segmenter can use, each once. */
export function collectWords(cut: (text: string) => string[], foldedTexts: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const text of foldedTexts) {
    // Most have been seen before, or are single signs.
    for (const found of cut(text))
      if (found.length >= 2 && !words.has(found) && word.test(found)) words.add(found)
  }
  return words
}
