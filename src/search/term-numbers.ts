import { fromUnits } from '../text/from-units.ts'
import { makeRoom } from './number-rows.ts'

/** Numbers terms from 0 on, in order of appearance. */
export interface TermNumbers {
  readonly size: number
  /** The number of the term that stands in `text` from `start` to `end`. Makes no string of it. */
  of(text: string, start: number, end: number): number
  /** The term of a number. */
  at(number: number): string
}

/**
 * A hash table over UTF-16 units. A `Map` would need each term as a string of its own, most of them for nothing: a text
 * holds the same terms again and again.
 */
export function createTermNumbers(): TermNumbers {
  let size = 0
  // Two numbers a slot: hash and one more than the term's number, so that 0 is none. Half of them stay free.
  let slots = new Uint32Array(2 * 4096)
  let units = new Uint16Array(1 << 14)
  // Where the units of each term begin, and the last ones end.
  let begins = new Uint32Array(1 << 12)
  // Those that somebody asked for.
  const strings: string[] = []

  const holds = (number: number, text: string, start: number, end: number): boolean => {
    let at = begins[number] as number
    if ((begins[number + 1] as number) - at !== end - start) return false
    for (let from = start; from < end; from++) if (units[at++] !== text.charCodeAt(from)) return false
    return true
  }
  const widen = () => {
    const wider = new Uint32Array(slots.length * 2)
    for (let at = 0; at < slots.length; at += 2) {
      if (slots[at + 1] === 0) continue
      const to = findFree(wider, slots[at] as number)
      wider[to] = slots[at] as number
      wider[to + 1] = slots[at + 1] as number
    }
    slots = wider
  }
  const add = (text: string, start: number, end: number): number => {
    let at = begins[size] as number
    units = makeRoom(units, at + end - start)
    begins = makeRoom(begins, size + 2)
    for (let from = start; from < end; from++) units[at++] = text.charCodeAt(from)
    begins[size + 1] = at
    return size++
  }
  return {
    get size() {
      return size
    },
    of(text, start, end) {
      const hash = hashUnits(text, start, end)
      let at = placeOf(slots, hash)
      for (; slots[at + 1] !== 0; at = after(slots, at)) {
        const number = (slots[at + 1] as number) - 1
        if (slots[at] === hash && holds(number, text, start, end)) return number
      }
      const number = add(text, start, end)
      slots[at] = hash
      slots[at + 1] = number + 1
      if (size * 4 > slots.length) widen()
      return number
    },
    at(number) {
      strings[number] ??= fromUnits(units.subarray(begins[number], begins[number + 1]))
      return strings[number]
    },
  }
}

// ---------------------------------------------------------------------------

/** FNV-1a over UTF-16 units, mixed at the end. */
function hashUnits(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Where to look for a hash first. */
function placeOf(slots: Uint32Array, hash: number): number {
  return (hash * 2) & (slots.length - 2)
}

function after(slots: Uint32Array, at: number): number {
  return (at + 2) & (slots.length - 2)
}

function findFree(slots: Uint32Array, hash: number): number {
  let at = placeOf(slots, hash)
  while (slots[at + 1] !== 0) at = after(slots, at)
  return at
}
