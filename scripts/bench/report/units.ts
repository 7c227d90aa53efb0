/** Three digits that count: 1234, 12.3, 0.0123. */
export function toNumber(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0) return '0'
  const digits = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))))
  return value.toFixed(digits)
}

export function toMegabytes(bytes: number): number {
  return bytes / 1_000_000
}

/** A figure with how many times that of the reference it is. */
export function withRatio(value: number, ratio: number): string {
  return ratio > 0 && Number.isFinite(ratio) ? `${toNumber(value)} (${toNumber(ratio)}×)` : toNumber(value)
}
