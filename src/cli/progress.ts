import { SingleBar } from 'cli-progress'

export interface Progress {
  update(done: number, total: number): void
  /** Takes the bar away. */
  stop(): void
}

/** A progress bar on standard error; nothing where that is no terminal or where machines read. */
export function createProgress(label: string, { silent = false } = {}): Progress {
  if (silent || !process.stderr.isTTY) return { update() {}, stop() {} }
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total} {eta_formatted}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  })
  let begun = false
  return {
    update(done, total) {
      if (begun) bar.update(done)
      else bar.start(total, done)
      begun = true
    },
    stop() {
      if (begun) bar.stop()
      begun = false
    },
  }
}
