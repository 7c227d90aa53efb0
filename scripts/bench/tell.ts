const begun = performance.now()

/** Progress, beside the results. */
export function tell(what: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  process.stderr.write(`${seconds.padStart(4)} s  ${what}\n`)
}
