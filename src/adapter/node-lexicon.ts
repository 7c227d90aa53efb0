import type { LecternRecord } from '../record/record.ts'
import { fold } from '../text/fold.ts'
import { createLexicon, type Lexicon } from '../text/lexicon.ts'
import { collectWords } from '../text/lexicon-words.ts'
import { openJieba } from './node-jieba.ts'

/** The words that nodejieba finds in the records, with `userWords` (synonyms among them) and the names of the speakers. */
export function buildLexicon(records: readonly LecternRecord[], userWords: readonly string[] = []): Lexicon {
  const known = [...new Set([...userWords, ...speakersOf(records)].map((word) => fold(word.trim())))]
    .filter(isWord)
    .sort()
  const words = collectWords(openJieba(known, textsOf(records)), textsOf(records))
  for (const word of known) words.add(word)
  return createLexicon(words)
}

/** nodejieba's dictionary takes one word a line, with a space before its frequency. */
function isWord(word: string): boolean {
  return word.length >= 2 && !/\s/u.test(word)
}

function* speakersOf(records: readonly LecternRecord[]): Iterable<string> {
  for (const { turns, people } of records) {
    for (const { speaker } of turns) if (speaker !== undefined) yield speaker
    for (const { name } of people) yield name
  }
}

function* textsOf(records: readonly LecternRecord[]): Iterable<string> {
  for (const { title, text } of records) {
    yield fold(title)
    for (const line of fold(text).split('\n')) yield line
  }
}
