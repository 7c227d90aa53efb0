/**
 * Milliseconds of processor time that `run` takes: what else the machine does meanwhile does not count. Of several
 * runs the least, since the first ones also compile, and any of them may have to collect garbage.
 */
export function cpuTime(run: () => unknown, runs = 3): number {
  return Math.min(...Array.from({ length: runs }, () => cpuTimeOnce(run)))
}

function cpuTimeOnce(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
