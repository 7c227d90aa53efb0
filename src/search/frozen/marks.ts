/** Which terms of a query each passage holds: a bit for each, in as many words as the query needs. */
export interface Marks {
  /** A word or more for each passage. */
  bits: Uint32Array
  /** How many words a passage has. */
  words: number
  /** Makes room for so many terms, and forgets the query before. */
  begin(terms: number): void
  /** How many terms a passage holds. */
  count(passage: number): number
  /** Their numbers, in order. */
  read(passage: number): number[]
}

export function createMarks(passages: number): Marks {
  const marks: Marks = {
    bits: new Uint32Array(passages),
    words: 1,
    begin(terms) {
      const words = Math.max(1, Math.ceil(terms / 32))
      if (words * passages > marks.bits.length) marks.bits = new Uint32Array(words * passages)
      else marks.bits.fill(0, 0, Math.max(words, marks.words) * passages)
      marks.words = words
    },
    count(passage) {
      let count = 0
      for (let word = 0; word < marks.words; word++)
        count += countBits(marks.bits[passage * marks.words + word] as number)
      return count
    },
    read(passage) {
      const numbers: number[] = []
      for (let word = 0; word < marks.words; word++) {
        let bits = marks.bits[passage * marks.words + word] as number
        // The lowest bit that is set, then the next one.
        for (; bits !== 0; bits &= bits - 1) numbers.push(word * 32 + 31 - Math.clz32(bits & -bits))
      }
      return numbers
    },
  }
  return marks
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
