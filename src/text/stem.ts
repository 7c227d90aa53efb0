import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemRussian } from '@orama/stemmers/russian'

const cacheLimit = 20_000
const cache = new Map<string, string>()

/** Stem of a folded word: English for ASCII letters, Russian for Cyrillic, the word itself otherwise. */
export function stem(word: string): string {
  const cached = cache.get(word)
  if (cached !== undefined) return cached
  if (cache.size >= cacheLimit) cache.clear()
  const stemmed = stemByScript(word)
  cache.set(word, stemmed)
  return stemmed
}

function stemByScript(word: string): string {
  if (/^[a-z]+$/.test(word)) return stemEnglish(word)
  if (/^[\u0430-\u044f]+$/.test(word)) return stemRussian(word)
  return word
}
