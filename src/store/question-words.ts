import { fold } from '../text/fold.ts'

/** What makes two questions one: the words, whatever their script, width, case, spaces and end punctuation. */
export function toQuestionWords(question: string): string {
  const folded = fold(question).replace(/\s+/gu, '')
  const words = folded.replace(/\p{P}+$/u, '')
  return words === '' ? folded : words
}
