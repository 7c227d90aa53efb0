import { setTimeout as wait } from 'node:timers/promises'
import type { Lectern } from '../answer/lectern.ts'

/** How many times the time of a piece of work is left to requests after it, and how long at least, in milliseconds. */
const share = 9
const least = 10

/** Prepares behind requests, and keeps no process alive for it. A fault is met again by who asks for the same. */
export function prepareBehind(lectern: Lectern): void {
  let begun = performance.now()
  const rest = async () => {
    const took = performance.now() - begun
    await wait(Math.max(least, share * took), undefined, { ref: false })
    begun = performance.now()
  }
  lectern.prepare(rest).catch(() => {})
}
