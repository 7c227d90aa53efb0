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
      for (let number = 0; number < marks.words * 32; number++) {
        const bits = marks.bits[passage * marks.words + (number >>> 5)] as number
        if (bits & (1 << (number & 31))) numbers.push(number)
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
