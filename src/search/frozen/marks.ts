/** Which terms of a query each passage holds: a bit for each. 32 terms share a plane, a word for each passage. */
export interface Marks {
  /** Plane after plane. */
  readonly bits: Uint32Array
  /** Where the plane of a term begins. */
  begins(term: number): number
  /** Makes room for so many terms, and forgets the query before. */
  begin(terms: number): void
  /** How many terms a passage holds. */
  count(passage: number): number
  /** Their numbers, in order. */
  read(passage: number): number[]
}

export function createMarks(passages: number): Marks {
  let bits = new Uint32Array(passages)
  let planes = 1
  return {
    get bits() {
      return bits
    },
    begins: (term) => (term >>> 5) * passages,
    begin(terms) {
      planes = Math.max(1, Math.ceil(terms / 32))
      if (planes * passages > bits.length) bits = new Uint32Array(planes * passages)
      else bits.fill(0, 0, planes * passages)
    },
    count(passage) {
      let count = 0
      for (let plane = 0; plane < planes; plane++)
        count += countBits(bits[plane * passages + passage] as number)
      return count
    },
    read(passage) {
      const numbers: number[] = []
      for (let plane = 0; plane < planes; plane++) {
        let left = bits[plane * passages + passage] as number
        // The lowest bit that is set, then the next one.
        for (; left !== 0; left &= left - 1) numbers.push(plane * 32 + 31 - Math.clz32(left & -left))
      }
      return numbers
    },
  }
}

function countBits(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
