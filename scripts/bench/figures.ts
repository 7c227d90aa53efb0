/** The middle of the values; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b)
  const half = ordered.length / 2
  const [below, above] = [ordered[Math.ceil(half) - 1], ordered[Math.floor(half)]]
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2
}

/** The least value that a share of the values does not pass. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b)
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN
}

/** Each figure of several runs of one thing as the median over the runs. */
export function medians<T extends Record<string, number>>(runs: readonly T[]): T {
  const names = Object.keys(runs[0] as T)
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] as number))])) as T
}

export type Ratios<T extends Record<string, number>> = { [K in keyof T]: number }

/** How many times the figures of the reference each figure is. */
export function ratios<T extends Record<string, number>>(figures: T, reference: T): Ratios<T> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value / (reference[name] as number)]),
  ) as Ratios<T>
}
