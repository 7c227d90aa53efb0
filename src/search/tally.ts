/** What share each of some things has in the whole, 0 to 1. */
export interface Shares {
  holds(name: string): boolean
  /** 0 for what it does not hold. */
  of(name: string): number
  /** What else counts as found where this is. */
  coveredBy(name: string): readonly string[]
  /** Of all of them together, each counted once. */
  shareOf(names: Iterable<string>): number
}

export function createShares(
  weights: ReadonlyMap<string, number>,
  covers: ReadonlyMap<string, readonly string[]> = new Map(),
): Shares {
  let total = 0
  for (const weight of weights.values()) total += weight
  const shares: Shares = {
    holds: (name) => weights.has(name),
    of: (name) => (total > 0 ? (weights.get(name) ?? 0) / total : 0),
    coveredBy: (name) => covers.get(name) ?? [],
    shareOf(names) {
      const tally = createTally(shares)
      for (const name of names) tally.add(name)
      return tally.share()
    },
  }
  return shares
}

/** Adds up what has been found, each thing once, with what it covers. */
export interface Tally {
  add(name: string): void
  share(): number
  /** Share of what was found that `names` holds too. */
  shareWithin(names: ReadonlySet<string>): number
}

export function createTally(shares: Shares): Tally {
  const found = new Set<string>()
  let sum = 0
  const add = (name: string) => {
    if (found.has(name) || !shares.holds(name)) return
    found.add(name)
    sum += shares.of(name)
    for (const covered of shares.coveredBy(name)) add(covered)
  }
  return {
    add,
    share: () => Math.min(1, sum),
    shareWithin(names) {
      let within = 0
      for (const name of found) if (names.has(name)) within += shares.of(name)
      return within
    },
  }
}
