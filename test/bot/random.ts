/** Chance that is the same each time. */
export interface Random {
  /** A whole number from 0 on, below `limit`. */
  below(limit: number): number
  of<Item>(items: readonly Item[]): Item
  /** Signs that may stand in a header. */
  text(length: number): string
  /** All but some of the end. */
  cut(text: string): string
  /** With one ASCII sign changed for another that is not the same letter. */
  change(text: string): string
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const of = <Item>(items: readonly Item[]) => items[below(items.length)] as Item
  const text = (length: number) => Array.from({ length }, () => of(signs)).join('')
  return {
    below,
    of,
    text,
    cut: (whole) => whole.slice(0, below(whole.length)),
    change(whole) {
      const at = below(whole.length)
      const old = whole.charAt(at)
      const others = signs.filter((sign) => sign.toLowerCase() !== old.toLowerCase())
      return whole.slice(0, at) + of(others) + whole.slice(at + 1)
    },
  }
}

// ---------------------------------------------------------------------------

const signs = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/=-_.,:;&%{}[]"']

/** A generator that is small and good enough for this. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
