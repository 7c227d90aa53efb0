/**
 * A check of 32 bits over bytes, a word of four at a time. Each step is one to one in what came before and in the
 * word, so that a change within one word always changes it.
 */
export function checkBytes(words: Uint32Array, start: number, end: number): number {
  let check = 0x9e3779b9 ^ (end - start)
  for (let at = start; at < end; at++) {
    check = Math.imul(check ^ (words[at] as number), 0x85ebca6b)
    check = (check << 13) | (check >>> 19)
  }
  check = Math.imul(check ^ (check >>> 16), 0xc2b2ae35)
  return (check ^ (check >>> 13)) >>> 0
}
