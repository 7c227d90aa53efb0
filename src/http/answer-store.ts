import { createRecent } from '../text/recent.ts'

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
  /** The same from a store that need not be waited for, so that the answer can be sent at once. */
  peek?(key: string): KeptAnswer | undefined
  /** Resolves once it is kept; a store may decline, and may forget at any time. Nobody waits for it. */
  keep(key: string, answer: KeptAnswer): Promise<void>
}

/** Keeps the answers used last in memory. @param capacity of their keys and bodies together, in UTF-16 units. */
export function createMemoryStore(capacity = 1 << 23): AnswerStore {
  const sizeOf = ({ body }: KeptAnswer, key: string) => key.length + body.length
  const kept = createRecent<string, KeptAnswer>(capacity, sizeOf)
  return {
    read: async (key) => kept.get(key),
    peek: (key) => kept.get(key),
    async keep(key, answer) {
      if (sizeOf(answer, key) <= capacity) kept.set(key, answer)
    },
  }
}
