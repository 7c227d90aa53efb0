/**
 * Remembers what was made for each number, the latest used, up to a size in all.
 * @param make gives a value and its size, in the unit of `capacity`.
 */
export function createCache<T>(
  capacity: number,
  make: (key: number) => { value: T; size: number },
): (key: number) => T {
  const kept = new Map<number, { value: T; size: number }>()
  let total = 0
  let latest = -1
  return (key) => {
    const known = kept.get(key)
    if (known) {
      if (key !== latest) {
        // To the end of the map's order: the first ones are those that nobody used for longest.
        kept.delete(key)
        kept.set(key, known)
        latest = key
      }
      return known.value
    }
    const made = make(key)
    kept.set(key, made)
    latest = key
    total += made.size
    for (const [oldest, { size }] of kept) {
      if (total <= capacity || oldest === key) break
      kept.delete(oldest)
      total -= size
    }
    return made.value
  }
}
