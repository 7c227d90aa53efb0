import { sha256 } from '../text/digest.ts'

/** Fills bytes with randomness, and gives them back. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const length = 16

/** A new id for an answer: 16 signs of base62, 95 bits. */
export function createAnswerId(random: FillRandom): string {
  let id = ''
  while (id.length < length) {
    for (const byte of random(new Uint8Array(length))) {
      // 248 is the largest multiple of 62 in a byte: beyond, some signs would be more likely than others.
      if (byte < 248 && id.length < length) id += signs[byte % 62]
    }
  }
  return id
}

/** The id of what an index says to a question, whoever asks and whenever: kept answers need no id of their own. */
export async function toAnswerId(question: string, index: string): Promise<string> {
  return (await sha256(JSON.stringify([question.trim(), index]))).slice(0, 32)
}
