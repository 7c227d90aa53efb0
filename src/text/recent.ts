/** Keeps what was used last, up to a size in all. */
export interface Recent<K, V> {
  get(key: K): V | undefined
  /** What alone is larger than all that may be kept is kept for as long as it is the latest. */
  set(key: K, value: V): void
}

/** @param sizeOf in the unit of `capacity`. */
export function createRecent<K, V>(capacity: number, sizeOf: (value: V, key: K) => number): Recent<K, V> {
  // In the order of their last use.
  const kept = new Map<K, V>()
  let total = 0
  // Whoever asks for a thing asks for it again at once, as a rule.
  let newest: { key: K; value: V } | undefined
  const drop = (key: K) => {
    const value = kept.get(key)
    if (value === undefined) return
    kept.delete(key)
    total -= sizeOf(value, key)
  }
  return {
    get(key) {
      if (newest?.key === key) return newest.value
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      newest = { key, value }
      return value
    },
    set(key, value) {
      drop(key)
      kept.set(key, value)
      newest = { key, value }
      total += sizeOf(value, key)
      for (const oldest of kept.keys()) {
        if (total <= capacity || oldest === key) break
        drop(oldest)
      }
    },
  }
}
