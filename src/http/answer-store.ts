/** An answer as it is sent. */
export interface KeptAnswer {
  kind: 'answer' | 'abstention'
  /** Of an abstention. */
  reason?: string
  /** JSON. */
  body: string
}

/**
 * Keeps answers by a key that says all that they depend on: a URL, and after `#` the edition. What it has lost is worked
 * out again, and so is what it fails to read.
 */
export interface AnswerStore {
  read(key: string): Promise<KeptAnswer | undefined>
  /** Resolves once it is kept; a store may decline, and may forget at any time. Nobody waits for it. */
  keep(key: string, answer: KeptAnswer): Promise<void>
}

/** Keeps the answers used last in memory. @param capacity of their keys and bodies together, in UTF-16 units. */
export function createMemoryStore(capacity = 1 << 23): AnswerStore {
  const kept = new Map<string, KeptAnswer>()
  let total = 0
  const sizeOf = (key: string, { body }: KeptAnswer) => key.length + body.length
  const drop = (key: string) => {
    const answer = kept.get(key)
    if (!answer) return
    kept.delete(key)
    total -= sizeOf(key, answer)
  }
  return {
    async read(key) {
      const answer = kept.get(key)
      if (!answer) return undefined
      // The first of a map is then the one that nobody used for longest.
      kept.delete(key)
      kept.set(key, answer)
      return answer
    },
    async keep(key, answer) {
      drop(key)
      if (sizeOf(key, answer) > capacity) return
      kept.set(key, answer)
      total += sizeOf(key, answer)
      for (const oldest of kept.keys()) {
        if (total <= capacity) break
        drop(oldest)
      }
    },
  }
}
