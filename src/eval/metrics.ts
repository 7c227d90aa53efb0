/** Share of true among the values; null of none. */
export function share(values: boolean[]): number | null {
  return values.length === 0 ? null : values.filter(Boolean).length / values.length
}

export function mean(values: number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The value below which `fraction` of the values lie (nearest rank); null of none. */
export function percentile(values: number[], fraction: number): number | null {
  if (values.length === 0) return null
  const ordered = [...values].sort((a, b) => a - b)
  return ordered[Math.max(0, Math.ceil(fraction * ordered.length) - 1)] as number
}

/** Reciprocal of the rank (from 1), 0 beyond `depth` or when nothing was found. */
export function reciprocalRank(rank: number | undefined, depth: number): number {
  return rank !== undefined && rank <= depth ? 1 / rank : 0
}

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties counting half.
 * Null where one kind is missing.
 */
export function auroc(positives: number[], negatives: number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null
  const scored = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score)
  let rankSum = 0
  for (let first = 0; first < scored.length; ) {
    let last = first
    while (last + 1 < scored.length && scored[last + 1]?.score === scored[first]?.score) last++
    const averageRank = (first + last) / 2 + 1
    for (let at = first; at <= last; at++) if (scored[at]?.positive) rankSum += averageRank
    first = last + 1
  }
  const pairs = positives.length * negatives.length
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / pairs
}

/**
 * Share of the positives that are answered at the lowest threshold at which at most `falseShare` of the
 * negatives are. Null where one kind is missing.
 */
export function coverageAt(falseShare: number, positives: number[], negatives: number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null
  const allowed = Math.floor(falseShare * negatives.length)
  const threshold = [...negatives].sort((a, b) => b - a)[allowed] ?? Number.NEGATIVE_INFINITY
  return positives.filter((score) => score > threshold).length / positives.length
}
