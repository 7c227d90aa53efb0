import { fold } from '../../src/text/fold.ts'

/** Whether a place in a text lies between the two UTF-16 units of one character. */
export function partsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
}

/** Letters and digits, folded; all of it where there are none. */
export function wordsOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '') || text
}
