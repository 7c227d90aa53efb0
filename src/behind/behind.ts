/** Work that goes on behind a response. */
export interface Behind {
  /** Lets it end, where a runtime would otherwise stop it. The work fails silently: who cares must catch. */
  goOn(work: Promise<unknown>): void
  /** Resolves when nothing goes on. */
  drain(): Promise<void>
}

/** For a runtime that stops nothing, and must wait before it ends. */
export function createBehind(): Behind {
  const going = new Set<Promise<unknown>>()
  return {
    goOn(work) {
      const settled = work.catch(() => {}).finally(() => going.delete(settled))
      going.add(settled)
    },
    async drain() {
      while (going.size > 0) await Promise.all(going)
    },
  }
}
