/**
 * Exact two-sided sign test: how likely a split at least as uneven as `won` against `lost` is where either side is
 * as likely to win, P(|2X - n| >= |won - lost|) for X ~ Binomial(n, 1/2). Pairs without a difference do not count.
 * 1 where there are no differences.
 */
export function signTest(won: number, lost: number): number {
  const n = won + lost
  let logTerm = -n * Math.LN2
  let tail = 0
  for (let k = 0; k <= Math.min(won, lost); k++) {
    tail += Math.exp(logTerm)
    logTerm += Math.log((n - k) / (k + 1))
  }
  return Math.min(1, 2 * tail)
}
