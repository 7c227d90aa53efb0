/** Who does the work of a delivery: platforms deliver again what they think was lost. */
export interface Claims {
  /** True for the first who claims a delivery. */
  claim(delivery: string): Promise<boolean>
  /** Lets somebody else claim it: the work failed. */
  release(delivery: string): Promise<void>
}

/** The longest after which a platform still delivers again: 7.1 hours with Feishu. In milliseconds. */
const kept = 8 * 60 * 60 * 1000
const most = 100_000

/** For one process that is not shared. @param now milliseconds. */
export function createMemoryClaims(now: () => number): Claims {
  // In the order of their time.
  const claimed = new Map<string, number>()
  const forget = () => {
    const before = now() - kept
    for (const [delivery, time] of claimed) {
      if (time >= before && claimed.size <= most) break
      claimed.delete(delivery)
    }
  }
  return {
    async claim(delivery) {
      forget()
      if (claimed.has(delivery)) return false
      claimed.set(delivery, now())
      return true
    },
    async release(delivery) {
      claimed.delete(delivery)
    },
  }
}
