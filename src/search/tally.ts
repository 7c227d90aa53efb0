/** What share each of some things has in the whole, 0 to 1. The things have numbers, from 0 on. */
export interface Shares {
  /** The names of the things, by number. */
  readonly names: readonly string[]
  holds(name: string): boolean
  /** The share of a thing by its number. */
  at(thing: number): number
  /** What else counts as found where this is. */
  coveredBy(name: string): readonly string[]
  /** The numbers of things, as they come; of those that it holds. */
  numbersOf(names: Iterable<string>): number[]
  /** The numbers of things and of what they cover, each once, as they come; of those that it holds. */
  find(names: Iterable<string>): number[]
  /** Of all of them together, each counted once. */
  shareOf(names: Iterable<string>): number
}

export function createShares(
  weights: ReadonlyMap<string, number>,
  covers: ReadonlyMap<string, readonly string[]> = new Map(),
): Shares {
  let total = 0
  for (const weight of weights.values()) total += weight
  const numbers = new Map([...weights.keys()].map((name, number) => [name, number]))
  const parts = Float64Array.from(weights.values(), (weight) => (total > 0 ? weight / total : 0))
  const collect = (name: string, found: Set<number>) => {
    const number = numbers.get(name)
    if (number === undefined || found.has(number)) return
    found.add(number)
    for (const covered of covers.get(name) ?? none) collect(covered, found)
  }
  const shares: Shares = {
    names: [...numbers.keys()],
    holds: (name) => numbers.has(name),
    at: (thing) => parts[thing] as number,
    coveredBy: (name) => covers.get(name) ?? none,
    numbersOf: (names) => [...names].flatMap((name) => numbers.get(name) ?? []),
    find(names) {
      const found = new Set<number>()
      for (const name of names) collect(name, found)
      return [...found]
    },
    shareOf(names) {
      const tally = createTally(shares)
      tally.add(shares.find(names))
      return tally.share()
    },
  }
  return shares
}

/** Adds up what has been found, each thing once. */
export interface Tally {
  /** Forgets all. @param context numbers of things that stand around what is tallied from now on. */
  begin(context?: readonly number[]): void
  /** @param things numbers, as `Shares.find` gives them. */
  add(things: readonly number[]): void
  share(): number
  /** Share of what was found that `context` holds too. */
  shareWithin(): number
}

/** One serves for all tallies of a query, one after another: there are many. */
export function createTally(shares: Shares): Tally {
  // The number of the tally that each thing was found in last, and was context of.
  const found = new Uint32Array(shares.names.length)
  const around = new Uint32Array(shares.names.length)
  let tally = 1
  let sum = 0
  let within = 0
  return {
    begin(context = nothing) {
      tally++
      sum = 0
      within = 0
      for (const thing of context) around[thing] = tally
    },
    add(things) {
      for (const thing of things) {
        if (found[thing] === tally) continue
        found[thing] = tally
        const share = shares.at(thing)
        sum += share
        if (around[thing] === tally) within += share
      }
    },
    share: () => Math.min(1, sum),
    shareWithin: () => within,
  }
}

const nothing: readonly number[] = []

const none: readonly string[] = []
